import { z } from 'zod';
import { identifier, joinSql, literal, relation, type Sql, sql } from '../../core/sql.ts';
import type { StructValue } from '../../engine/value.ts';
import { columnKind } from '../catalog-view.ts';
import { type Check, defineModule, type Finding, type PlanContext, type SqlStep } from '../contract.ts';
import { columnsField, datasetField, outputField, wholeNumberField } from '../fields.ts';
import type { SourceDataset } from '../source-dataset.ts';
import { counted, listed, numberOf, share, textOf } from '../words.ts';
import { columnFiguresSql, topValuesSql } from './profile-figures.ts';

const input = z.object({
  dataset: datasetField({ title: 'Dataset', description: 'The table or view to look at.' }),
  key: columnsField({
    of: 'dataset',
    title: 'Key',
    description: 'Columns that together should tell each row from all others. Leave empty when there is no key.',
  }),
  frequent: wholeNumberField({
    title: 'Frequent values',
    description: 'How many of the most frequent values of each column are listed.',
    initial: 5,
    minimum: 1,
    maximum: 100,
    advanced: true,
  }),
  saveAs: outputField({
    title: 'Keep as dataset',
    description: 'A name under which the figures of all columns are kept in the project; empty keeps nothing.',
    advanced: true,
  }),
});

/** What every column of a table holds, exactly: the first look at any data. */
export const profileTable = defineModule({
  id: 'explore.profile-table',
  version: 1,
  title: 'Profile a table',
  summary:
    'What each column holds: types, missing values, distinct values, ranges, spread and the most frequent values.',
  input,
  suggest({ datasets }) {
    const [first] = [...datasets].sort((a, b) => (b.rowCount ?? 0) - (a.rowCount ?? 0));
    return first === undefined ? {} : { dataset: first.label };
  },
  plan({ dataset, key, frequent, saveAs }, context) {
    const source = context.dataset(dataset);
    const figures = columnFigures(source, context);
    const top = frequentValues(source, frequent, context);
    return {
      steps: [figures, top],
      checks: checksOf(source, key, figures, context.now),
      findings: findingsOf(source, figures, top),
      outputs:
        saveAs === ''
          ? []
          : [{ relation: figures.creates, name: saveAs, title: `Profile of ${source.label}`, from: [source.label] }],
    };
  },
});

function columnFigures(source: SourceDataset, context: PlanContext): SqlStep {
  return {
    kind: 'sql',
    id: 'column_figures',
    title: 'Figures of each column',
    explanation: {
      what: 'Counts, for each column, rows, missing and different values, and takes the range, mean, median and spread.',
      why: 'A wrong type, a column full of gaps or a key that repeats spoils every figure that is built on it.',
      caution:
        'count(column) leaves out NULL, count(*) does not; and an empty text is not NULL, so that it is counted apart.',
    },
    as: 'table',
    creates: context.scratch('column_figures'),
    query: joinSql(
      source.columns.map((column, index) => columnFiguresSql(source.from, column, index + 1)),
      '\nUNION ALL\n',
    ),
  };
}

function frequentValues(source: SourceDataset, frequent: number, context: PlanContext): SqlStep {
  return {
    kind: 'sql',
    id: 'frequent_values',
    title: 'Most frequent values',
    explanation: {
      what: `Groups each column by value and keeps the ${frequent} most frequent ones that occur more than once.`,
      why: 'Placeholders (“unknown”, 0, 1900-01-01) and misspelt categories show up here first.',
      caution: 'Values are compared as text, with case and spaces as they are.',
    },
    as: 'table',
    creates: context.scratch('frequent_values'),
    query: joinSql(
      source.columns.map((column, index) => topValuesSql(source.from, column, index + 1, frequent)),
      '\nUNION ALL\n',
    ),
  };
}

function checksOf(source: SourceDataset, key: readonly string[], figures: SqlStep, now: Date): readonly Check[] {
  const keys = key.map((label) => source.column(label).sql);
  const unique: Check = {
    id: 'key_is_unique',
    title: key.length === 0 ? 'No row appears twice' : `No two rows share ${listed(key)}`,
    severity: 'warning',
    when: 'after',
    violations: repeatedRows(source, keys),
    remedy: 'Remove the copies before you count or join: SELECT DISTINCT, or keep the latest row of each key.',
    field: 'key',
  };
  const filled: Check = {
    id: 'columns_hold_values',
    title: 'Every column holds values',
    severity: 'note',
    when: 'after',
    violations: sql`SELECT column_name, type, rows, missing
FROM ${relation(figures.creates)}
WHERE missing = rows
ORDER BY position`,
    remedy: 'A column without values was perhaps read wrongly, or can be left out.',
  };
  return [unique, filled, ...futureCheck(source, now)];
}

