import { fieldsOf, parseType, type TypeTree } from '../dialect/type-tree.ts';

/** A column of the dataset that is to be flattened. */
export interface NestedColumn {
  readonly name: string;
  /** The engine's name of its type. */
  readonly sqlType: string;
}

/** A step from a value into it: to a field, or to the items of a list and the entries of a map. */
export type PathStep = { readonly kind: 'field'; readonly name: string } | { readonly kind: 'items' };

/** A value within a dataset's rows. */
export interface NestedPath {
  /** The column first, as a field of the row. */
  readonly steps: readonly PathStep[];
  /** Such as `commerce.order.total` or `items[].sku`; no two paths of a dataset share one. */
  readonly label: string;
  readonly type: TypeTree;
  readonly shape: 'value' | 'struct' | 'list' | 'map';
  /** The lists and maps it lies in, outermost first: only turned into rows do they give single values. */
  readonly lists: readonly NestedPath[];
}

/**
 * All paths of a dataset in the order of its columns, each before what it holds. The entries of a map have the fields
 * `key` and `value`; of a union every member is a field, NULL where another is set.
 */
export function flattenPaths(columns: readonly NestedColumn[]): readonly NestedPath[] {
  const paths: NestedPath[] = [];
  const visit = (type: TypeTree, steps: readonly PathStep[], label: string, lists: readonly NestedPath[]) => {
    const path = { steps, label, type, shape: shapeOf(type), lists };
    paths.push(path);
    for (const field of fieldsOf(type)) {
      visit(field.type, [...steps, { kind: 'field', name: field.name }], `${label}.${labelOf(field.name)}`, lists);
    }
    const items = itemsOf(type);
    if (items !== undefined) visit(items, [...steps, { kind: 'items' }], `${label}[]`, [...lists, path]);
  };
  for (const { name, sqlType } of columns) visit(parseType(sqlType), [{ kind: 'field', name }], labelOf(name), []);
  return paths;
}

function shapeOf({ kind }: TypeTree): NestedPath['shape'] {
  if (kind === 'list' || kind === 'map') return kind;
  return kind === 'struct' || kind === 'union' ? 'struct' : 'value';
}

/** What unfolding a list or a map gives. */
function itemsOf(type: TypeTree): TypeTree | undefined {
  if (type.kind === 'list') return type.item;
  if (type.kind !== 'map') return undefined;
  const fields = [
    { name: 'key', type: type.key },
    { name: 'value', type: type.value },
  ];
  return { kind: 'struct', fields };
}

/** Names that hold marks of a label are quoted in it. */
function labelOf(name: string): string {
  return /[."[\]]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}
