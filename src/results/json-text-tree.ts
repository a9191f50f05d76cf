/** A value inside a JSON text: its place, so that nothing is parsed before somebody looks, and no digit is lost. */
export interface JsonPlace {
  /** Its name in an object, its number in an array from 0. */
  readonly key: string;
  readonly kind: 'object' | 'array' | 'scalar';
  /** From its first character up to but without the one behind its last. */
  readonly start: number;
  readonly end: number;
}

/** The values directly inside the object or array that begins at `start` of a valid JSON text. */
export function jsonChildren(text: string, start: number): JsonPlace[] {
  const isArray = text[start] === '[';
  const children: JsonPlace[] = [];
  let at = skipSpace(text, start + 1);
  while (at < text.length && text[at] !== ']' && text[at] !== '}') {
    let key = String(children.length);
    if (!isArray) {
      const keyEnd = valueEnd(text, at);
      key = String(JSON.parse(text.slice(at, keyEnd)));
      at = skipSpace(text, skipSpace(text, keyEnd) + 1);
    }
    const end = valueEnd(text, at);
    children.push({ key, kind: kindAt(text, at), start: at, end });
    at = skipSpace(text, end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return children;
}

/** The outermost value of a valid JSON text. */
export function jsonRoot(text: string): JsonPlace {
  const start = skipSpace(text, 0);
  return { key: '', kind: kindAt(text, start), start, end: valueEnd(text, start) };
}

function kindAt(text: string, at: number): JsonPlace['kind'] {
  return text[at] === '{' ? 'object' : text[at] === '[' ? 'array' : 'scalar';
}

function skipSpace(text: string, at: number): number {
  while (at < text.length && text.charCodeAt(at) <= 0x20) at++;
  return at;
}

function valueEnd(text: string, start: number): number {
  const first = text[start];
  if (first === '"') return stringEnd(text, start);
  if (first === '{' || first === '[') return bracketEnd(text, start);
  let at = start;
  while (at < text.length && !/[,\]}\s]/.test(text[at] ?? '')) at++;
  return at;
}

function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return text.length;
    let slashes = 0;
    while (text[quote - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return quote + 1;
    at = quote;
  }
  return text.length;
}

const bracket = /["[\]{}]/g;

function bracketEnd(text: string, start: number): number {
  let depth = 0;
  bracket.lastIndex = start;
  for (let found = bracket.exec(text); found !== null; found = bracket.exec(text)) {
    const [mark] = found;
    if (mark === '"') bracket.lastIndex = stringEnd(text, found.index);
    else if (mark === '{' || mark === '[') depth++;
    else if (--depth === 0) return found.index + 1;
  }
  return text.length;
}
