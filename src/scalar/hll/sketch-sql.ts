import { literal, type Sql, sql } from '../../core/sql.ts';

/** How a value is hashed: whole numbers as `long`, fractions as `double`, everything else as `text`. */
export type SketchedKind = 'text' | 'long' | 'double';

/** The size that sketches have unless another is asked for. */
export const usualLgK = 12;

/** What a sketch keeps of a value; `value` is text, INTEGER or DOUBLE, larger whole numbers as text. */
export function couponSql(kind: SketchedKind, value: Sql): Sql {
  return sql`sh_hll_coupon(${literal(kind)}, ${value})`;
}

/** An aggregate that gives the sketch of all values as text in base 64; `filter` is the condition of FILTER. */
export function buildSketchSql(coupon: Sql, lgK: Sql, filter?: Sql): Sql {
  const chosen = filter === undefined ? sql`` : sql` FILTER (WHERE ${filter})`;
  return sql`sh_hll_build(coalesce(array_to_string(list(DISTINCT ${coupon})${chosen}, ','), ''), ${lgK})`;
}

/** An aggregate that merges sketches; ones of different sizes only where `anySize` is not 0. */
export function mergeSketchesSql(sketch: Sql, anySize: Sql, filter?: Sql): Sql {
  const chosen = filter === undefined ? sql`` : sql` FILTER (WHERE ${filter})`;
  return sql`sh_hll_merge(string_agg(DISTINCT ${sketch}, ',')${chosen}, ${anySize})`;
}

/** About how many different values a sketch has seen, to two places. */
export function estimateSketchSql(sketch: Sql): Sql {
  return sql`round(sh_hll_estimate(${sketch}), 2)`;
}
