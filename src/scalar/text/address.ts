import { StillhouseError } from '../../core/error.ts';

const shape = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/;
const allowed = /^(?:[A-Za-z0-9\-_.!~*'();/?:@&=+$,#[\]]|%[0-9A-Fa-f]{2}|[\u00a1-\u{10ffff}])*$/u;

/** A part of an address as Java's `URI` reads it: HOST, PATH, QUERY, REF, PROTOCOL, FILE, AUTHORITY, USERINFO; else `null`. */
export function partOfAddress(address: string, part: string): string | null {
  const match = shape.exec(address);
  if (match === null || !allowed.test(address)) return null;
  const [, protocol, authority, path = '', query, reference] = match;
  const [, user, host] = /^(?:([^@]*)@)?(\[[^\]]*\]|[^:]*)(?::\d*)?$/.exec(authority ?? '') ?? [];
  switch (part) {
    case 'PROTOCOL':
      return protocol ?? null;
    case 'AUTHORITY':
      return authority ?? null;
    case 'HOST':
      return host === undefined || host === '' ? null : host;
    case 'USERINFO':
      return user ?? null;
    case 'PATH':
      return path;
    case 'QUERY':
      return query ?? null;
    case 'REF':
      return reference ?? null;
    case 'FILE':
      return query === undefined ? path : `${path}?${query}`;
    default:
      return null;
  }
}

/** The value of a key in the query of an address; `null` where there is none. */
export function queryValue(address: string, key: string): string | null {
  for (const pair of (partOfAddress(address, 'QUERY') ?? '').split('&')) {
    if (pair.startsWith(`${key}=`)) return pair.slice(key.length + 1);
  }
  return null;
}

/** As Java's `URLEncoder` writes a text for a form: blanks as `+`, all but letters, digits and `.-*_` as bytes. */
export function encodeForForm(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

/** Turns `encodeForForm` back. Throws `sql-value` for a `%` without two hexadecimal digits. */
export function decodeFromForm(text: string): string {
  if (/%(?![0-9A-Fa-f]{2})/.test(text)) {
    throw new StillhouseError('sql-value', `"${text}" is no encoded text: two hexadecimal digits must follow each %.`);
  }
  return text.replaceAll('+', ' ').replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) => {
    const bytes = Uint8Array.from(run.slice(1).split('%'), (digits) => Number.parseInt(digits, 16));
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  });
}
