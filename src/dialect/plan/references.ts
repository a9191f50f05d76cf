import { infoList, type RawNode } from './raw-plan.ts';

/** What an operator's columns are, for resolving `#0` in the operator above; `undefined` where it cannot be told. */
export type Outputs = readonly string[] | undefined;

/** The expression in plain form: the engine's inner compression taken off, `#0` replaced, database names dropped. */
export function readable(expression: string, inputs: Outputs): string {
  return uncompressed(expression)
    .replace(/#(\d+)/g, (reference, index: string) => inputs?.[Number(index)] ?? reference)
    .replace(/\b\w+\.main\.(?=[\w"])/g, '')
    .replace(/ ASC$/, '')
    .replace(/ Filter: #?\S+$/, '');
}

/** The columns that an operator hands up. */
export function outputsOf(node: RawNode): Outputs {
  const [child, second] = node.children ?? [];
  const inputs = child === undefined || second !== undefined ? undefined : outputsOf(child);
  const list = (key: string) => infoList(node, key).map((each) => readable(each, inputs));
  switch (node.operator_type) {
    case 'TABLE_SCAN':
      return infoList(node, 'Projections');
    case 'PROJECTION':
      return list('Projections');
    case 'FILTER':
    case 'ORDER_BY':
    case 'TOP_N':
    case 'LIMIT':
    case 'STREAMING_LIMIT':
    case 'RESERVOIR_SAMPLE':
    case 'STREAMING_SAMPLE':
      return inputs;
    case 'HASH_GROUP_BY':
    case 'PERFECT_HASH_GROUP_BY':
    case 'PARTITIONED_AGGREGATE':
      return [...list('Groups'), ...list('Aggregates')];
    case 'UNGROUPED_AGGREGATE':
      return list('Aggregates');
    case 'WINDOW':
    case 'STREAMING_WINDOW':
      return inputs === undefined ? undefined : [...inputs, ...list('Projections')];
    default:
      return undefined;
  }
}

/** Whether a projection only passes columns on, reorders or compresses them. */
export function isPassThrough(node: RawNode): boolean {
  return (
    node.operator_type === 'PROJECTION' &&
    node.children?.length === 1 &&
    infoList(node, 'Projections').every((each) => /^(#\d+|"[^"]*"|[\p{L}_][\p{L}\p{N}_]*)$/u.test(uncompressed(each)))
  );
}

function uncompressed(expression: string): string {
  return expression.replace(/__internal_(?:de)?compress_\w+\((.*?)(?:, -?\d+)?\)/g, '$1');
}
