import { describe, expect, test } from 'vitest';
import { parseDistiller } from '../../../../../src/dialect/distiller/parse/index.ts';
import { splitDistiller } from '../../../../../src/dialect/distiller/parse/split.ts';
import type { Statement } from '../../../../../src/dialect/distiller/syntax/statement.ts';
import { listings } from './listings.ts';

const kinds = (script: string) =>
  splitDistiller(script)
    .map(({ start, end }) => parseDistiller(script.slice(start, end), { offset: start }).kind)
    .join(' ');

const repeated = (kind: Statement['kind'], count: number) => Array.from({ length: count }, () => kind).join(' ');

describe('the documentation parses as it is printed', () => {
  test.each([
    ['snapshots', repeated('query', 7)],
    [
      'tables',
      'create-table insert insert create-table insert create-view drop create-table query drop drop drop create-table copy',
    ],
    ['anonymous block', 'block block'],
    [
      'session',
      'transaction transaction transaction transaction transaction transaction declare-cursor fetch fetch close-cursor ' +
        'close-cursor prepare execute deallocate deallocate explain explain show show set-setting set-setting set-setting',
    ],
    ['statistics', 'analyze analyze analyze show query analyze analyze query show'],
    [
      'metadata',
      `create-database create-schema ${repeated('create-table', 3)} ${repeated('alter', 10)} ${repeated('show', 9)} create-namespace`,
    ],
    ['generators', repeated('query', 9)],
    ['audiences', 'create-audience create-audience insert insert insert drop show create-namespace'],
    ['models', `${repeated('create-model', 4)} query query show drop-model drop-model create-transform`],
    ['exploring data', `set-setting ${repeated('query', 4)} create-view ${repeated('query', 3)}`],
    ['checkpoints', 'drop create-table insert block'],
    ['enrichment', repeated('query', 8)],
    ['statistics and models', repeated('query', 4)],
    ['activation', repeated('query', 6)],
  ])('%s', (chapter, expected) => {
    expect(kinds(listings[chapter] ?? '')).toBe(expected);
  });
});
