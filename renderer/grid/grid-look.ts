import type { ColumnInfo } from '../../src/engine/types.ts';
import { isNested, isNumeric, isTemporal } from '../../src/engine/types.ts';

/** How the cells of a column look. */
export type CellLook = 'number' | 'boolean' | 'time' | 'nested' | 'blob' | 'text';

/** The look that goes with a column's type. */
export function cellLook({ type }: ColumnInfo): CellLook {
  if (isNumeric(type)) return 'number';
  if (isTemporal(type) || type.kind === 'interval') return 'time';
  if (isNested(type)) return 'nested';
  if (type.kind === 'boolean') return 'boolean';
  return type.kind === 'blob' || type.kind === 'fixed-blob' ? 'blob' : 'text';
}

/** Width of one character of the grid's figures, in pixels: JetBrains Mono at 12 px. */
export const characterWidth = 7.2;

/** Space left and right of a cell's text, in pixels, with the hairline. */
export const cellPadding = 17;

/** Characters of a value that a cell can show at most. */
export const cellCharacters = 200;

/** Width of the column of row numbers, in pixels. */
export function rowNumberWidth(rowCount: number): number {
  return Math.max(4, String(rowCount).length + Math.floor(String(rowCount).length / 4)) * characterWidth + cellPadding;
}

const typicalCharacters: Readonly<Record<CellLook, number>> = {
  number: 12,
  boolean: 6,
  time: 20,
  nested: 30,
  blob: 24,
  text: 18,
};

/** A column's width in pixels from its name and type, before any of its values are seen. */
export function typicalWidth(info: ColumnInfo): number {
  const characters = info.type.kind === 'date' ? 11 : typicalCharacters[cellLook(info)];
  return Math.max(headerWidth(info), characters * characterWidth + cellPadding);
}

/** The width at which a column's name and its marks are wholly seen. */
export function headerWidth({ name }: ColumnInfo): number {
  return Math.min(name.length, 40) * 7 + 58;
}

/** The width for texts of so many characters, with a little room. */
export function widthForCharacters(characters: number): number {
  return (characters + 2) * characterWidth + cellPadding;
}
