import type { Choice } from '../../fields.ts';
import { numberTreatments } from './number-treatments.ts';
import { textTreatments } from './text-treatments.ts';
import type { Treatment } from './treatment.ts';

/** Every treatment by the name that inputs hold. */
export const treatments: Readonly<Record<TreatmentName, Treatment>> = { ...textTreatments, ...numberTreatments };

export type TreatmentName = keyof typeof textTreatments | keyof typeof numberTreatments;

/** The treatments as a form offers them. */
export const treatmentChoices = Object.entries(treatments).map(([value, { label }]) => ({
  value,
  label,
})) as unknown as readonly [NamedChoice, ...NamedChoice[]]; // the record has entries, and its keys are the names

interface NamedChoice extends Choice {
  readonly value: TreatmentName;
}
