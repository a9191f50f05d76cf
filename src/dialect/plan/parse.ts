import { rawSql, sql, type Sql } from '../../core/sql.ts';
import { detailLabel, operatorTitle } from './operator-words.ts';
import type { Plan, PlanDetail, PlanNode } from './plan.ts';
import { infoList, parseRawPlan, type RawNode } from './raw-plan.ts';
import { isPassThrough, outputsOf, readable } from './references.ts';

/** The statement that runs another one and tells its plan; the JSON is in column `explain_value`. */
export function analyzeSql(statement: string): Sql {
  return sql`EXPLAIN (ANALYZE, FORMAT json)
${rawSql(statement)}`;
}

/** Reads the answer to `analyzeSql`. Operators that only pass columns on are drawn into the one below. */
export function parsePlan(json: string): Plan {
  const raw = parseRawPlan(json);
  const seconds = sumOf(raw);
  let nextId = 0;
  const build = (node: RawNode, carried: number): PlanNode => {
    const own = (node.operator_timing ?? 0) + carried;
    const [only] = node.children ?? [];
    if (isPassThrough(node) && only !== undefined) return build(only, own);
    const scanned = node.operator_rows_scanned ?? 0;
    return {
      id: nextId++,
      operator: node.operator_type ?? node.operator_name ?? '',
      title: operatorTitle(node),
      details: detailsOf(node),
      rows: rowsOf(node),
      scanned: node.operator_type === 'TABLE_SCAN' && scanned > 0 ? scanned : undefined,
      estimated: estimateOf(node),
      seconds: own,
      share: seconds === 0 ? 0 : own / seconds,
      children: (node.children ?? []).map((child) => build(child, 0)),
    };
  };
  return { root: build(raw, 0), seconds };
}

function sumOf(node: RawNode): number {
  return (node.children ?? []).reduce((sum, child) => sum + sumOf(child), node.operator_timing ?? 0);
}

/** UNION and CTE report no rows of their own. */
function rowsOf(node: RawNode): number {
  const children = node.children ?? [];
  if (node.operator_type === 'UNION') return children.reduce((sum, child) => sum + rowsOf(child), 0);
  const last = children.at(-1);
  if (node.operator_type === 'CTE' && last !== undefined) return rowsOf(last);
  return node.operator_cardinality ?? 0;
}

function estimateOf(node: RawNode): number | undefined {
  const [text] = infoList(node, 'Estimated Cardinality');
  const estimated = text === undefined ? Number.NaN : Number(text);
  return estimated > 0 ? estimated : undefined;
}

function detailsOf(node: RawNode): PlanDetail[] {
  const [child, second] = node.children ?? [];
  const inputs = child === undefined || second !== undefined ? undefined : outputsOf(child);
  return Object.keys(node.extra_info ?? {}).flatMap((key): PlanDetail[] => {
    const label = detailLabel(key);
    const text = infoList(node, key)
      .map((each) => readable(each, inputs))
      .join(', ');
    return label === undefined || text === '' ? [] : [{ label, text }];
  });
}
