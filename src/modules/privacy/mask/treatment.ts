import { StillhouseError } from '../../../core/error.ts';
import type { Sql } from '../../../core/sql.ts';
import type { ColumnKind } from '../../catalog-view.ts';

/** One way to treat a column. */
export interface Treatment {
  readonly label: string;
  /** Kinds of columns it works on; all where it is absent. */
  readonly takes?: readonly ColumnKind[];
  /** The setting that an empty one stands for. */
  readonly usual: string;
  /** Whether the same value always becomes the same: such columns still join, and their counts still show. */
  readonly consistent: boolean;
  /** What of the key it reads: the key itself, for hashes and draws, or the two pads of HMAC. */
  readonly reads?: 'draw_key' | 'pads';
  /** Throws `input-invalid` for a setting it cannot read. */
  express(value: Sql, use: TreatmentUse): Sql;
}

/** Where and how a treatment is used. */
export interface TreatmentUse {
  readonly column: string;
  readonly type: string;
  readonly kind: ColumnKind;
  readonly setting: string;
}

/** A setting as a number of at least `least`. Throws `input-invalid` for anything else. */
export function settingNumber({ column, setting }: TreatmentUse, least: number): number {
  const number = setting.trim() === '' ? Number.NaN : Number(setting);
  if (Number.isFinite(number) && number >= least) return number;
  throw settingError(column, `a number of ${least} or more`, setting);
}

/** The parts of a setting between semicolons, spaces around them apart. */
export function settingParts(setting: string): readonly string[] {
  return setting.split(';').map((part) => part.trim());
}

/** Says what a setting should have been. */
export function settingError(column: string, wanted: string, setting: string): StillhouseError {
  return new StillhouseError('input-invalid', `The setting of “${column}” is ${wanted}, not “${setting}”.`, {
    remedy: 'Correct the setting, or leave it empty for what is usual.',
  });
}
