/** Text on one line and not longer than so many characters, for places where it must not break. */
export function oneLine(text: string, most = 80): string {
  const line = text.replace(/\s+/g, ' ');
  const characters = Array.from(line);
  return characters.length <= most ? line : `${characters.slice(0, most - 1).join('')}…`;
}

/** Roughly how wide a text is in the interface font, in pixels: wide scripts count double. */
export function textWidth(text: string, fontSize = 12): number {
  let width = 0;
  for (const character of text)
    width += /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60]|\p{Extended_Pictographic}/u.test(
      character,
    )
      ? 1
      : /[A-Z0-9MW@%]/.test(character)
        ? 0.66
        : /[ijl.,:;|! ]/.test(character)
          ? 0.3
          : 0.58;
  return Math.ceil(width * fontSize);
}

/** The widest of some texts, in pixels. */
export function widest(texts: readonly string[], fontSize = 12): number {
  return texts.reduce((width, text) => Math.max(width, textWidth(text, fontSize)), 0);
}
