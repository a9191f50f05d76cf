import { uniqueName } from '../../core/names.ts';
import type { ColumnType, Field } from '../../engine/types.ts';
import type { ImportNote } from '../contract.ts';
import { Notes } from './notes.ts';
import type { RecordShape } from './record-shape.ts';
import { maxColumns, maxDepth, maxFields, seen, type Shape } from './shape.ts';

/**
 * How a column is built. `unset` saw only NULLs; `text` may hold numbers and booleans besides strings; `json` holds objects
 * or lists as text as well.
 */
export type ColumnKind =
  | 'unset'
  | 'boolean'
  | 'bigint'
  | 'double'
  | 'decimal'
  | 'date'
  | 'timestamp'
  | 'instant'
  | 'text'
  | 'json'
  | 'list'
  | 'struct';

/** A column, field or list item with its type decided. */
export interface ColumnPlan {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly type: ColumnType;
  readonly shape: Shape;
  /** A struct's fields in the order of the shape's field table, or a list's item. */
  readonly children: readonly ColumnPlan[];
}

/** The columns of the table and what to tell about them. */
export interface RecordPlan {
  readonly columns: readonly ColumnPlan[];
  /** Which column holds records that are no objects; -1 when there are none. */
  readonly bareColumn: number;
  /** Set when each record is kept whole, as JSON text in the only column. */
  readonly isOpaque: boolean;
  readonly notes: readonly ImportNote[];
}

/** Decides names and types from everything seen. */
export function planRecords(shape: RecordShape): RecordPlan {
  const notes = new Notes();
  if (shape.isOpaque) {
    if (shape.object.opaque) {
      const reason = `The records have more than ${maxColumns.toLocaleString('en-US')} different keys`;
      notes.add('too-many-columns', `${reason}: each is kept whole, as JSON text in the column "value".`);
    }
    const column: ColumnPlan = { name: 'value', ...scalarPlan('json', shape.object) };
    return { columns: [column], bareColumn: 0, isOpaque: true, notes: notes.list() };
  }
  const names = uniqueNames(shape.object.fields.names, '', notes);
  const columns = shape.object.children.map((child, index) => planColumn(names[index] ?? '', child, '', notes));
  const hasBare = shape.bare.bits !== 0 || columns.length === 0;
  if (!hasBare) return { columns, bareColumn: -1, isOpaque: false, notes: notes.list() };
  const bare = planColumn(uniqueName('value', names), shape.bare, '', notes);
  return { columns: [...columns, bare], bareColumn: columns.length, isOpaque: false, notes: notes.list() };
}

function planColumn(name: string, shape: Shape, parent: string, notes: Notes): ColumnPlan {
  const path = parent === '' ? name : `${parent}.${name}`;
  if (shape.opaque || (shape.has(seen.object) && shape.fields.count === 0)) return opaquePlan(name, shape, path, notes);
  if (shape.has(seen.object)) {
    const names = uniqueNames(shape.fields.names, path, notes);
    const children = shape.children.map((child, index) => planColumn(names[index] ?? '', child, path, notes));
    return { name, kind: 'struct', type: { kind: 'struct', fields: children.map(fieldOf) }, shape, children };
  }
  if (shape.has(seen.list)) {
    const item = planColumn('[]', shape.item, path, notes);
    return { name, kind: 'list', type: { kind: 'list', item: item.type }, shape, children: [item] };
  }
  const plan = scalarPlan(scalarKind(shape), shape);
  if (plan.kind === 'text' && shape.has(seen.whole | seen.fraction | seen.nonFinite)) {
    notes.add(
      'long-numbers',
      `"${path}" holds numbers with more digits than a number type keeps: they are kept as text.`,
    );
  }
  return { name, ...plan };
}

