import { type ColumnEvidence, evidenceOf } from '../values/evidence.ts';
import { chooseType, type TypeDecision } from '../values/decide.ts';
import type { ValueType } from '../values/value-type.ts';

/** What the user wants of a column. */
export interface ColumnChoice {
  readonly name: string;
  /** `auto` decides over all rows; a type of one's own rejects the records that do not fit it. */
  readonly type: ValueType | 'auto';
  readonly include: boolean;
}

/** A column on its way into the table. */
export interface ColumnPlan {
  readonly name: string;
  /** Its place in the file, from 0. */
  readonly position: number;
  /** The user named the type: records that do not fit it are rejected. */
  readonly chosen: boolean;
  readonly decision: TypeDecision;
  /** What the sample said, to narrow down what all rows can say; absent where the type is settled. */
  readonly sampled?: ColumnEvidence;
}

/** The columns to load, with the types that a sample speaks for. */
export function planColumns(
  choices: readonly ColumnChoice[],
  sample: readonly (readonly (string | null)[])[],
): ColumnPlan[] {
  return choices.flatMap(({ name, type, include }, position): ColumnPlan[] => {
    if (!include) return [];
    if (type !== 'auto') {
      return [{ name, position, chosen: true, decision: { type, reason: 'as chosen', alternatives: [] } }];
    }
    const sampled = evidenceOf(sample.map((cells) => cells[position] ?? null));
    return [{ name, position, chosen: false, decision: chooseType(name, sampled), sampled }];
  });
}

/** Whether more rows could change the decision that the sample spoke for. */
export function isOpen({ decision, sampled }: ColumnPlan): boolean {
  if (sampled === undefined) return false;
  return decision.type.kind !== 'text' || !sampled.hasValues;
}

/** Whether only all rows together can tell in which order day and month stand. */
export function isUndecidedDate({ decision, sampled }: ColumnPlan): boolean {
  if (sampled === undefined || decision.type.kind !== 'text') return false;
  return decision.alternatives.some(({ kind }) => kind === 'date' || kind === 'timestamp');
}
