import { isGrouping, isJoin } from './operator-words.ts';
import type { Plan, PlanNode } from './plan.ts';

const count = new Intl.NumberFormat('en-US');
const rowsText = (rows: number) => `${count.format(rows)} ${rows === 1 ? 'row' : 'rows'}`;

/** One or two sentences on where the time went, and on the join that multiplied rows most, if any did. */
export function planWords(plan: Plan): string {
  const nodes = allNodes(plan.root);
  const slowest = nodes.reduce((best, node) => (node.seconds > best.seconds ? node : best), plan.root);
  const multiplier = mostMultiplying(nodes);
  const remark =
    multiplier === undefined || multiplier === slowest
      ? ''
      : ` The step “${multiplier.title}” multiplied rows: ${inputsText(multiplier)} became ${rowsText(multiplier.rows)}.`;
  if (plan.seconds < 0.001) return `It took less than a millisecond; nothing stands out.${remark}`;
  const share = Math.round(slowest.share * 100);
  const most = share >= 50 ? 'Most of the time' : 'The largest part of the time';
  return `${most} (${share} % of ${durationText(plan.seconds)}) went into ${activity(slowest)}.${remark}`;
}

/** A duration for people: `1.2 s`, `35 ms`, `< 1 ms`. */
export function durationText(seconds: number): string {
  if (seconds >= 9.95) return `${Math.round(seconds)} s`;
  if (seconds >= 0.9995) return `${seconds.toFixed(1)} s`;
  return seconds < 0.001 ? '< 1 ms' : `${Math.round(seconds * 1000)} ms`;
}

/** All operators of a plan from the top down. */
export function allNodes(root: PlanNode): PlanNode[] {
  return [root, ...root.children.flatMap(allNodes)];
}

function activity(node: PlanNode): string {
  const input = node.children.reduce((sum, child) => sum + child.rows, 0);
  const type = node.operator;
  if (type === 'TABLE_SCAN') {
    const kept =
      node.scanned === undefined || node.scanned === node.rows ? '' : `, of which ${count.format(node.rows)} were kept`;
    return `reading ${node.title.replace(/^Read /, '')}: ${rowsText(node.scanned ?? node.rows)}${kept}`;
  }
  if (isJoin(type)) {
    const multiplied = isMultiplying(node) ? ' — the join multiplies rows' : '';
    return `joining: ${inputsText(node)} became ${rowsText(node.rows)}${multiplied}`;
  }
  if (isGrouping(type)) return `grouping ${rowsText(input)} into ${count.format(node.rows)}`;
  if (type === 'UNGROUPED_AGGREGATE') return `aggregating ${rowsText(input)}`;
  if (type === 'ORDER_BY' || type === 'TOP_N') return `sorting ${rowsText(input)}`;
  if (type.endsWith('WINDOW')) return `window functions over ${rowsText(input)}`;
  if (type === 'FILTER') return `filtering ${rowsText(input)}, of which ${count.format(node.rows)} were kept`;
  if (type === 'PROJECTION') return `computing columns for ${rowsText(node.rows)}`;
  return `the step “${node.title}” (${rowsText(Math.max(input, node.rows))})`;
}

function inputsText(node: PlanNode): string {
  return node.children.map((child) => rowsText(child.rows)).join(' and ');
}

/** Whether a join gives out far more rows than its larger input has. */
function isMultiplying(node: PlanNode): boolean {
  const largest = Math.max(0, ...node.children.map((child) => child.rows));
  return isJoin(node.operator) && node.rows >= 1000 && node.rows > 2 * largest;
}

function mostMultiplying(nodes: readonly PlanNode[]): PlanNode | undefined {
  return nodes.filter(isMultiplying).sort((a, b) => b.rows - a.rows)[0];
}
