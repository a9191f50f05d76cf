import { infoList, type RawNode } from './raw-plan.ts';

const fixed: Readonly<Partial<Record<string, string>>> = {
  FILTER: 'Filter rows',
  PROJECTION: 'Compute columns',
  PIECEWISE_MERGE_JOIN: 'Join by range',
  IE_JOIN: 'Join by range',
  NESTED_LOOP_JOIN: 'Join by comparing every pair',
  BLOCKWISE_NL_JOIN: 'Join by comparing every pair',
  CROSS_PRODUCT: 'Combine every row with every row',
  ASOF_JOIN: 'Join with the nearest row',
  POSITIONAL_JOIN: 'Join by position',
  POSITIONAL_SCAN: 'Join by position',
  LEFT_DELIM_JOIN: 'Join for a correlated subquery',
  RIGHT_DELIM_JOIN: 'Join for a correlated subquery',
  DELIM_SCAN: 'Values for the correlated subquery',
  UNGROUPED_AGGREGATE: 'Aggregate all rows',
  WINDOW: 'Window functions',
  STREAMING_WINDOW: 'Window functions',
  ORDER_BY: 'Sort',
  TOP_N: 'Sort, keep the first rows',
  LIMIT: 'Limit',
  STREAMING_LIMIT: 'Limit',
  LIMIT_PERCENT: 'Limit',
  UNION: 'Append results',
  UNNEST: 'Unnest lists',
  RESERVOIR_SAMPLE: 'Sample',
  STREAMING_SAMPLE: 'Sample',
  CTE_SCAN: 'Read a common table',
  RECURSIVE_CTE_SCAN: 'Rows of the round before',
  INSERT: 'Insert rows',
  BATCH_INSERT: 'Insert rows',
  UPDATE: 'Update rows',
  DELETE_OPERATOR: 'Delete rows',
  MERGE_INTO: 'Merge rows',
  CREATE_TABLE_AS: 'Create the table',
  BATCH_CREATE_TABLE_AS: 'Create the table',
  COPY_TO_FILE: 'Write the file',
  BATCH_COPY_TO_FILE: 'Write the file',
  DUMMY_SCAN: 'One empty row',
  COLUMN_DATA_SCAN: 'Read values',
  EXPRESSION_SCAN: 'Read values',
  EMPTY_RESULT: 'Nothing: the condition is never true',
  INOUT_FUNCTION: 'Table function',
  PIVOT: 'Pivot',
};

const joins: Readonly<Partial<Record<string, string>>> = {
  INNER: 'Join',
  LEFT: 'Left join',
  RIGHT: 'Right join',
  OUTER: 'Full join',
  FULL: 'Full join',
  SEMI: 'Keep rows with a match',
  RIGHT_SEMI: 'Keep rows with a match',
  ANTI: 'Keep rows without a match',
  RIGHT_ANTI: 'Keep rows without a match',
  MARK: 'Look for a match',
  SINGLE: 'Look up one value',
};

/** What an operator does, in plain words. */
export function operatorTitle(node: RawNode): string {
  const type = node.operator_type ?? '';
  const [table] = infoList(node, 'Table');
  const [cte] = infoList(node, 'CTE Name');
  const [join = ''] = infoList(node, 'Join Type');
  if (type === 'TABLE_SCAN') return `Read ${table ?? infoList(node, 'Function')[0]?.toLowerCase() ?? 'a table'}`;
  if (type === 'CTE') return `Compute ${cte ?? 'a common table'} once`;
  if (type.startsWith('RECURSIVE') && type.endsWith('CTE')) return `Repeat ${cte ?? 'the recursive query'}`;
  if (type === 'HASH_JOIN') return joins[join] ?? 'Join';
  if (isGrouping(type)) return infoList(node, 'Aggregates').length === 0 ? 'Remove duplicates' : 'Group and aggregate';
  const name = type.toLowerCase().replaceAll('_', ' ');
  return fixed[type] ?? name.charAt(0).toUpperCase() + name.slice(1);
}

/** Whether an operator groups rows. */
export function isGrouping(type: string): boolean {
  return /^(HASH_GROUP_BY|PERFECT_HASH_GROUP_BY|PARTITIONED_AGGREGATE)$/.test(type);
}

/** Whether an operator joins its inputs. */
export function isJoin(type: string): boolean {
  return type.endsWith('_JOIN') || type === 'CROSS_PRODUCT' || type === 'POSITIONAL_SCAN';
}

const labels: Readonly<Partial<Record<string, string>>> = {
  Conditions: 'On',
  Filters: 'Keeps rows where',
  Expression: 'Keeps rows where',
  Groups: 'Grouped by',
  Aggregates: 'Aggregates',
  'Order By': 'Sorted by',
  Projections: 'Columns',
  Top: 'First rows',
  'Sample Size': 'Size',
  Function: 'Function',
};

/** A detail's label in plain words; `undefined` for what the title or the figures say already. */
export function detailLabel(key: string): string | undefined {
  return labels[key];
}
