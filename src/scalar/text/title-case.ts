/** Letters whose title form is no capital: digraphs, and Greek letters with a small iota below. */
const titleForms: ReadonlyMap<string, string> = new Map([
  ...['Ǆǅǆ', 'Ǉǈǉ', 'Ǌǋǌ', 'Ǳǲǳ'].flatMap((forms) =>
    [0, 1, 2].map((index) => [forms.charAt(index), forms.charAt(1)] as const),
  ),
  ...[0x1f80, 0x1f90, 0x1fa0].flatMap((start) => Array.from({ length: 8 }, (_, index) => greek(start + index, 8))),
  ...[0x1fb3, 0x1fc3, 0x1ff3].map((code) => greek(code, 9)),
]);

function greek(code: number, distance: number): readonly [small: string, title: string] {
  return [String.fromCharCode(code), String.fromCharCode(code + distance)];
}

const georgian = /[\u10d0-\u10fa\u10fd-\u10ff]/;

/** Java's `Character.toTitleCase`: one letter for one letter, so that `ß` stays as it is. */
function titleLetter(letter: string): string {
  const known = titleForms.get(letter);
  if (known !== undefined) return known;
  const capital = letter.toUpperCase();
  return capital.length === 1 && !georgian.test(letter) ? capital : letter;
}

/** Spark's `initcap`: small letters, and behind each blank, and in front, a title letter. */
export function titleCase(text: string): string {
  return text.toLowerCase().replace(/(?<=^| )[^ ]/g, titleLetter);
}
