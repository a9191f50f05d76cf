import { describe, expect, test } from 'vitest';
import { significant, tokenize } from '../../../src/dialect/lexer.ts';
import { splitStatements, statementAt } from '../../../src/dialect/split.ts';

const texts = (script: string) => splitStatements(script).map(({ start, end }) => script.slice(start, end));

describe('splitStatements', () => {
  test.each([
    ['select 1; select 2', ['select 1', 'select 2']],
    [" ;; select ';' ;", ["select ';'"]],
    ['select $$a;b$$; select $t$;$t$', ['select $$a;b$$', 'select $t$;$t$']],
    ['-- only; a comment\n/* ; /* nested; */ ; */', []],
    ['select 1 -- x;y\n, 2; select "a;b"', ['select 1 -- x;y\n, 2', 'select "a;b"']],
    ["select e'it\\'s; ok'; select 'it''s;'", ["select e'it\\'s; ok'", "select 'it''s;'"]],
    ["select 'never closed; select 2", ["select 'never closed; select 2"]],
    ['', []],
  ])('%s', (script, expected) => {
    expect(texts(script)).toEqual(expected);
  });

  test('finds the statement around, before and after a position', () => {
    const script = 'select 1;  select 2 ;\n';
    const at = (position: number) => {
      const range = statementAt(script, position);
      return range === undefined ? undefined : script.slice(range.start, range.end);
    };
    expect(at(0)).toBe('select 1');
    expect(at(9)).toBe('select 1');
    expect(at(12)).toBe('select 2');
    expect(at(script.length)).toBe('select 2');
    expect(statementAt('  ', 1)).toBeUndefined();
  });
});

describe('tokenize', () => {
  test.each([
    [
      'a.b::int >= $x and y != ? -- c',
      'word punctuation word operator word operator parameter word word operator parameter',
    ],
    ['1e5 .5 0xFF 1_000 $1 "q""q"', 'number number number number parameter quoted'],
    ['x->>1, y', 'word operator number punctuation word'],
    ['naïve_Ünï', 'word'],
  ])('%s', (text, expected) => {
    expect(
      significant(tokenize(text))
        .map((token) => token.kind)
        .join(' '),
    ).toBe(expected);
  });

  test('covers any text without a gap', () => {
    const text = 'select \u0000 \ud800 "open /* \' $$ $a$ ` 😀';
    const tokens = tokenize(text);
    expect(tokens.map((token) => text.slice(token.start, token.end)).join('')).toBe(text);
  });
});
