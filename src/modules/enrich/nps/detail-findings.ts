import { joinSql, literal, type Sql, sql } from '../../../core/sql.ts';
import type { StructValue } from '../../../engine/value.ts';
import type { ComputeStep, Finding } from '../../contract.ts';
import { counted, numberOf, share, textOf } from '../../words.ts';
import { rowsOf } from '../purchases.ts';

/** The drivers by what they add to the explained variance. */
export function driverFinding(weights: ComputeStep, drivers: readonly string[]): Finding {
  const names = joinSql(drivers.map(literal), ', ');
  return {
    id: 'drivers',
    title: 'What drives the score',
    data: sql`SELECT
  [${names}][CAST(driver AS INTEGER)] AS driver,
  weight / nullif(explained, 0) AS importance,
  coefficient,
  correlation,
  explained,
  answers
FROM ${rowsOf(weights)}
ORDER BY importance DESC NULLS LAST, driver`,
    reading:
      'Importance is the part of the explained differences in score that goes with this rating; all of them add up to 100 %.',
    chart: {
      kind: 'bar',
      x: { name: 'driver' },
      y: [{ name: 'importance' }],
      aggregate: 'none',
      format: { notation: 'percent', decimals: 1 },
    },
    words: driverWords,
  };
}

/** The comments of each group, by the words in them. */
export function commentFinding(rows: Sql): Finding {
  return {
    id: 'comments',
    title: 'What people wrote',
    data: sql`WITH comments AS (
  SELECT
    score_group,
    trim(comment) AS comment,
    sentiment
  FROM ${rows}
  WHERE score IS NOT NULL
    AND trim(comment) <> ''
), by_comment AS (
  SELECT score_group, comment, count(*) AS times
  FROM comments
  GROUP BY score_group, comment
  QUALIFY row_number() OVER (PARTITION BY score_group ORDER BY times DESC, comment) <= 3
), frequent AS (
  SELECT score_group, list(comment ORDER BY times DESC, comment) AS examples
  FROM by_comment
  GROUP BY score_group
)
SELECT
  score_group,
  count(*) AS comments,
  count_if(sentiment > 0) / count(*) AS positive_share,
  count_if(sentiment < 0) / count(*) AS negative_share,
  avg(sentiment) AS average_sentiment,
  any_value(examples) AS examples
FROM comments
JOIN frequent USING (score_group)
GROUP BY score_group
ORDER BY list_position(['promoter', 'passive', 'detractor'], score_group)`,
    reading: 'Words of praise and complaint are counted from a small English list: read the examples before you act.',
    chart: {
      kind: 'bar',
      x: { name: 'score_group' },
      y: [{ name: 'positive_share' }, { name: 'negative_share' }],
      aggregate: 'none',
      order: 'appearance',
      format: { notation: 'percent', decimals: 1 },
    },
    words: commentWords,
  };
}

function driverWords(rows: readonly StructValue[]): string {
  const [most, next] = rows;
  if (most === undefined)
    return 'There are too few answers with every rating, or ratings that follow from each other, to weigh drivers.';
  if (!(numberOf(most.explained) > 0)) return 'The ratings explain nothing of the score.';
  const second =
    next === undefined ? '' : `, before “${textOf(next.driver)}” with ${share(numberOf(next.importance), 1)}`;
  return `“${textOf(most.driver)}” matters most with ${share(numberOf(most.importance), 1)} of what the ratings explain${second}; together they explain ${share(
    numberOf(most.explained),
    1,
  )} of the differences in score among ${counted(numberOf(most.answers), 'answer')}.`;
}

function commentWords(rows: readonly StructValue[]): string {
  const comments = rows.reduce((sum, row) => sum + numberOf(row.comments), 0);
  if (comments === 0) return 'Nobody wrote a comment.';
  const worst = rows.at(-1);
  return `${counted(comments, 'comment')} ${comments === 1 ? 'was' : 'were'} written; those of the ${textOf(
    worst?.score_group,
  )}s hold more complaint than praise in ${share(numberOf(worst?.negative_share), 1)}, and more praise in ${share(
    numberOf(worst?.positive_share),
    1,
  )}.`;
}
