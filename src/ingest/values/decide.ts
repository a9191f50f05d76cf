import { sameType, swappedOrder } from './candidates.ts';
import { type ColumnEvidence, evidenceOf, type Objection } from './evidence.ts';
import { namesIdentifier } from './identifier-names.ts';
import { whyNot } from './reasons.ts';
import { typeAsNoun } from './type-words.ts';
import type { ValueType } from './value-type.ts';

/** The type of a column and why, in words; `alternatives` are readings that fit all values too and wait for a choice. */
export interface TypeDecision {
  readonly type: ValueType;
  readonly reason: string;
  readonly alternatives: readonly ValueType[];
}

/** The most digits that the engine's DECIMAL holds. */
const decimalDigits = 38;

const text: ValueType = { kind: 'text' };

/** Decides the type of a column from a few of its values, as the preview does; an import decides over all rows. */
export function decideType(name: string, samples: readonly (string | null)[]): TypeDecision {
  return chooseType(name, evidenceOf(samples));
}

/** Decides the type of a column from evidence, whether that was gathered from a sample or by the engine over all rows. */
export function chooseType(name: string, evidence: ColumnEvidence): TypeDecision {
  if (!evidence.hasValues) return decided(text, 'it has no values');
  const [best] = evidence.possible;
  if (best === undefined) return withoutCandidate(evidence);
  if (isWhole(best) && namesIdentifier(name, evidence.lengths)) {
    return decided(text, `"${name}" names an identifier, whose digits must not change`, [best]);
  }
  const swapped = swappedOrder(best);
  const rival = evidence.possible.find((type) => swapped !== undefined && sameType(type, swapped));
  if (rival !== undefined) {
    return decided(text, 'every date fits day/month as well as month/day', [best, rival]);
  }
  return decided(best, `every value is ${typeAsNoun(best)}`);
}

const isWhole = (type: ValueType) => type.kind === 'bigint' || type.kind === 'hugeint';

function withoutCandidate({ digits, offered, objection }: ColumnEvidence): TypeDecision {
  if (digits !== undefined && digits.whole + digits.fraction <= decimalDigits) {
    const precision = Math.max(1, digits.whole + digits.fraction);
    return decided(
      { kind: 'decimal', precision, scale: digits.fraction },
      `the numbers have up to ${precision} digits, more than a DOUBLE keeps`,
    );
  }
  if (objection === undefined) return decided(text, 'the values are text', offered);
  return decided(text, whyNot(objection.text, objection.type) + place(objection), offered);
}

function place({ record, failures = 1 }: Objection): string {
  if (record === undefined) return '';
  return failures > 1 ? ` (record ${record}, and ${failures - 1} more such values)` : ` (record ${record})`;
}

function decided(type: ValueType, reason: string, alternatives: readonly ValueType[] = []): TypeDecision {
  return { type, reason, alternatives };
}
