/** What stands in the place of an identity. */
export const erasedMark = '[erased]';

/** Identities shorter than this, in UTF-16 units, are found where they are a whole cell or value, not inside of texts. */
export const shortestInTexts = 4;

/** Finds identities in texts. Case is ignored, and letters or digits right beside them make another word of them. */
export interface ValueFinder {
  /** Whether a whole value is an identity. */
  isWhole(text: string): boolean;
  contains(text: string): boolean;
  /** The text with every identity replaced by `erasedMark`. */
  redact(text: string): string;
}

const wordCharacter = /[\p{L}\p{N}_]/u;

/** `values` as they may be written: plain, and with the quotes of SQL doubled. */
export function createValueFinder(values: readonly string[]): ValueFinder {
  const whole = new Set(values.map((value) => fold(value.trim())));
  const written = [...whole].flatMap((value) => (value.includes("'") ? [value, value.replaceAll("'", "''")] : [value]));
  const byStart = new Map<string, string[]>();
  for (const value of written.filter(({ length }) => length >= shortestInTexts).sort((a, b) => b.length - a.length)) {
    const start = value.slice(0, shortestInTexts);
    byStart.set(start, [...(byStart.get(start) ?? []), value]);
  }

  const lengthAt = (folded: string, position: number): number => {
    const candidates = byStart.get(folded.slice(position, position + shortestInTexts));
    const found = candidates?.find(
      (value) =>
        folded.startsWith(value, position) &&
        !joins(folded, position - 1, position) &&
        !joins(folded, position + value.length - 1, position + value.length),
    );
    return found?.length ?? 0;
  };
  const redact = (text: string): string => {
    const folded = fold(text);
    if (whole.has(folded.trim())) return erasedMark;
    let [result, kept] = ['', 0];
    for (let position = 0; position < folded.length; position++) {
      const length = lengthAt(folded, position);
      if (length === 0) continue;
      result += text.slice(kept, position) + erasedMark;
      kept = position + length;
      position = kept - 1;
    }
    return result + text.slice(kept);
  };
  return { isWhole: (text) => whole.has(fold(text.trim())), contains: (text) => redact(text) !== text, redact };
}

/** Whether two neighbouring characters belong to one word. */
function joins(text: string, left: number, right: number): boolean {
  return wordCharacter.test(text.charAt(left)) && wordCharacter.test(text.charAt(right));
}

/** Small letters, unit by unit, so that positions stay those of the text. */
function fold(text: string): string {
  const folded = text.toLowerCase();
  if (folded.length === text.length) return folded;
  return Array.from({ length: text.length }, (_, index) => {
    const unit = text.charAt(index).toLowerCase();
    return unit.length === 1 ? unit : text.charAt(index);
  }).join('');
}
