import { z } from 'zod';
import { StillhouseError } from '../../../core/error.ts';
import { identifier, literal, type Sql, sql } from '../../../core/sql.ts';
import { choiceField, recordsField, textField, wholeNumberField } from '../../fields.ts';
import type { SourceDataset } from '../../source-dataset.ts';

const attributeSchema = z.object({
  name: textField({ title: 'Name', description: 'The column it makes.', initial: 'attribute' }),
  kind: choiceField({
    title: 'Kind',
    description: 'How a person’s rows become one value.',
    choices: [
      { value: 'count', label: 'Number of rows' },
      { value: 'sum', label: 'Sum' },
      { value: 'average', label: 'Average' },
      { value: 'smallest', label: 'Smallest' },
      { value: 'largest', label: 'Largest' },
      { value: 'different', label: 'Number of different values' },
      { value: 'favourite', label: 'Most frequent value' },
      { value: 'first', label: 'Value of the first row' },
      { value: 'last', label: 'Value of the last row' },
      { value: 'days-since-first', label: 'Days since the first row' },
      { value: 'days-since-last', label: 'Days since the last row' },
    ],
    initial: 'count',
  }),
  column: textField({
    title: 'Column',
    description: 'What it is made of; not needed for counts and days.',
    initial: '',
  }),
  days: wholeNumberField({
    title: 'Days back',
    description: 'Only rows of the last so many days count; 0 counts all.',
    initial: 0,
    minimum: 0,
    maximum: 3650,
    unit: 'days',
  }),
});

/** One derived column. */
export type Attribute = z.output<typeof attributeSchema>;

/** The field of attributes, begun with what fits any events. */
export const attributesField = recordsField({
  title: 'Attributes',
  description: 'What is derived of each person’s events, one column each.',
  item: attributeSchema,
  initial: [
    { name: 'events_total', kind: 'count' },
    { name: 'events_last_90_days', kind: 'count', days: 90 },
    { name: 'days_since_last_event', kind: 'days-since-last' },
  ],
});

const counts: readonly Attribute['kind'][] = ['count', 'different'];
const withoutColumn: readonly Attribute['kind'][] = ['count', 'days-since-first', 'days-since-last'];

/** Whether people without rows have 0 rather than nothing. */
export function isCount({ kind }: Attribute): boolean {
  return counts.includes(kind);
}

/** The column an attribute is made of; none for counts of rows and days. Throws `input-invalid` where it is missing. */
export function attributeValue(source: SourceDataset, { name, kind, column }: Attribute): Sql | undefined {
  if (withoutColumn.includes(kind)) return undefined;
  if (column !== '') return source.column(column).sql;
  throw new StillhouseError('input-invalid', `The attribute "${name}" needs a column.`, {
    remedy: 'Name the column it is made of, or choose a kind that counts rows.',
  });
}

/** The attribute as an aggregate of `value`, over rows with `event_time` and `as_of`. */
export function attributeSql({ name, kind, days }: Attribute, value: Sql): Sql {
  const recent = days === 0 ? sql`` : sql` FILTER (WHERE event_time >= as_of - ${literal(days)})`;
  return sql`${aggregate(kind, value, recent)} AS ${identifier(name)}`;
}

function aggregate(kind: Attribute['kind'], value: Sql, recent: Sql): Sql {
  switch (kind) {
    case 'count':
      return sql`count(*)${recent}`;
    case 'sum':
      return sql`sum(${value})${recent}`;
    case 'average':
      return sql`avg(${value})${recent}`;
    case 'smallest':
      return sql`min(${value})${recent}`;
    case 'largest':
      return sql`max(${value})${recent}`;
    case 'different':
      return sql`count(DISTINCT ${value})${recent}`;
    case 'favourite':
      return sql`mode(${value} ORDER BY ${value})${recent}`;
    case 'first':
      return sql`first(${value} ORDER BY event_time, ${value})${recent}`;
    case 'last':
      return sql`last(${value} ORDER BY event_time, ${value})${recent}`;
    case 'days-since-first':
      return sql`any_value(as_of) - CAST(min(event_time)${recent} AS DATE)`;
    case 'days-since-last':
      return sql`any_value(as_of) - CAST(max(event_time)${recent} AS DATE)`;
  }
}
