import { expect, test } from 'vitest';
import { countPlaces } from '../../../../src/privacy/erase/byte-search.ts';

const piece = 8 << 20;

/** A file of zeros with texts at positions. */
function fileWith(size: number, texts: readonly (readonly [number, string])[]) {
  const bytes = new Uint8Array(size);
  for (const [at, text] of texts) bytes.set(new TextEncoder().encode(text), at);
  return (offset: number, length: number) => Promise.resolve(bytes.subarray(offset, offset + length));
}

test('bytes are found at both ends, within words, across pieces and in small letters, each place once', async () => {
  const size = 2 * piece + 5;
  const read = fileWith(size, [
    [0, 'Zoë@example.com'],
    [100, 'xzoë@example.comx'],
    [piece - 3, 'Zoë@example.com'],
    [piece + 100, 'ZOË@EXAMPLE.COM'],
    [size - 16, 'Zoë@example.com'],
  ]);
  expect(await countPlaces(read, ['Zoë@example.com'])).toBe(4);
  expect(await countPlaces(read, ['Zoë@example.com', 'nobody@example.com'])).toBe(4);
});

test('texts of few bytes stand in every file and are not counted; an empty file has none', async () => {
  expect(await countPlaces(fileWith(20, [[0, 'abcde']]), ['abcde'])).toBe(0);
  expect(await countPlaces(fileWith(0, []), ['abcdefgh'])).toBe(0);
  expect(await countPlaces(fileWith(8, [[0, 'abcdefgh']]), ['abcdefgh'])).toBe(1);
});
