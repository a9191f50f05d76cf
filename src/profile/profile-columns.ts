import type { CancelSignal } from '../core/cancel.ts';
import { rawSql, type Sql, sql } from '../core/sql.ts';
import { carriedType } from '../engine/carried-type.ts';
import { collect } from '../engine/collect.ts';
import type { Session } from '../engine/engine.ts';
import { textAt } from '../engine/text.ts';
import { numberAt } from '../engine/value.ts';
import type { ColumnProfile, ProfiledColumn, ValueCount } from './column-profile.ts';
import { type Figures, readFigures } from './figures.ts';
import { extentSql, type ShapePlan, shapeSql, topValuesSql } from './profile-sql.ts';
import { readProfile, topValues } from './read-profile.ts';
import { planShape } from './shape-plan.ts';

export interface ProfileOptions {
  readonly signal?: CancelSignal;
  /** Up to so many rows every figure is exact; beyond, distinct counts and quantiles are estimated, and say so. */
  readonly exactRows?: number;
  /** Only what a column header shows: exact up to 100,000 rows, and no frequent values of columns that have many. */
  readonly brief?: boolean;
  /** Hears each profile as soon as it is complete. */
  readonly onProfile?: (profile: ColumnProfile, index: number) => void;
}

/** Columns whose figures are computed in one statement. */
const columnsPerScan = 24;

/** A column where this share of the values differ has no frequent values worth a statement. */
const nearlyAllDistinct = 0.9;

/**
 * Profiles columns of any relation (a name, or a query in parentheses) in two scans for each 24 of them, and one grouping
 * for each column with many repeated values.
 */
export async function profileColumns(
  session: Session,
  relation: Sql,
  columns: readonly ProfiledColumn[],
  options: ProfileOptions = {},
): Promise<ColumnProfile[]> {
  const { brief = false, exactRows = brief ? 100_000 : 2_000_000, signal } = options;
  const run = (statement: Sql) => collect(session, statement.text, signal === undefined ? {} : { signal });
  const profiles: ColumnProfile[] = [];
  for (let first = 0; first < columns.length; first += columnsPerScan) {
    const group = columns.slice(first, first + columnsPerScan).map(asCarried);
    const extent = readFigures(await run(extentSql(relation, group)));
    const plans = group.map(({ info }, index) => planShape(extent, index, info.type, { exactRows }));
    const shape = readFigures(await run(shapeSql(relation, group, plans)));
    for (const [index, column] of group.entries()) {
      const plan = plans[index];
      if (plan === undefined) continue;
      const isAsked = !brief && needsTop(index, extent, shape, plan);
      const top = isAsked ? readTop(await run(topValuesSql(relation, column, topValues))) : undefined;
      const profile = readProfile(column, index, extent, shape, plan, top);
      profiles.push(profile);
      options.onProfile?.(profile, first + index);
    }
  }
  return profiles;
}

/** In columns too large to count exactly, values that hardly repeat are not worth grouping. */
function needsTop(index: number, extent: Figures, shape: Figures, plan: ShapePlan): boolean {
  const present = extent.number(`present_${index}`) ?? 0;
  if (present === 0 || plan.countsValues) return false;
  const exact = shape.number(`exact_distinct_${index}`);
  if (exact !== undefined) return exact < present;
  return (extent.number(`distinct_${index}`) ?? 0) < present * nearlyAllDistinct;
}

/** ENUM and its like are profiled as the texts that results show. */
function asCarried(column: ProfiledColumn): ProfiledColumn {
  const carried = carriedType(column.info.sqlType);
  if (carried === column.info.sqlType) return column;
  return { ...column, sql: sql`CAST(${column.sql} AS ${rawSql(carried)})` };
}

/** Reads what `topValuesSql` gives. */
export function readTop({ batches }: Awaited<ReturnType<typeof collect>>): ValueCount[] {
  return batches.flatMap(({ rowCount, columns: [values, counts] }) =>
    values === undefined || counts === undefined
      ? []
      : Array.from({ length: rowCount }, (_, row) => ({
          value: textAt(values, row) ?? '',
          count: numberAt(counts, row),
        })),
  );
}
