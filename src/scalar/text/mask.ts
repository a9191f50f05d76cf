/** What stands for letters and digits; an empty text keeps them. */
export interface MaskSigns {
  readonly upper: string;
  readonly lower: string;
  readonly digit: string;
  readonly other: string;
}

const kinds = /(\p{Lu})|(\p{Ll})|(\p{Nd})|[^]/gu;

/** The text with each character replaced by the sign of its kind. */
export function mask(text: string, { upper, lower, digit, other }: MaskSigns): string {
  return text.replace(kinds, (character, isUpper?: string, isLower?: string, isDigit?: string) => {
    const sign = isUpper !== undefined ? upper : isLower !== undefined ? lower : isDigit !== undefined ? digit : other;
    return sign === '' ? character : sign;
  });
}
