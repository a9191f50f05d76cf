import { literal, rawSql, relation, type RelationName, type Sql, sql } from '../../../core/sql.ts';
import type { StructValue } from '../../../engine/value.ts';
import type { Finding } from '../../contract.ts';
import { counted, numberOf, readable, share, textOf } from '../../words.ts';
import type { RetentionInput } from './retention-input.ts';

/** The curve over all cohorts, the cohorts one by one, and how they compare at one moment. */
export function retentionFindings(grid: RelationName, input: RetentionInput): readonly Finding[] {
  const isRolling = input.measure === 'rolling';
  const figure = { name: isRolling ? 'rolling_retention' : 'retention' };
  const percent = { notation: 'percent', decimals: 1 } as const;
  return [
    {
      id: 'curve',
      title: 'Retention after the first day',
      data: curveSql(grid, input),
      reading:
        'A curve that flattens shows people who stay; one that keeps falling shows that nobody does. Each point counts only cohorts old enough for it.',
      chart: {
        kind: 'line',
        x: { name: 'period' },
        y: [figure, { name: 'low' }, { name: 'high' }],
        aggregate: 'none',
        limit: 500,
        format: percent,
        xTitle: `${capital(input.period)}s since the first`,
      },
      words: (rows) => curveWords(rows, input),
    },
    {
      id: 'cohorts',
      title: `Retention by ${input.cohort} of the first event`,
      data: sql`SELECT
  CAST(cohort AS VARCHAR) AS cohort,
  people,
  period,
  returned,
  returned_then_or_later,
  retention,
  rolling_retention
FROM ${relation(grid)}
WHERE period > 0
ORDER BY cohort, period`,
      reading: 'Read down a column: cohorts that are darker further down keep more people than earlier ones did.',
      chart: {
        kind: 'heatmap',
        x: { name: 'period' },
        y: [figure],
        series: { name: 'cohort' },
        aggregate: 'none',
        order: 'natural',
        limit: 60,
        seriesLimit: 50,
        rest: 'drop',
        format: percent,
      },
      words: (rows) => cohortWords(rows, input),
    },
    {
      id: 'landmarks',
      title: 'Cohorts side by side',
      data: landmarksSql(grid, input),
      reading:
        'The same moment of each cohort’s life, side by side: a trend here is a product that gets better or worse.',
      words: (rows) => landmarkWords(rows, input),
    },
  ];
}

const capital = (word: string) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
const counts = ({ measure }: RetentionInput) => rawSql(measure === 'rolling' ? 'returned_then_or_later' : 'returned');

/** Shares with Wilson's 95 % interval: Wilson, Journal of the American Statistical Association 22 (1927). */
function curveSql(grid: RelationName, input: RetentionInput): Sql {
  return sql`WITH totals AS (
  SELECT
    period,
    count(*) AS cohorts,
    sum(people) AS people,
    sum(returned) AS returned,
    sum(returned_then_or_later) AS returned_then_or_later,
    sum(returned) / sum(people) AS retention,
    sum(returned_then_or_later) / sum(people) AS rolling_retention,
    sum(${counts(input)}) / sum(people) AS p,
    1.959964 ** 2 / sum(people) AS z2n
  FROM ${relation(grid)}
  GROUP BY period
)
SELECT
  period,
  cohorts,
  CAST(people AS BIGINT) AS people,
  CAST(returned AS BIGINT) AS returned,
  CAST(returned_then_or_later AS BIGINT) AS returned_then_or_later,
  retention,
  rolling_retention,
  (p + z2n / 2 - sqrt(z2n * (p * (1 - p) + z2n / 4))) / (1 + z2n) AS low,
  (p + z2n / 2 + sqrt(z2n * (p * (1 - p) + z2n / 4))) / (1 + z2n) AS high
FROM totals
WHERE period > 0
ORDER BY period`;
}

/** The moments that are named in sentences: the usual ones of each unit, as far as they are followed. */
function landmarks({ period, horizon }: RetentionInput): readonly number[] {
  const usual = { day: [1, 7, 30], week: [1, 4, 12], month: [1, 3, 6] }[period].filter((one) => one <= horizon);
  return usual;
}

function landmarksSql(grid: RelationName, input: RetentionInput): Sql {
  const columns = landmarks(input).map(
    (one) =>
      sql`,\n  max(${counts(input)} / people) FILTER (WHERE period = ${literal(one)}) AS ${rawSql(`${input.period}_${one}`)}`,
  );
  return sql`SELECT
  CAST(cohort AS VARCHAR) AS cohort,
  any_value(people) AS people${columns.reduce((all, one) => sql`${all}${one}`, sql``)}
FROM ${relation(grid)}
GROUP BY cohort
ORDER BY cohort`;
}

const momentOf = ({ period }: RetentionInput, number: number | string) =>
  `${period === 'day' ? 'on' : 'in'} ${period} ${number}`;

function curveWords(rows: readonly StructValue[], input: RetentionInput): string {
  const figure = input.measure === 'rolling' ? 'rolling_retention' : 'retention';
  const wanted = landmarks(input);
  const named = rows.filter(({ period }) => wanted.includes(numberOf(period)));
  const [first] = named;
  if (first === undefined) return `No cohort is old enough to be followed for one ${input.period}.`;
  const later = input.measure === 'rolling' ? ' or later' : '';
  const parts = named.map((row, index) => {
    const people = numberOf(row.people);
    const whole = index === 0 ? `${counted(people, 'person', 'people')} came back` : readable(people);
    return `${share(numberOf(row[figure]), 1)} of ${whole} ${momentOf(input, textOf(row.period))}${later}`;
  });
  return `${parts.join(', ')}. Only those who can be followed so long are counted.`;
}

function cohortWords(rows: readonly StructValue[], input: RetentionInput): string {
  const names = new Set(rows.map(({ cohort }) => textOf(cohort)));
  const [first] = names;
  if (first === undefined) return 'There is no cohort to be followed.';
  return `${counted(names.size, 'cohort')} can be followed, by ${input.cohort}, the first from ${first}.`;
}

function landmarkWords(rows: readonly StructValue[], input: RetentionInput): string {
  const [moment = 1] = landmarks(input);
  const known = rows.filter((row) => Number.isFinite(numberOf(row[`${input.period}_${moment}`])));
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return 'No cohort is old enough to be compared.';
  const told = (row: StructValue) =>
    `${share(numberOf(row[`${input.period}_${moment}`]), 1)} in cohort ${textOf(row.cohort)}`;
  const start = capital(momentOf(input, moment));
  if (known.length === 1) return `${start}, retention is ${told(first)}.`;
  return `${start}, retention went from ${told(first)} to ${told(last)}.`;
}
