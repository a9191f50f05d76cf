import { literal, sql, type Sql } from '../../core/sql.ts';
import type { Dimension } from '../resolve.ts';
import type { AxisLimits, AxisSql } from './axis-contract.ts';
import { word } from './layout.ts';

/**
 * The highest ranking categories one by one and the rest as one group. NULL is no category: it has a group of its own
 * that takes no place in the ranking.
 */
export function categoryAxis(name: string, { order }: Dimension, limits: AxisLimits): AxisSql {
  const at = word(name);
  const own = (suffix: string) => word(`${name}_${suffix}`);
  const [ranked, rank, other, position] = [own('ranked'), own('rank'), own('other'), own('position')];
  const display = displayOrder(at, order);
  const beyond = sql`coalesce(${rank} > ${literal(limits.most)}, false)`;
  return {
    steps: [
      {
        name: `${name}_ranked`,
        query: sql`  SELECT
    ${at},
    row_number() OVER (ORDER BY ${rankOrder(order, limits.rankBy)}, ${at}) AS ${rank}${
      display === null ? sql`` : sql`,\n    row_number() OVER (ORDER BY ${display}) AS ${position}`
    }
  FROM source
  WHERE ${at} IS NOT NULL
  GROUP BY ${at}`,
      },
    ],
    join: sql`LEFT JOIN ${ranked} ON source.${at} = ${ranked}.${at}`,
    placed: [
      { name: `${name}_other`, expression: beyond, key: true },
      {
        name,
        expression: sql`CASE WHEN NOT ${beyond} THEN CAST(source.${at} AS VARCHAR) END`,
        key: true,
      },
      {
        name: `${name}_position`,
        expression: sql`CASE WHEN NOT ${beyond} THEN ${display === null ? rank : sql`${ranked}.${position}`} END`,
        key: true,
      },
    ],
    order: [other, sql`${position} NULLS LAST`],
    facts: [sql`(SELECT count(*) FROM ${ranked}) AS ${own('total')}`],
    condition: limits.drop ? sql`NOT ${other}` : null,
  };
}

function rankOrder(order: Dimension['order'], rankBy: Sql): Sql {
  return order === 'value-ascending' ? sql`${rankBy} NULLS LAST` : sql`${rankBy} DESC NULLS LAST`;
}

/** How the categories that are shown stand, where that is not by rank. */
function displayOrder(at: Sql, order: Dimension['order']): Sql | null {
  switch (order) {
    case 'natural':
      return at;
    case 'natural-descending':
      return sql`${at} DESC`;
    case 'appearance':
      return sql`min(row_number)`;
    default:
      return null;
  }
}
