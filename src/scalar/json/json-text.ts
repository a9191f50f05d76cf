import { doubleText } from '../number/double-text.ts';
import { isList, isNumber, type Json } from './parse-json.ts';

const needsEscape = /["\\]|[^ -\u{10ffff}]/u;
const shortEscapes: Readonly<Partial<Record<string, string>>> = {
  ...{ '"': '\\"', '\\': '\\\\' },
  ...{ '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t' },
};

/** A text in quotes as Jackson writes it: control characters as `\u001F`, everything above ASCII as it is. */
export function quoted(text: string): string {
  if (!needsEscape.test(text)) return `"${text}"`;
  let written = '"';
  for (const character of text) {
    const code = character.charCodeAt(0);
    written +=
      shortEscapes[character] ?? (code < 0x20 ? `\\u${code.toString(16).toUpperCase().padStart(4, '0')}` : character);
  }
  return `${written}"`;
}

/** A number as Jackson copies it: whole ones as they are, others as Java writes a double. */
export function numberText(number: string): string {
  if (/^-?\d+$/.test(number)) return number === '-0' ? '0' : number;
  return doubleText(Number(number));
}

/** A value as JSON without blanks. */
export function jsonText(json: Json): string {
  if (typeof json === 'string') return quoted(json);
  if (typeof json === 'boolean' || json === null) return String(json);
  if (isNumber(json)) return numberText(json.number);
  if (isList(json)) return `[${json.map(jsonText).join(',')}]`;
  return `{${json.fields.map(([name, value]) => `${quoted(name)}:${jsonText(value)}`).join(',')}}`;
}
