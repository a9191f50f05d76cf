import { literal, type Sql, sql } from '../../../core/sql.ts';
import type { Finding } from '../../contract.ts';
import { numberOf, share, textOf } from '../../words.ts';
import type { AnonymityInput } from './input.ts';

/**
 * The risk of recognition under three attackers (El Emam, Guide to the De-Identification of Personal Health Information,
 * 2013, chapter 16): a prosecutor knows that a person is in the dataset, risk 1/f for a group of f rows; a journalist does
 * not, risk 1/F with F = f divided by the sampled share; a marketer wants as many as possible, groups divided by rows.
 */
export function riskFinding(groups: Sql, { sample }: AnonymityInput): Finding {
  const part = literal(sample / 100);
  return {
    id: 'risk',
    title: 'The risk of being recognised',
    data: sql`WITH risks AS (
  SELECT people, 1 / people AS prosecutor, least(1, ${part} / people) AS journalist
  FROM ${groups}
)
SELECT
  attacker,
  highest_risk,
  average_risk
FROM (
  SELECT 1 AS place, 'prosecutor' AS attacker, max(prosecutor) AS highest_risk, sum(people * prosecutor) / sum(people) AS average_risk
  FROM risks
  UNION ALL
  SELECT 2, 'journalist', max(journalist), sum(people * journalist) / sum(people)
  FROM risks
  UNION ALL
  SELECT 3, 'marketer', NULL, sum(people * journalist) / sum(people)
  FROM risks
)
ORDER BY place`,
    reading:
      'A prosecutor knows that the person is in the data, a journalist takes the whole population, of which the rows are a random sample; a marketer counts how many are recognised on average.',
    words: (rows) => {
      const risk = (attacker: string) => rows.find((row) => textOf(row.attacker) === attacker);
      const highest = numberOf(risk('prosecutor')?.highest_risk);
      if (!Number.isFinite(highest)) return 'There are no rows, so there is no risk.';
      return `Somebody who knows a person to be in the data recognises them with a chance of up to ${share(
        highest,
        1,
      )}; on average ${share(numberOf(risk('marketer')?.average_risk), 1)} of the people are recognised.`;
    },
  };
}
