import { StillhouseError } from '../../core/error.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const places = Uint8Array.from({ length: 128 }, (_, code) => {
  const place = letters.indexOf(String.fromCharCode(code));
  return place < 0 ? 64 : place;
});

/** Bytes as base 64 with padding (RFC 4648, section 4). */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const [a, b] = [letters.charAt(bits >> 18), letters.charAt((bits >> 12) & 63)];
    const c = at + 1 < bytes.length ? letters.charAt((bits >> 6) & 63) : '=';
    text += a + b + c + (at + 2 < bytes.length ? letters.charAt(bits & 63) : '=');
  }
  return text;
}

/** Turns `toBase64` back. Throws `sql-value` for other texts. */
export function fromBase64(text: string): Uint8Array {
  const length = text.replace(/=+$/, '').length;
  const bytes = new Uint8Array((length * 6) >> 3);
  let [bits, held, next] = [0, 0, 0];
  for (let at = 0; at < length; at++) {
    const place = places[text.charCodeAt(at)] ?? 64;
    if (place === 64)
      throw new StillhouseError('sql-value', 'A sketch is a text in base 64, as hll_build_agg makes it.');
    bits = ((bits << 6) | place) & 0xffffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[next++] = (bits >> held) & 0xff;
  }
  return bytes;
}
