import { z } from 'zod';
import { identifier, joinSql, literal, relation, type RelationName, type Sql, sql } from '../../../core/sql.ts';
import type { StructValue } from '../../../engine/value.ts';
import { flattenSql } from '../../../flatten/flatten-sql.ts';
import { outputNames } from '../../../flatten/output-names.ts';
import { type Check, defineModule, type Finding, type SqlStep } from '../../contract.ts';
import {
  choiceField,
  columnsField,
  conditionField,
  datasetField,
  flagField,
  optionalColumnField,
} from '../../fields.ts';
import type { SourceDataset } from '../../source-dataset.ts';
import { counted, listed, numberOf, share, textOf } from '../../words.ts';
import { keepField } from '../events/event-fields.ts';
import { givenConditions, whereSql } from '../../row-filter.ts';
import { named } from '../events/normalise.ts';
import { keptRows, tableStep, viewStep } from '../events/steps.ts';
import { type FirstItem, flattenChoice } from './flatten-choice.ts';

const input = z.object({
  dataset: datasetField({ title: 'Dataset', description: 'A table or view with nested columns, such as XDM events.' }),
  columns: columnsField({
    of: 'dataset',
    title: 'Columns',
    description: 'Values to keep, in this order. Empty keeps every single value outside of lists, and the lists.',
  }),
  list: optionalColumnField({
    of: 'dataset',
    types: ['list'],
    title: 'List to turn into rows',
    description: 'Each item of the list becomes a row, such as each product of an order. Empty keeps one row for each.',
  }),
  keepEmpty: flagField({
    title: 'Keep rows without items',
    description: 'Whether a row whose list is empty gives one row without an item, or none.',
    initial: true,
  }),
  position: flagField({
    title: 'Number the items',
    description: 'Adds a column with the place of each item in its list, from 1.',
    initial: false,
  }),
  lists: choiceField({
    title: 'Other lists',
    description: 'How lists that are kept as one value are given.',
    choices: [
      { value: 'text', label: 'As text' },
      { value: 'count', label: 'Number of items' },
      { value: 'value', label: 'As lists' },
    ],
    initial: 'text',
    advanced: true,
  }),
  where: conditionField({
    of: 'dataset',
    title: 'Only rows where',
    description: 'An SQL condition on the columns of the dataset; empty keeps all rows.',
    advanced: true,
  }),
  saveAs: keepField('the flat rows'),
});

/** A nested dataset as a flat table that a spreadsheet, a chart or a join can read. */
export const flattenEvents = defineModule({
  id: 'explore.flatten-events',
  version: 1,
  title: 'Flatten nested events',
  summary: 'Chosen values of nested columns as a flat table, with one list turned into rows where that is wanted.',
  input,
  suggest({ datasets }) {
    const nested = datasets.filter(({ columns }) => columns.some(({ type }) => /^STRUCT|\[\]$/.test(type)));
    const [first] = nested.sort((a, b) => (b.rowCount ?? 0) - (a.rowCount ?? 0));
    return first === undefined ? {} : { dataset: first.label };
  },
  plan(values, context) {
    const source = context.dataset(values.dataset);
    const { choice, firstItems } = flattenChoice(source, context.scratch('chosen_rows'), values);
    const chosen: SqlStep = {
      kind: 'sql',
      as: 'view',
      id: 'chosen_rows',
      title: 'Rows that are wanted',
      explanation: {
        what: 'Keeps the rows that meet the condition; of a list that does not become rows, the first item is set beside them.',
        why: 'The next step can then read every value by a plain path.',
      },
      creates: context.scratch('chosen_rows'),
      query: rowsSql(source, firstItems, values.where),
    };
    const makeStep = values.saveAs === '' ? viewStep : tableStep;
    const flat = makeStep(context, {
      id: 'flat_rows',
      title: 'Flat rows',
      what: 'Reads each chosen value by its path and gives it a name of its own.',
      why: 'Charts, joins and spreadsheets need plain columns; and a path is written here once, not in every query.',
      caution:
        'Once a list is turned into rows, values outside of it repeat: add up amounts of the whole before, not after. Of other lists the first item is taken.',
      query: flattenSql(choice),
    });
    return {
      steps: [chosen, flat],
      checks: checksOf(source, values.list, firstItems),
      findings: findingsOf(flat.creates, outputNames(choice)),
      outputs: keptRows(values.saveAs, flat, `${source.label}, flat`, source),
    };
  },
});

