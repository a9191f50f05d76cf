import { erasedMark, type ValueFinder } from './value-finder.ts';

/**
 * A kept text without identities: JSON value by value, so that it stays JSON, anything else as it stands. Numbers are
 * redacted in the `rows` of recorded figures only, elsewhere they count or measure.
 */
export function redactText(text: string, finder: ValueFinder): string {
  const json = parseJson(text);
  if (json === undefined) return finder.redact(text);
  const redacted = redactJson(json.value, finder, false);
  if (JSON.stringify(redacted) === JSON.stringify(json.value)) return text;
  return text.includes('\n  ') ? `${JSON.stringify(redacted, null, 2)}\n` : JSON.stringify(redacted);
}

/** The same for a file of one JSON value a line. */
export function redactLines(text: string, finder: ValueFinder): string {
  return text
    .split('\n')
    .map((line) => redactText(line, finder))
    .join('\n');
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined; // a text that only begins like JSON, or a line that a crash cut short
  }
}

function redactJson(value: unknown, finder: ValueFinder, isCell: boolean): unknown {
  if (typeof value === 'string') return finder.redact(value);
  if (typeof value === 'number') return isCell && finder.isWhole(String(value)) ? erasedMark : value;
  if (Array.isArray(value)) return value.map((item: unknown) => redactJson(item, finder, isCell));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: readonly [string, unknown]) => [
      finder.redact(key),
      redactJson(item, finder, isCell || (key === 'rows' && Array.isArray(item))),
    ]),
  );
}
