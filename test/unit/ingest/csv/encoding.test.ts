import { describe, expect, test } from 'vitest';
import { detectEncoding, headToUtf8, toUtf8 } from '../../../../src/ingest/csv/encoding.ts';
import { memorySource } from '../../../support/byte-source.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, bigEndian = false) => {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
};

async function transcoded(bytes: Uint8Array, encoding: Parameters<typeof toUtf8>[1], chunkSize: number) {
  const pieces: Uint8Array[] = [];
  for await (const piece of toUtf8(memorySource('t', bytes, chunkSize).stream(), encoding)) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

describe('the encoding of a beginning', () => {
  test.each([
    ['ASCII', utf8('a,b\n'), 'utf-8'],
    ['nothing', utf8(''), 'utf-8'],
    ['UTF-8', utf8('ü,€\n'), 'utf-8'],
    ['UTF-8 with its mark', utf8('\ufeffa'), 'utf-8'],
    ['UTF-8 cut inside a character', utf8('aaaa€').subarray(0, 6), 'utf-8'],
    ['UTF-16 LE with its mark', utf16('\ufeffa,b'), 'utf-16le'],
    ['UTF-16 BE with its mark', utf16('\ufeffa,b', true), 'utf-16be'],
    ['UTF-16 LE without', utf16('name,city\n'), 'utf-16le'],
    ['UTF-16 BE without', utf16('name,city\n', true), 'utf-16be'],
    ['Latin-1', new Uint8Array(Buffer.from('Köln, Zürich\n', 'latin1')), 'windows-1252'],
    ['UTF-8 with a damaged byte', new Uint8Array([...utf8('äöüß'), 0xe9, ...utf8('x\n')]), 'utf-8'],
  ])('%s', (_, bytes, encoding) => {
    expect(detectEncoding(new Uint8Array(bytes)).encoding).toBe(encoding);
  });

  test('tells what speaks for it', () => {
    const bytes = new Uint8Array(Buffer.from('Köln\n', 'latin1'));
    expect(detectEncoding(bytes).evidence).toBe('byte 0xF6 is not valid UTF-8');
  });

  test('UTF-32 is one clear sentence', () => {
    expect(() => detectEncoding(new Uint8Array([0xff, 0xfe, 0, 0]))).toThrow('UTF-32');
  });
});

describe('transcoding', () => {
  const text = '\ufeffa,Zoë,€,😀\n';

  test.each(['utf-8', 'utf-16le', 'utf-16be'] as const)(
    '%s in pieces of any size, without the mark',
    async (encoding) => {
      const bytes = encoding === 'utf-8' ? utf8(text) : utf16(text, encoding === 'utf-16be');
      for (let size = 1; size < 12; size++) expect(await transcoded(bytes, encoding, size)).toBe(text.slice(1));
    },
  );

  test('Windows-1252, the marks of typography among it', async () => {
    expect(await transcoded(new Uint8Array([0x80, 0x93, 0x78, 0x94, 0xe9]), 'windows-1252', 2)).toBe('€“x”é');
  });

  test('files shorter than a mark', async () => {
    expect(await transcoded(utf8('a'), 'utf-8', 1)).toBe('a');
    expect(await transcoded(utf8(''), 'utf-8', 1)).toBe('');
  });

  test('a beginning in one piece', () => {
    expect(new TextDecoder().decode(headToUtf8(utf16(text), 'utf-16le'))).toBe(text.slice(1));
  });
});
