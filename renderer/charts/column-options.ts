import type { ColumnInfo } from '../../src/engine/types.ts';
import { columnReferences } from '../../src/charts/column-references.ts';
import { fits, type Slot } from '../../src/charts/slots.ts';
import type { ColumnReference } from '../../src/charts/spec.ts';

/** An entry of a list of columns. */
export interface ColumnOption {
  readonly value: string;
  readonly label: string;
}

/** The columns that fit a slot; of equal names the later ones carry their number. */
export function columnOptions(columns: readonly ColumnInfo[], slot: Slot): ColumnOption[] {
  const references = columnReferences(columns);
  return columns.flatMap((column, index) => {
    const reference = references[index];
    if (reference === undefined || !fits(slot, column.type)) return [];
    const { name, occurrence } = reference;
    return [{ value: optionValue(reference), label: occurrence === 1 ? name : `${name} (${occurrence})` }];
  });
}

/** A reference as the value of a list entry. */
export function optionValue({ name, occurrence }: ColumnReference): string {
  return `${occurrence} ${name}`;
}

/** The reference behind the value of a list entry. */
export function referenceOf(value: string): ColumnReference {
  const space = value.indexOf(' ');
  return { occurrence: Number(value.slice(0, space)), name: value.slice(space + 1) };
}
