import { identifier, joinSql, literal, sql } from '../../../core/sql.ts';
import type { StructValue } from '../../../engine/value.ts';
import type { Finding, SqlStep } from '../../contract.ts';
import { counted, listed, numberOf, share, textOf } from '../../words.ts';
import { rowsOf } from '../purchases.ts';
import type { AttributesInput } from './input.ts';

/** What the new columns hold. */
export function attributeFindings(
  derived: SqlStep,
  made: SqlStep,
  { attributes }: AttributesInput,
): readonly Finding[] {
  const rows = rowsOf(made);
  return [
    {
      id: 'people',
      title: 'Profiles with attributes',
      data: sql`SELECT
  count(*) AS people,
  count(person_identity) AS with_events
FROM ${rows} AS made
LEFT JOIN ${rowsOf(derived)} AS derived
  ON person_identity = identity`,
      reading: 'People without events have counts of 0 and no other attribute: write to them as to the new.',
      words: peopleWords,
    },
    {
      id: 'attributes',
      title: 'What the attributes hold',
      data: joinSql(
        attributes.map(({ name }, index) => {
          const column = identifier(name);
          return sql`SELECT
  ${literal(index + 1)} AS place,
  ${literal(name)} AS attribute,
  count(*) AS people,
  count(${column}) AS with_value,
  count(${column}) / nullif(count(*), 0) AS filled_share,
  count(DISTINCT ${column}) AS different_values,
  CAST(min(${column}) AS VARCHAR) AS smallest,
  CAST(max(${column}) AS VARCHAR) AS largest
FROM ${rows}`;
        }),
        '\nUNION ALL\n',
      ),
      reading: 'A column with one value, or with few filled, tells people apart badly.',
      chart: {
        kind: 'bar',
        x: { name: 'attribute' },
        y: [{ name: 'filled_share' }],
        aggregate: 'none',
        order: 'appearance',
        format: { notation: 'percent', decimals: 1 },
      },
      words: attributeWords,
    },
  ];
}

function peopleWords([row]: readonly StructValue[]): string {
  const people = numberOf(row?.people);
  if (row === undefined || !(people > 0)) return 'There are no profiles with an identity.';
  return `${counted(people, 'person has', 'people have')} one row each; ${share(numberOf(row.with_events), people)} of them have events.`;
}

function attributeWords(rows: readonly StructValue[]): string {
  const constant = rows.filter((row) => numberOf(row.different_values) <= 1);
  if (constant.length === 0)
    return `${counted(rows.length, 'attribute')} ${rows.length === 1 ? 'tells' : 'tell'} people apart.`;
  return `${counted(rows.length, 'attribute')} ${rows.length === 1 ? 'was' : 'were'} made, of which ${listed(
    constant.map((row) => textOf(row.attribute)),
  )} ${constant.length === 1 ? 'has' : 'have'} no two different values.`;
}