function repeatedRows({ from }: SourceDataset, keys: readonly Sql[]): Sql {
  const columns = keys.length === 0 ? sql`*` : joinSql(keys, ', ');
  return sql`SELECT ${columns}, count(*) AS copies
FROM ${from}
GROUP BY ALL
HAVING count(*) > 1
ORDER BY copies DESC`;
}

function futureCheck({ from, columns }: SourceDataset, now: Date): readonly Check[] {
  const times = columns.filter(({ type }) => columnKind(type) === 'time');
  if (times.length === 0) return [];
  const today = sql`CAST(${literal(now.toISOString().slice(0, 10))} AS DATE)`;
  const late = times.map(
    ({
      name,
    }) => sql`SELECT ${literal(name)} AS column_name, count(*) AS rows, max(${identifier(name)}) :: VARCHAR AS latest
FROM ${from}
WHERE CAST(${identifier(name)} AS DATE) > ${today}
HAVING count(*) > 0`,
  );
  return [
    {
      id: 'times_are_past',
      title: 'No day or time lies in the future',
      severity: 'note',
      when: 'before',
      violations: joinSql(late, '\nUNION ALL\n'),
      remedy: 'Planned dates may be right; of recorded events they are a wrong clock or a wrong date format.',
    },
  ];
}

function findingsOf(source: SourceDataset, figures: SqlStep, top: SqlStep): readonly Finding[] {
  return [
    {
      id: 'columns',
      title: `The columns of ${source.label}`,
      data: sql`SELECT * EXCLUDE (position)
FROM ${relation(figures.creates)}
ORDER BY position`,
      reading:
        'Look for columns with missing values, with one value only, and for the one in which every value differs.',
      words: (rows) => columnWords(source.label, rows),
    },
    {
      id: 'missing',
      title: 'Missing values',
      data: sql`SELECT column_name AS "column", missing / nullif(rows, 0) AS missing_share
FROM ${relation(figures.creates)}
WHERE missing > 0
ORDER BY missing_share DESC, position`,
      reading: 'A bar is the share of rows in which the column is NULL; columns that are always filled are left out.',
      chart: {
        kind: 'bar',
        x: { name: 'column' },
        y: [{ name: 'missing_share' }],
        aggregate: 'none',
        format: { notation: 'percent', decimals: 1 },
        yTitle: 'Share of rows without a value',
      },
      words: missingWords,
    },
    {
      id: 'frequent',
      title: 'Most frequent values',
      data: sql`SELECT column_name AS "column", "value", "count", share
FROM ${relation(top.creates)}
ORDER BY position, "count" DESC, "value"`,
      reading: 'A value that fills most of a column, or one that nobody would have typed, deserves a question.',
      words: frequentWords,
    },
  ];
}

function columnWords(label: string, rows: readonly StructValue[]): string {
  const total = numberOf(rows[0]?.rows);
  if (!(total > 0)) return `“${label}” has ${counted(rows.length, 'column')} and no rows.`;
  const names = (found: readonly StructValue[]) => listed(found.map((row) => textOf(row.column_name)));
  const unique = rows.filter((row) => numberOf(row.distinct_values) === total && total > 1);
  const gaps = rows.filter((row) => numberOf(row.missing) > 0);
  const constant = rows.filter((row) => numberOf(row.distinct_values) === 1 && total > 1);
  return [
    `“${label}” has ${counted(total, 'row')} and ${counted(rows.length, 'column')}.`,
    unique.length > 0 ? `Every value differs in ${names(unique)}.` : 'No single column tells all rows apart.',
    gaps.length > 0 ? `Values are missing in ${names(gaps)}.` : 'No value is missing.',
    ...(constant.length > 0 ? [`Only one value is in ${names(constant)}.`] : []),
  ].join(' ');
}

function missingWords(rows: readonly StructValue[]): string {
  const [most] = rows;
  if (most === undefined) return 'No column has missing values.';
  return `${counted(rows.length, 'column')} ${rows.length === 1 ? 'has' : 'have'} missing values, most of all “${textOf(
    most.column,
  )}” with ${share(numberOf(most.missing_share), 1)}.`;
}

function frequentWords(rows: readonly StructValue[]): string {
  const [most] = [...rows].sort((a, b) => numberOf(b.share) - numberOf(a.share));
  if (most === undefined) return 'No value occurs twice in any column.';
  return `The most common value of any column is “${textOf(most.value)}” in “${textOf(most.column)}”, with ${share(
    numberOf(most.share),
    1,
  )} of the rows that have a value.`;
}
