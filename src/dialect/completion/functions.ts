import type { CatalogShape, FunctionKind, FunctionShape } from '../catalog-shape.ts';
import { signatureText } from '../signature-text.ts';
import { type CompletionItem, rank, sortText } from './item.ts';

/** Kinds of functions that can stand in an expression. */
export const expressionKinds: readonly FunctionKind[] = ['scalar', 'aggregate', 'window', 'macro'];

const cache = new WeakMap<CatalogShape, ReadonlyMap<FunctionKind, readonly CompletionItem[]>>();

/** The catalog's functions of some kinds as entries; built once for each catalog. */
export function functionItems(shape: CatalogShape, kinds: readonly FunctionKind[]): CompletionItem[] {
  let byKind = cache.get(shape);
  if (byKind === undefined) {
    byKind = build(shape);
    cache.set(shape, byKind);
  }
  return kinds.flatMap((kind) => byKind.get(kind) ?? []);
}

/** The same entries without parentheses, for places where those are written already or never come. */
export function withoutCall(item: CompletionItem): CompletionItem {
  if (item.insert !== `${item.label}($0)` && item.insert !== `${item.label}()`) return item;
  return {
    label: item.label,
    kind: item.kind,
    insert: item.label,
    ...(item.detail !== undefined && { detail: item.detail }),
    sortText: item.sortText,
  };
}

function build(shape: CatalogShape): ReadonlyMap<FunctionKind, CompletionItem[]> {
  const byKind = new Map<FunctionKind, CompletionItem[]>();
  for (const found of shape.functions) {
    const items = byKind.get(found.kind) ?? [];
    items.push(functionItem(found));
    byKind.set(found.kind, items);
  }
  return byKind;
}

function functionItem(found: FunctionShape): CompletionItem {
  const takesNothing = found.signatures.every(
    (signature) => signature.parameters.length === 0 && signature.varargs === undefined,
  );
  const [first] = found.signatures;
  const level =
    found.kind === 'aggregate' ? rank.aggregate : found.kind === 'table-function' ? rank.keyword : rank.function;
  return {
    label: found.name,
    kind: found.kind,
    insert: takesNothing ? `${found.name}()` : `${found.name}($0)`,
    ...(!takesNothing && { snippet: true }),
    ...(first !== undefined && { detail: signatureText(found.name, first).slice(found.name.length) }),
    sortText: sortText(level, found.name),
  };
}
