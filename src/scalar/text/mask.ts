/** What stands for letters and digits; an empty text keeps them. */
export interface MaskSigns {
  readonly upper: string;
  readonly lower: string;
  readonly digit: string;
  readonly other: string;
}

type Kind = keyof MaskSigns;

const kindOfAscii: readonly Kind[] = Array.from({ length: 128 }, (_, code) => kindOf(String.fromCharCode(code)));

/** The text with each character replaced by the sign of its kind. */
export function mask(text: string, signs: MaskSigns): string {
  let masked = '';
  for (const character of text) {
    const sign = signs[kindOfAscii[character.charCodeAt(0)] ?? kindOf(character)];
    masked += sign === '' ? character : sign;
  }
  return masked;
}

function kindOf(character: string): Kind {
  if (/\p{Lu}/u.test(character)) return 'upper';
  if (/\p{Ll}/u.test(character)) return 'lower';
  return /\p{Nd}/u.test(character) ? 'digit' : 'other';
}
