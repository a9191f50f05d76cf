import type { ColumnType } from '../../engine/types.ts';
import { namesIdentifier } from '../values/identifier-names.ts';
import type { SheetCell } from './sheet.ts';

/** Why a column of a sheet has its type. */
export interface SheetColumnType {
  readonly type: ColumnType;
  /** Cells that are shown as text because other cells of the column are text. */
  readonly mixed: boolean;
}

const text: ColumnType = { kind: 'text' };

/** Decides the type of a column from all of its cells: one kind of value gives a type, several give text as shown. */
export function sheetColumnType(name: string, cells: readonly (SheetCell | undefined)[]): SheetColumnType {
  const kinds = new Set(cells.flatMap((cell) => (cell === undefined ? [] : [cell.kind])));
  kinds.delete('error');
  if (kinds.size > 1) return { type: text, mixed: true };
  const [kind] = kinds;
  if (kind === 'boolean') return { type: { kind: 'boolean' }, mixed: false };
  if (kind === 'date') return { type: dateType(cells), mixed: false };
  if (kind === 'number') return { type: numberType(name, cells), mixed: false };
  return { type: text, mixed: false };
}

function numberType(name: string, cells: readonly (SheetCell | undefined)[]): ColumnType {
  const values = cells.flatMap((cell) => (cell?.kind === 'number' ? [cell] : []));
  if (!values.every(({ value }) => Number.isSafeInteger(value))) return { kind: 'float', bits: 64 };
  const zeros = values.some(({ shown }) => /^0\d/.test(shown));
  const lengths = values.map(({ shown }) => shown.length);
  if (zeros || namesIdentifier(name, { shortest: Math.min(...lengths), longest: Math.max(...lengths) })) return text;
  return { kind: 'integer', bits: 64, signed: true };
}

function dateType(cells: readonly (SheetCell | undefined)[]): ColumnType {
  const whole = cells.every((cell) => cell?.kind !== 'date' || Number.isInteger(cell.value));
  return whole ? { kind: 'date' } : { kind: 'timestamp', unit: 'us', zoned: false };
}
