import { joinSql, literal, sql } from '../../../core/sql.ts';
import type { Check, SqlStep } from '../../contract.ts';
import { rowsOf } from '../purchases.ts';
import type { RfmInput } from './input.ts';
import { noSegment } from './segments.ts';

/** What would make scores or segments say less than they seem to. */
export function rfmChecks(scores: SqlStep, { bins, method, segments }: RfmInput): readonly Check[] {
  const rows = rowsOf(scores);
  return [
    {
      id: 'segments_cover_all',
      title: 'Every person falls into a segment',
      severity: 'warning',
      when: 'after',
      violations: sql`SELECT recency, frequency, monetary, count(*) AS people
FROM ${rows}
WHERE period = 'now'
  AND segment = ${literal(noSegment)}
GROUP BY ALL
ORDER BY people DESC, recency, frequency, monetary`,
      remedy: 'Widen a segment, or add a last one that takes all scores. The rules given at first are made for 4 bins.',
      field: 'segments',
    },
    {
      id: 'rules_are_used',
      title: 'Every segment has people',
      severity: 'note',
      when: 'after',
      violations:
        segments.length === 0
          ? sql`SELECT 'no rule' AS segment\nLIMIT 0`
          : sql`WITH rules AS (
  SELECT unnest([${joinSql(
    segments.map(({ name }) => literal(name)),
    ', ',
  )}]) AS segment
)
SELECT segment
FROM rules
ANTI JOIN ${rows} AS scores
  ON scores.segment = rules.segment
  AND scores.period = 'now'
ORDER BY segment`,
      remedy: 'A rule that an earlier one holds whole can never be reached: move it up, or take it out.',
      field: 'segments',
    },
    {
      id: 'people_fill_bins',
      title: 'There are enough people for the bins',
      severity: 'warning',
      when: 'after',
      violations:
        method === 'cuts'
          ? sql`SELECT 0 AS people\nLIMIT 0`
          : sql`SELECT count(*) AS people, ${literal(bins)} AS bins
FROM ${rows}
WHERE period = 'now'
HAVING count(*) < ${literal(bins * 10)}`,
      remedy: 'With fewer than ten people a bin, one person moves a score. Take fewer bins or a longer look-back.',
      field: 'bins',
    },
  ];
}