function rowsSql(source: SourceDataset, firstItems: readonly FirstItem[], where: string): Sql {
  const columns = [sql`*`, ...firstItems.map(({ label, name }) => named(source.column(label).sql, name))];
  return sql`SELECT
  ${joinSql(columns, ',\n  ')}
FROM ${source.from}${whereSql(givenConditions(where))}`;
}

function checksOf(source: SourceDataset, list: string, firstItems: readonly FirstItem[]): readonly Check[] {
  const taken = [...new Set(firstItems.map((item) => item.list))];
  const items = list === '' ? undefined : source.column(list).sql;
  return [
    ...taken.map((label, index): Check => ({
      id: `one_item_${index + 1}`,
      title: `“${label}” holds one item at most`,
      severity: 'warning',
      when: 'before',
      violations: sql`SELECT len(${source.column(label).sql}) AS items, count(*) AS rows
FROM ${source.from}
WHERE len(${source.column(label).sql}) > 1
GROUP BY items
ORDER BY items`,
      remedy: 'Only the first item is kept: turn this list into rows if the others matter.',
      field: 'list',
    })),
    ...(items === undefined
      ? []
      : [
          {
            id: 'lists_have_items',
            title: `“${list}” has items in every row`,
            severity: 'note',
            when: 'before',
            violations: sql`SELECT count(*) AS rows_without_items
FROM ${source.from}
WHERE coalesce(len(${items}), 0) = 0
HAVING count(*) > 0`,
            remedy: 'Choose whether rows without items are kept.',
            field: 'keepEmpty',
          } satisfies Check,
        ]),
  ];
}

function findingsOf(flat: RelationName, names: readonly string[]): readonly Finding[] {
  const each = (figure: (column: Sql) => Sql) =>
    joinSql(
      names.map((name) => figure(identifier(name))),
      ',\n      ',
    );
  const figures = sql`WITH figures AS (
  SELECT
    count(*) AS rows,
    [
      ${each((column) => sql`count(${column})`)}
    ] AS filled,
    [
      ${each((column) => sql`CAST(min(${column}) AS VARCHAR)`)}
    ] AS examples
  FROM ${relation(flat)}
),
by_column AS (
  SELECT
    unnest(range(1, ${literal(names.length + 1)})) AS position,
    unnest([${joinSql(names.map(literal), ', ')}]) AS column_name,
    rows,
    unnest(filled) AS filled,
    unnest(examples) AS example
  FROM figures
)
SELECT position, column_name, rows, filled, filled / nullif(rows, 0) AS filled_share, example
FROM by_column
ORDER BY position`;
  return [
    {
      id: 'columns',
      title: 'Columns of the flat table',
      data: figures,
      reading: 'A column that is hardly ever filled belongs to few kinds of events: filter for those, or leave it out.',
      chart: {
        kind: 'bar',
        x: { name: 'column_name' },
        y: [{ name: 'filled_share' }],
        aggregate: 'none',
        order: 'appearance',
        limit: 60,
        format: { notation: 'percent', decimals: 1 },
      },
      words: columnWords,
    },
    {
      id: 'rows',
      title: 'First rows',
      data: sql`FROM ${relation(flat)}
LIMIT 50`,
      reading: 'Look whether the values are what their names promise, before the table is kept.',
      words: (rows) =>
        rows.length === 0 ? 'There are no rows.' : `Here are the first ${counted(rows.length, 'row')}.`,
    },
  ];
}

function columnWords(rows: readonly StructValue[]): string {
  const total = numberOf(rows[0]?.rows);
  if (!(total > 0)) return `The flat table has ${counted(rows.length, 'column')} and no rows.`;
  const names = (found: readonly StructValue[]) => listed(found.map((row) => textOf(row.column_name)));
  const always = rows.filter((row) => numberOf(row.filled) === total);
  const [least] = [...rows].sort((a, b) => numberOf(a.filled) - numberOf(b.filled));
  return [
    `The flat table has ${counted(total, 'row')} and ${counted(rows.length, 'column')}.`,
    always.length > 0 ? `Always filled: ${names(always)}.` : 'No column is always filled.',
    ...(least === undefined || numberOf(least.filled) === total
      ? []
      : [`Least filled is “${textOf(least.column_name)}” with ${share(numberOf(least.filled), total)}.`]),
  ].join(' ');
}