function opaquePlan(name: string, shape: Shape, path: string, notes: Notes): ColumnPlan {
  const kind = shape.has(seen.object | seen.list) ? 'json' : 'text';
  if (shape.typeCount > 1) {
    notes.add(
      'mixed-types',
      `"${path}" holds ${typeWords(shape)}: it is kept as text, numbers and nested values as JSON text.`,
    );
  } else if (shape.has(seen.map)) {
    const limit = maxFields.toLocaleString('en-US');
    notes.add('map-as-text', `"${path}" has more than ${limit} different keys: it is kept as JSON text.`);
  } else if (shape.has(seen.deep)) {
    notes.add('too-deep', `Values nested deeper than ${maxDepth} levels are kept as JSON text, in "${name}".`);
  }
  return { name, ...scalarPlan(kind, shape) };
}

function typeWords(shape: Shape): string {
  const words = [
    shape.has(seen.date | seen.naive | seen.instant | seen.text) && 'text',
    shape.has(seen.whole | seen.fraction | seen.nonFinite) && 'numbers',
    shape.has(seen.boolean) && 'booleans',
    shape.has(seen.object) && 'objects',
    shape.has(seen.list) && 'lists',
  ].filter((word) => word !== false);
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

function scalarPlan(kind: ColumnKind, shape: Shape): Omit<ColumnPlan, 'name'> {
  return { kind, type: scalarType(kind, shape), shape, children: [] };
}

function scalarKind(shape: Shape): ColumnKind {
  if (shape.bits === 0) return 'unset';
  if (shape.has(seen.boolean)) return 'boolean';
  if (shape.has(seen.whole | seen.fraction | seen.nonFinite)) return numberKind(shape);
  const strings = shape.bits & (seen.date | seen.naive | seen.instant | seen.text);
  if (strings === seen.date) return 'date';
  if (strings === seen.naive) return 'timestamp';
  return strings === seen.instant ? 'instant' : 'text';
}

/** The narrowest type that keeps every digit of every number, or text. */
function numberKind(shape: Shape): ColumnKind {
  const onlyIntegers = !shape.has(seen.fraction | seen.nonFinite);
  if (onlyIntegers && !shape.has(seen.wide)) return 'bigint';
  if (!onlyIntegers && !shape.has(seen.inexact)) return 'double';
  return !shape.has(seen.nonFinite) && shape.wholeDigits + shape.scale <= 38 ? 'decimal' : 'text';
}

function scalarType(kind: ColumnKind, shape: Shape): ColumnType {
  switch (kind) {
    case 'boolean':
      return { kind: 'boolean' };
    case 'bigint':
      return { kind: 'integer', bits: 64, signed: true };
    case 'double':
      return { kind: 'float', bits: 64 };
    case 'decimal':
      if (!shape.has(seen.fraction)) return { kind: 'decimal', precision: 38, scale: 0 };
      return { kind: 'decimal', precision: Math.max(1, shape.wholeDigits + shape.scale), scale: shape.scale };
    case 'date':
      return { kind: 'date' };
    case 'timestamp':
    case 'instant':
      return { kind: 'timestamp', unit: 'us', zoned: false };
    default:
      return { kind: 'text' };
  }
}

/** Names as the engine can tell them apart: it ignores case and ends a name at a NUL. */
function uniqueNames(keys: readonly string[], path: string, notes: Notes): string[] {
  const place = path === '' ? '' : ` in "${path}"`;
  const taken = new Set<string>();
  return keys.map((key, index) => {
    const wanted = key === '' ? `column_${index + 1}` : key.replaceAll('\0', '\u{fffd}');
    const name = taken.has(wanted.toLowerCase()) ? uniqueName(wanted, taken) : wanted;
    taken.add(name.toLowerCase());
    if (key === '') notes.add('empty-name', `A key${place} is empty: it became "${name}".`);
    else if (name !== key) {
      const reason = name === wanted ? 'a name cannot hold a NUL character' : 'names must differ by more than case';
      notes.add('renamed', `The key "${key}"${place} became "${name}", as ${reason}.`);
    }
    return name;
  });
}

function fieldOf({ name, type }: ColumnPlan): Field {
  return { name, type };
}
