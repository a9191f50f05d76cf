import { describe, expect, test } from 'vitest';
import { StillhouseError } from '../../../../../src/core/error.ts';
import {
  parseDistiller,
  parseDistillerExpression,
  parseDistillerQuery,
  parseWrittenType,
} from '../../../../../src/dialect/distiller/parse/index.ts';
import { splitDistiller } from '../../../../../src/dialect/distiller/parse/split.ts';
import { walk } from '../../../../../src/dialect/distiller/syntax/walk.ts';
import { listings } from './listings.ts';

/** Numbers from 0 up to 1, the same in every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const everyWay: readonly ((text: string) => unknown)[] = [
  parseDistiller,
  parseDistillerQuery,
  parseDistillerExpression,
  parseWrittenType,
];

/** Reads a text in these ways; gives what was thrown although it should not be, and places outside the text. */
function surprises(text: string, ways = everyWay): unknown[] {
  const found: unknown[] = [];
  for (const parse of ways) {
    try {
      walk(parse(text), ({ span }) => {
        if (span.start < 0 || span.end < span.start || span.end > text.length) found.push(span);
        return true;
      });
    } catch (error) {
      const range = error instanceof StillhouseError ? error.range : undefined;
      if (range === undefined || range.start < 0 || range.end < range.start || range.end > text.length)
        found.push(error);
    }
  }
  const ranges = splitDistiller(text);
  if (ranges.some(({ start, end }) => start >= end || end > text.length)) found.push(ranges);
  return found;
}

const scripts = Object.values(listings);

describe('any text is read or refused with its place', { timeout: 60_000 }, () => {
  test('every beginning of the documentation’s statements', () => {
    for (const script of scripts) {
      for (const { start, end } of splitDistiller(script)) {
        const found: unknown[] = [];
        for (let cut = start; cut <= end; cut++) found.push(...surprises(script.slice(start, cut), [parseDistiller]));
        expect(found).toEqual([]);
      }
    }
  });

  test('soups of its tokens', () => {
    const random = randomNumbers(7);
    const pieces = [...new Set(scripts.flatMap((script) => script.match(/\w+|'[^']*'|\s+|[^\w\s]/g) ?? []))];
    for (let round = 0; round < 2000; round++) {
      const length = 1 + Math.floor(random() * 30);
      const soup = Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)]).join(
        random() < 0.5 ? ' ' : '',
      );
      expect(surprises(soup)).toEqual([]);
    }
  });

  test('statements with pieces taken out, doubled and swapped', () => {
    const random = randomNumbers(11);
    const statements = scripts.flatMap((script) =>
      splitDistiller(script).map(({ start, end }) => script.slice(start, end).match(/\w+|\s+|[^\w\s]/g) ?? []),
    );
    for (let round = 0; round < 2000; round++) {
      const pieces = [...(statements[Math.floor(random() * statements.length)] ?? [])];
      const at = Math.floor(random() * pieces.length);
      const other = Math.floor(random() * pieces.length);
      const change = Math.floor(random() * 3);
      if (change === 0) pieces.splice(at, 1);
      else if (change === 1) pieces.splice(at, 0, pieces[other] ?? '');
      else [pieces[at], pieces[other]] = [pieces[other] ?? '', pieces[at] ?? ''];
      expect(surprises(pieces.join(''))).toEqual([]);
    }
  });

  test('soups of characters', () => {
    const random = randomNumbers(13);
    const characters = Array.from('abX1 0.\'"`@$?#-/*+<>=!&|^~,;:()[]{}\\\n\u00a0\u200b“é😀\u0000\ud800');
    for (let round = 0; round < 2000; round++) {
      const length = Math.floor(random() * 20);
      const soup = Array.from({ length }, () => characters[Math.floor(random() * characters.length)]).join('');
      expect(surprises(soup)).toEqual([]);
    }
  });
});
