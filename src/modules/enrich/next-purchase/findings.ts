import { literal, sql } from '../../../core/sql.ts';
import type { StructValue } from '../../../engine/value.ts';
import type { Finding, SqlStep } from '../../contract.ts';
import { counted, numberOf, readable, share, textOf } from '../../words.ts';
import { rowsOf } from '../purchases.ts';
import type { NextPurchaseInput } from './input.ts';

/** Who is due and overdue, how gaps spread, and how well they foretell. */
export function nextFindings(gaps: SqlStep, expected: SqlStep, { prior }: NextPurchaseInput): readonly Finding[] {
  return [
    {
      id: 'status',
      title: 'Who is due',
      data: sql`SELECT
  status,
  count(*) AS people,
  count(*) / sum(count(*)) OVER () AS people_share,
  sum(revenue) AS revenue,
  avg(expected_gap) AS average_expected_gap
FROM ${rowsOf(expected)}
GROUP BY status
ORDER BY list_position(['due soon', 'due later', 'late', 'overdue', 'unknown'], status)`,
      reading:
        'Due soon is the moment to write. Late is past the expected day, which is normal; overdue is well past it: the moment to win back.',
      chart: { kind: 'bar', x: { name: 'status' }, y: [{ name: 'people' }], aggregate: 'none', order: 'appearance' },
      words: statusWords,
    },
    {
      id: 'overdue',
      title: 'Overdue people, the most valuable first',
      data: sql`SELECT
  person,
  purchase_days,
  last_day,
  expected_gap,
  days_since_last,
  gaps_since_last,
  revenue
FROM ${rowsOf(expected)}
WHERE status = 'overdue'
ORDER BY revenue DESC, person
LIMIT 1000`,
      reading: 'Gaps since last says how unusual the silence is for this person: 3 means three times their usual wait.',
      words: overdueWords,
    },
    {
      id: 'gaps',
      title: 'How long people wait',
      data: sql`SELECT gap, count(*) AS gaps
FROM ${rowsOf(gaps)}
WHERE gap IS NOT NULL
GROUP BY gap
ORDER BY gap`,
      reading:
        'A peak at a round number of weeks shows a habit or a campaign; a long tail, that one gap does not fit all.',
      chart: {
        kind: 'line',
        x: { name: 'gap' },
        y: [{ name: 'gaps' }],
        aggregate: 'none',
        xTitle: 'Days between purchases',
      },
      words: gapWords,
    },
    {
      id: 'accuracy',
      title: 'How well own gaps foretell',
      data: sql`WITH past AS (
  SELECT
    person,
    count(gap) FILTER (WHERE NOT is_latest) AS own_gaps,
    avg(gap) FILTER (WHERE NOT is_latest) AS own_gap,
    any_value(gap) FILTER (WHERE is_latest) AS last_gap
  FROM ${rowsOf(gaps)}
  GROUP BY person
), population AS (
  SELECT avg(gap) AS population_gap
  FROM ${rowsOf(gaps)}
  WHERE NOT is_latest
)
SELECT
  count(*) AS people,
  avg(abs(last_gap - (own_gaps * own_gap + ${literal(prior)} * population_gap) / (own_gaps + ${literal(prior)}))) AS error_mixed,
  avg(abs(last_gap - population_gap)) AS error_population,
  avg(abs(last_gap - own_gap)) AS error_own
FROM past
CROSS JOIN population
WHERE own_gaps > 0
  AND last_gap IS NOT NULL`,
      reading:
        'The last gap of each person is foretold from the ones before; the smaller the mean error in days, the better.',
      words: accuracyWords,
    },
  ];
}

function statusWords(rows: readonly StructValue[]): string {
  const people = rows.reduce((sum, row) => sum + numberOf(row.people), 0);
  if (people === 0) return 'Nobody has bought, so nobody is due.';
  const count = (status: string) => numberOf(rows.find((row) => row.status === status)?.people) || 0;
  if (count('unknown') === people)
    return `Nobody of ${counted(people, 'person', 'people')} has bought on two days, so no gap is known.`;
  return `Of ${counted(people, 'person', 'people')}, ${counted(count('due soon'), 'person is', 'people are')} due soon, ${counted(
    count('late'),
    'is',
    'are',
  )} late and ${counted(count('overdue'), 'is', 'are')} overdue.`;
}

function overdueWords(rows: readonly StructValue[]): string {
  const [first] = rows;
  if (first === undefined) return 'Nobody is overdue.';
  return `The most valuable overdue person is “${textOf(first.person)}”, with a revenue of ${readable(
    numberOf(first.revenue),
  )}: ${counted(numberOf(first.days_since_last), 'day')} since the last purchase, where ${readable(numberOf(first.expected_gap))} were expected.`;
}

function gapWords(rows: readonly StructValue[]): string {
  const total = rows.reduce((sum, row) => sum + numberOf(row.gaps), 0);
  let seen = 0;
  for (const row of rows) {
    seen += numberOf(row.gaps);
    if (seen * 2 >= total)
      return `Half of ${counted(total, 'gap')} are ${counted(numberOf(row.gap), 'day')} long or shorter.`;
  }
  return 'Nobody has bought on two days, so there are no gaps.';
}

function accuracyWords([row]: readonly StructValue[]): string {
  if (row === undefined || !(numberOf(row.people) > 0))
    return 'Nobody has two gaps, so that nothing can be foretold and compared.';
  const [mixed, population] = [numberOf(row.error_mixed), numberOf(row.error_population)];
  const verdict = mixed < population ? share(population - mixed, population) + ' better than' : 'no better than';
  return `Foretelling the last gap of ${counted(numberOf(row.people), 'person', 'people')} was wrong by ${readable(
    mixed,
  )} days on average, ${verdict} the population’s gap alone with ${readable(population)} days.`;
}
