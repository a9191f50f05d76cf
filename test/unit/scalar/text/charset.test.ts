import { describe, expect, test } from 'vitest';
import { decodeText, encodeText } from '../../../../src/scalar/text/charset.ts';

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');

/** Expected: the Unicode and ISO 8859-1 code charts, and what `java.nio.charset` writes for UTF-16. */
const written: readonly (readonly [text: string, charset: string, bytes: string])[] = [
  ['aé€', 'UTF-8', '61 c3 a9 e2 82 ac'],
  ['aé', 'iso-8859-1', '61 e9'],
  ['a', 'US-ASCII', '61'],
  ['a€', 'UTF-16BE', '00 61 20 ac'],
  ['a€', 'UTF-16LE', '61 00 ac 20'],
  ['😀', 'UTF-16BE', 'd8 3d de 00'],
  ['a', 'UTF-16', 'fe ff 00 61'],
  ['', 'UTF-16', ''],
];

describe.each(written)('%j in %s', (text, charset, bytes) => {
  test('is written', () => {
    expect(hex(encodeText(text, charset))).toBe(bytes);
  });
  test('is read again', () => {
    expect(decodeText(encodeText(text, charset), charset)).toBe(text);
  });
});

test('what a charset cannot write becomes a question mark', () => {
  expect(hex(encodeText('€😀', 'ISO-8859-1'))).toBe('3f 3f');
});

test('what is no text becomes the replacement character', () => {
  expect(decodeText(Uint8Array.of(0x61, 0xff), 'utf-8')).toBe('a\uFFFD');
  expect(decodeText(Uint8Array.of(0xe9), 'US-ASCII')).toBe('\uFFFD');
  expect(decodeText(Uint8Array.of(0, 0x61, 0), 'UTF-16BE')).toBe('a\uFFFD');
});

test('an unknown charset is named', () => {
  expect(() => encodeText('a', 'latin9')).toThrow('“latin9” is no charset known here.');
});
