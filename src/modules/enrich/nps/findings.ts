import { type Sql, sql } from '../../../core/sql.ts';
import type { StructValue } from '../../../engine/value.ts';
import type { ComputeStep, Finding, SqlStep } from '../../contract.ts';
import { counted, numberOf, readable, share, textOf } from '../../words.ts';
import { rowsOf } from '../purchases.ts';
import { commentFinding, driverFinding } from './detail-findings.ts';
import type { NpsInput } from './input.ts';
import { npsColumns, npsCounts } from './interval.ts';

/** What the answers say: score, segments and weighting, trend, drivers and comments. */
export function npsFindings(
  answers: SqlStep,
  counts: SqlStep,
  weights: ComputeStep | undefined,
  input: NpsInput,
): readonly Finding[] {
  const rows = rowsOf(counts);
  return [
    {
      id: 'score',
      title: 'Net promoter score',
      data: sql`WITH counts AS (
  SELECT
    ${npsCounts()}
  FROM ${rows}
)
SELECT
  ${npsColumns()},
  asked,
  responses,
  responses / nullif(asked, 0) AS response_rate,
  promoters,
  passives,
  detractors
FROM counts`,
      reading:
        'The interval says where the score of everyone like them lies, 95 times in 100; a change within it may be chance.',
      chart: { kind: 'number', y: [{ name: 'nps' }], aggregate: 'none', format: { decimals: 1 } },
      words: scoreWords,
    },
    ...(input.segment === '' ? [] : [segmentFinding(rows), weightedFinding(rows)]),
    ...(input.time === '' ? [] : [trendFinding(rows, input)]),
    ...(weights === undefined ? [] : [driverFinding(weights, input.drivers)]),
    ...(input.verbatim === '' ? [] : [commentFinding(rowsOf(answers))]),
  ];
}

function segmentFinding(rows: Sql): Finding {
  return {
    id: 'segments',
    title: 'Score by segment',
    data: sql`WITH counts AS (
  SELECT
    segment,
    ${npsCounts()}
  FROM ${rows}
  GROUP BY segment
)
SELECT
  segment,
  ${npsColumns()},
  asked,
  responses,
  responses / asked AS response_rate,
  asked / sum(asked) OVER () AS asked_share
FROM counts
ORDER BY nps DESC NULLS LAST, segment`,
    reading:
      'Where response rates differ much, those who answered are not those who were asked: see the weighted score.',
    chart: { kind: 'bar', x: { name: 'segment' }, y: [{ name: 'nps' }], aggregate: 'none', format: { decimals: 1 } },
    words: segmentWords,
  };
}

/** The variance of a stratified estimate is the sum of the squared weights times the strata's own. */
function weightedFinding(rows: Sql): Finding {
  return {
    id: 'weighted',
    title: 'Score if all had answered alike',
    data: sql`WITH strata AS (
  SELECT
    segment,
    ${npsCounts()}
  FROM ${rows}
  GROUP BY segment
), answered AS (
  SELECT
    *,
    asked / sum(asked) OVER () AS stratum_weight,
    p - d AS net
  FROM strata
  WHERE responses > 0
)
SELECT
  100 * (sum(promoters) - sum(detractors)) / sum(responses) AS nps,
  100 * sum(stratum_weight * net) AS weighted_nps,
  100 * 1.959963985 * sqrt(sum(stratum_weight ** 2 * (p + d - net ** 2) / responses)) AS margin,
  min(responses / asked) AS lowest_response_rate,
  max(responses / asked) AS highest_response_rate
FROM answered
HAVING count(*) > 0`,
    reading:
      'Each segment counts by how many were asked, not by how many answered: that takes away the part of the bias that segments explain.',
    words: weightedWords,
  };
}

function trendFinding(rows: Sql, { grain }: NpsInput): Finding {
  return {
    id: 'trend',
    title: `Score by ${grain}`,
    data: sql`WITH counts AS (
  SELECT
    period,
    ${npsCounts()}
  FROM ${rows}
  WHERE period IS NOT NULL
  GROUP BY period
  HAVING sum(responses) > 0
)
SELECT
  period,
  ${npsColumns()},
  responses
FROM counts
ORDER BY period`,
    reading:
      'Where the intervals of two periods do not meet, the change is more than chance; where they overlap a little, it may be.',
    chart: {
      kind: 'line',
      x: { name: 'period' },
      y: [{ name: 'nps' }, { name: 'lowest' }, { name: 'highest' }],
      aggregate: 'none',
      grain,
      format: { decimals: 1 },
    },
    words: trendWords,
  };
}

function scoreWords([row]: readonly StructValue[]): string {
  const responses = numberOf(row?.responses);
  if (row === undefined || !(responses > 0)) return 'Nobody answered, so there is no score.';
  return `The net promoter score is ${readable(numberOf(row.nps))}, with 95 % confidence between ${readable(
    numberOf(row.lowest),
  )} and ${readable(numberOf(row.highest))}: ${counted(numberOf(row.promoters), 'promoter')}, ${counted(
    numberOf(row.passives),
    'passive',
  )} and ${counted(numberOf(row.detractors), 'detractor')} among ${counted(responses, 'answer')} to ${counted(
    numberOf(row.asked),
    'invitation',
  )} (${share(responses, numberOf(row.asked))}).`;
}

function segmentWords(rows: readonly StructValue[]): string {
  const known = rows.filter((row) => numberOf(row.responses) > 0);
  const [best, worst] = [known[0], known.at(-1)];
  if (best === undefined || worst === undefined) return 'No segment has answers.';
  if (best === worst)
    return `Only “${textOf(best.segment)}” answered, with a score of ${readable(numberOf(best.nps))}.`;
  return `“${textOf(best.segment)}” has the highest score with ${readable(numberOf(best.nps))}, “${textOf(
    worst.segment,
  )}” the lowest with ${readable(numberOf(worst.nps))}; they answered at ${share(numberOf(best.response_rate), 1)} and ${share(
    numberOf(worst.response_rate),
    1,
  )}.`;
}

function weightedWords([row]: readonly StructValue[]): string {
  if (row === undefined) return 'Nobody answered, so there is nothing to weight.';
  return `Weighted by how many were asked, the score is ${readable(numberOf(row.weighted_nps))} (± ${readable(
    numberOf(row.margin),
  )}) in place of ${readable(numberOf(row.nps))}: response rates go from ${share(numberOf(row.lowest_response_rate), 1)} to ${share(
    numberOf(row.highest_response_rate),
    1,
  )}.`;
}

function trendWords(rows: readonly StructValue[]): string {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return 'No answer has a time.';
  if (rows.length === 1) return `All answers are of one period, with a score of ${readable(numberOf(last.nps))}.`;
  const apart = numberOf(last.lowest) > numberOf(first.highest) || numberOf(last.highest) < numberOf(first.lowest);
  return `The score went from ${readable(numberOf(first.nps))} to ${readable(numberOf(last.nps))} over ${counted(
    rows.length,
    'period',
  )}: ${apart ? 'more than chance explains' : 'no more than chance may explain'}.`;
}
