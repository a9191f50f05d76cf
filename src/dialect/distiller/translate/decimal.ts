import { typeText } from '../../type-tree.ts';
import type { DataType } from './typed.ts';

/** Digits in all and behind the point; integers count as the decimals that hold them. */
export function decimalShape(type: DataType): { readonly precision: number; readonly scale: number } {
  const text = typeText(type);
  const [, precision, scale] = /^DECIMAL\((\d+),\s*(\d+)\)$/.exec(text) ?? [];
  if (precision !== undefined) return { precision: Number(precision), scale: Number(scale) };
  return { precision: { TINYINT: 3, SMALLINT: 5, INTEGER: 10 }[text] ?? 20, scale: 0 };
}

/** A decimal type cut to 38 digits as Spark cuts it: at least six digits stay behind the point. */
export function decimal(precision: number, scale: number): DataType {
  if (precision <= 38) return { kind: 'scalar', name: `DECIMAL(${precision},${scale})` };
  const whole = precision - scale;
  return { kind: 'scalar', name: `DECIMAL(38,${Math.max(38 - whole, Math.min(scale, 6))})` };
}
