import { literal, type Sql, sql } from '../../../core/sql.ts';
import { settingError, settingParts, type TreatmentUse } from './treatment.ts';

/** Kinds of characters as Spark's `mask` tells them apart: Unicode's Lu, Ll, Nd and all others. */
const kinds = [
  { pattern: '\\p{Lu}', holds: (character: string) => /\p{Lu}/u.test(character) },
  { pattern: '\\p{Ll}', holds: (character: string) => /\p{Ll}/u.test(character) },
  { pattern: '\\p{Nd}', holds: (character: string) => /\p{Nd}/u.test(character) },
  { pattern: '[^\\p{Lu}\\p{Ll}\\p{Nd}]', holds: (character: string) => /[^\p{Lu}\p{Ll}\p{Nd}]/u.test(character) },
] as const;

interface Replacement {
  readonly pattern: string;
  readonly by: string;
  /** The place among `kinds` of the kind that the new character is of. */
  readonly becomes: number;
  readonly of: number;
}

/** Spark's `mask(text, upper, lower, digit, other)`; a `-` or nothing keeps the characters of that kind. */
export function characterMaskSql(value: Sql, { column, setting }: TreatmentUse): Sql {
  const parts = settingParts(setting);
  const replacements = kinds.flatMap(({ pattern }, of): readonly Replacement[] => {
    const by = parts[of] ?? '';
    if (by === '' || by === '-') return [];
    if (by.length > 1) throw settingError(column, 'one character for each kind, such as X;x;n;-', setting);
    return [{ pattern, by, of, becomes: kinds.findIndex(({ holds }) => holds(by)) }];
  });
  return inSafeOrder(replacements, column, setting).reduce(
    (masked, { pattern, by }) => sql`regexp_replace(${masked}, ${literal(pattern)}, ${literal(by)}, 'g')`,
    value,
  );
}

/** Each kind is replaced before characters of that kind are put in, so that none is replaced twice. */
function inSafeOrder(replacements: readonly Replacement[], column: string, setting: string): readonly Replacement[] {
  const left = [...replacements];
  const ordered: Replacement[] = [];
  while (left.length > 0) {
    const next = left.findIndex((one) => left.every((other) => other === one || one.becomes !== other.of));
    const [found] = next < 0 ? [] : left.splice(next, 1);
    if (found === undefined) throw settingError(column, 'one that does not exchange two kinds of characters', setting);
    ordered.push(found);
  }
  return ordered;
}
