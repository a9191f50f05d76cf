import type { Analysis } from '../analysis.ts';
import type { ColumnShape } from '../catalog-shape.ts';
import { nameText } from '../keywords.ts';
import type { ScopeRelation } from '../scope/scope.ts';
import { type CompletionItem, rank, sortText } from './item.ts';

const enough = 12;

/** Likely conditions for the join at the position: keys of the same name, then `customer_id` with the `id` of `customers`, then the rest. */
export function joinConditionItems(analysis: Analysis): CompletionItem[] {
  const { left, right } = joinedAt(analysis);
  if (right === undefined) return [];
  const conditions = left.flatMap((other) =>
    [...pairs(other, right)].map(([a, b]) => `${qualified(other, a)} = ${qualified(right, b)}`),
  );
  return conditions.slice(0, enough).map((text, place) => ({
    label: text,
    kind: 'condition',
    insert: text,
    sortText: sortText(rank.condition, text, place),
  }));
}

/** Columns that the right side of the join shares with the left. */
export function commonColumnItems(analysis: Analysis): CompletionItem[] {
  const { left, right } = joinedAt(analysis);
  return (right?.columns ?? [])
    .filter((column) => left.some((other) => other.columns.some((candidate) => isSame(candidate.name, column.name))))
    .map((column, place) => ({
      label: nameText(column.name),
      kind: 'column',
      insert: nameText(column.name),
      ...(column.sqlType !== undefined && { detail: column.sqlType }),
      sortText: sortText(rank.column, column.name, place),
    }));
}

/** The last relation before the position, and those to the left of it. */
function joinedAt(analysis: Analysis): { left: readonly ScopeRelation[]; right: ScopeRelation | undefined } {
  const { block, resolver, index } = analysis;
  const before =
    block === undefined
      ? []
      : resolver.relationsOf(block).filter((relation) => (relation.source?.end ?? index) < index + 1);
  return { left: before.slice(0, -1), right: before.at(-1) };
}

function* pairs(left: ScopeRelation, right: ScopeRelation): Generator<[ColumnShape, ColumnShape]> {
  const same = left.columns.flatMap((column) => {
    const match = right.columns.find((candidate) => isSame(candidate.name, column.name));
    return match === undefined ? [] : [[column, match] as [ColumnShape, ColumnShape]]; // a pair, not a list
  });
  yield* same.filter(([column]) => isKey(column.name) && !isSame(column.name, 'id'));
  for (const column of left.columns) {
    const match = keyOf(column.name, right);
    if (match !== undefined) yield [column, match];
  }
  for (const column of right.columns) {
    const match = keyOf(column.name, left);
    if (match !== undefined) yield [match, column];
  }
  yield* same.filter(([column]) => isSame(column.name, 'id'));
  yield* same.filter(([column]) => !isKey(column.name));
}

/** The `id` of the table that `customer_id` names. */
function keyOf(column: string, relation: ScopeRelation): ColumnShape | undefined {
  const stem = /^(.+?)_?id$/i.exec(column)?.[1]?.toLowerCase();
  const table = (relation.name.at(-1) ?? relation.alias).toLowerCase();
  if (
    stem === undefined ||
    !new RegExp(`^${escaped(stem)}(s|es)?$|^${escaped(stem.replace(/y$/, ''))}ies$`).test(table)
  )
    return undefined;
  return relation.columns.find((candidate) => isSame(candidate.name, 'id'));
}

const escaped = (text: string) => text.replace(/[^\p{L}\p{N}_]/gu, '\\$&');
const isKey = (name: string) => /(^|_)(id|key|code|uuid)$/i.test(name);
const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

function qualified(relation: ScopeRelation, column: ColumnShape): string {
  const name = nameText(column.name);
  return relation.alias === '' ? name : `${nameText(relation.alias)}.${name}`;
}
