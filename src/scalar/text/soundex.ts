/** Codes of A to Z; 0 parts equal codes, 7 (H and W) does not. */
const codes = '01230127022455012623017202';

/** The Soundex code of a text, as Spark has it: a text that begins with no letter is its own code. */
export function soundex(text: string): string {
  const codeOf = (character: string | undefined): string => {
    const place = (character ?? '').toUpperCase().charCodeAt(0) - 65;
    return place >= 0 && place < 26 ? (codes[place] ?? '0') : '0';
  };
  if (!/^[A-Za-z]/.test(text)) return text;
  let code = (text[0] ?? '').toUpperCase();
  let last = codeOf(text[0]);
  for (let index = 1; index < text.length && code.length < 4; index++) {
    const next = codeOf(text[index]);
    if (next === '7') continue;
    if (next !== '0' && next !== last) code += next;
    last = next;
  }
  return code.padEnd(4, '0');
}
