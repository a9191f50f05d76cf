import { describe, expect, test } from 'vitest';
import { hexLine } from '../../../src/results/hex-lines.ts';
import { jsonChildren, type JsonPlace, jsonRoot } from '../../../src/results/json-text-tree.ts';
import { breakLines } from '../../../src/results/text-lines.ts';

describe('broken lines', () => {
  const lines = (text: string, width: number) => {
    const starts = breakLines(text, width);
    return [...starts].slice(1).map((end, index) => text.slice(starts[index], end));
  };

  test('end at line ends, and at a space near the edge', () => {
    expect(lines('ab\ncd\n', 10)).toEqual(['ab\n', 'cd\n']);
    expect(lines('one two three', 8)).toEqual(['one two ', 'three']);
    expect(lines('a bcdefghijkl', 8)).toEqual(['a bcdefg', 'hijkl']);
    expect(lines('', 8)).toEqual(['']);
  });

  test('keep surrogate pairs whole', () => {
    expect(lines('abc😀def', 4)).toEqual(['abc', '😀de', 'f']);
  });

  test('together are the text, none longer than the width', () => {
    const text = Array.from(
      { length: 3000 },
      (_, index) => 'x'.repeat((index * 37) % 50) + (index % 9 ? ' ' : '\n'),
    ).join('');
    for (const width of [1, 16, 80]) {
      const broken = lines(text, width);
      expect(broken.join('')).toBe(text);
      expect(Math.max(...broken.map((line) => line.trimEnd().length))).toBeLessThanOrEqual(width);
    }
  });
});

describe('a JSON text taken apart where it is looked at', () => {
  const rebuilt = (text: string, place: JsonPlace = jsonRoot(text)): unknown => {
    if (place.kind === 'scalar') return JSON.parse(text.slice(place.start, place.end));
    const children = jsonChildren(text, place.start);
    if (place.kind === 'array') return children.map((child) => rebuilt(text, child));
    return Object.fromEntries(children.map((child) => [child.key, rebuilt(text, child)]));
  };

  test.each([
    '[]',
    ' {"a" : [1, 2.50, {"b":null}], "c\\"d\\\\": "]}\\\\", "":[[],{}] } ',
    '"only \\"text\\""',
    '-12.5e3',
    '[true,false,null,"a,b","\\\\"]',
  ])('%s is what JSON.parse reads', (text) => {
    expect(rebuilt(text)).toEqual(JSON.parse(text));
  });

  test('keeps every digit', () => {
    const text = '{"big":12345678901234567890.10}';
    const [big] = jsonChildren(text, 0);
    expect(text.slice(big?.start, big?.end)).toBe('12345678901234567890.10');
  });
});

test('a line of bytes has their place, their numbers and what can be read of them', () => {
  const bytes = new TextEncoder().encode('On\n€ends');
  expect(hexLine(bytes, 0, 8)).toBe('00000000  4f 6e 0a e2 82 ac 65 6e  On····en');
  expect(hexLine(bytes, 8, 8)).toBe('00000008  64 73                    ds');
});
