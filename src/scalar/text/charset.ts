import { scalarFunction } from '../contract.ts';

/** The charsets of Spark's `encode` and `decode`. */
type Charset = 'UTF-8' | 'UTF-16' | 'UTF-16BE' | 'UTF-16LE' | 'ISO-8859-1' | 'US-ASCII';

const charsets: ReadonlySet<string> = new Set([
  'UTF-8',
  'UTF-16',
  'UTF-16BE',
  'UTF-16LE',
  'ISO-8859-1',
  'US-ASCII',
] satisfies Charset[]);

const isCharset = (name: string): name is Charset => charsets.has(name);

function charsetOf(written: string): Charset {
  const name = written.toUpperCase();
  const known = name === 'UTF8' ? 'UTF-8' : name;
  if (isCharset(known)) return known;
  throw new Error(`“${written}” is no charset known here. There is ${[...charsets].join(', ')}.`);
}

/** The text's bytes; what an 8-bit charset cannot write becomes `?`, UTF-16 begins with its byte order. */
export function encodeText(text: string, written: string): Uint8Array {
  const charset = charsetOf(written);
  switch (charset) {
    case 'UTF-8':
      return new TextEncoder().encode(text);
    case 'ISO-8859-1':
    case 'US-ASCII': {
      const most = charset === 'US-ASCII' ? 0x7f : 0xff;
      return Uint8Array.from(text.match(/[\s\S]/gu) ?? [], (character) => {
        const code = character.codePointAt(0) ?? 0;
        return code <= most ? code : 0x3f;
      });
    }
    default: {
      const units = charset === 'UTF-16' && text !== '' ? `\uFEFF${text}` : text;
      const bytes = new DataView(new ArrayBuffer(units.length * 2));
      for (let at = 0; at < units.length; at++) bytes.setUint16(at * 2, units.charCodeAt(at), charset === 'UTF-16LE');
      return new Uint8Array(bytes.buffer);
    }
  }
}

/** The text behind bytes; what is none becomes U+FFFD. UTF-16 is big-endian unless its byte order says otherwise. */
export function decodeText(bytes: Uint8Array, written: string): string {
  const charset = charsetOf(written);
  switch (charset) {
    case 'UTF-8':
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    case 'ISO-8859-1':
    case 'US-ASCII': {
      const most = charset === 'US-ASCII' ? 0x7f : 0xff;
      let text = '';
      for (const byte of bytes) text += byte <= most ? String.fromCharCode(byte) : '\uFFFD';
      return text;
    }
    default: {
      const marked = charset === 'UTF-16' && bytes.length >= 2 && (bytes[0] === 0xfe || bytes[0] === 0xff);
      const little = charset === 'UTF-16LE' || (marked && bytes[0] === 0xff);
      return decodeUnits(bytes, marked ? 2 : 0, little);
    }
  }
}

function decodeUnits(bytes: Uint8Array, start: number, little: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  let at = start;
  for (; at + 1 < bytes.length; at += 2) text += String.fromCharCode(view.getUint16(at, little));
  return at < bytes.length ? `${text}\uFFFD` : text;
}

/** `sh_encode(text, charset)`: Spark's `encode`. */
export const encodeFunction = scalarFunction({
  name: 'sh_encode',
  takes: ['text', 'text'],
  gives: 'bytes',
  row: encodeText,
});

/** `sh_decode(bytes, charset)`: Spark's `decode`, and its cast of bytes to text. */
export const decodeFunction = scalarFunction({
  name: 'sh_decode',
  takes: ['bytes', 'text'],
  gives: 'text',
  row: decodeText,
});
