import { describe, expect, test } from 'vitest';
import { parseDistiller, parseDistillerExpression } from '../../../../../src/dialect/distiller/parse/index.ts';
import { walk } from '../../../../../src/dialect/distiller/syntax/walk.ts';

/** Every node that has a kind, as `kind‹its text›`, outer ones first. */
function places(text: string, offset = 0): string[] {
  const found: string[] = [];
  walk(parseDistiller(text, { offset }), ({ kind, span }) => {
    if (typeof kind === 'string') found.push(`${kind}‹${text.slice(span.start - offset, span.end - offset)}›`);
    return true;
  });
  return found;
}

describe('every node has its exact place', () => {
  test.each<[string, string[]]>([
    ['1 + ( a.b )', ['binary‹1 + ( a.b )›', 'number‹1›', 'parentheses‹( a.b )›', 'name‹a.b›']],
    ['a NOT IN (1, 2)', ['in-list‹a NOT IN (1, 2)›', 'name‹a›', 'number‹1›', 'number‹2›']],
    ['a IS NOT NULL', ['is‹a IS NOT NULL›', 'name‹a›']],
    ["a LIKE 'b' ESCAPE '!'", ["like‹a LIKE 'b' ESCAPE '!'›", 'name‹a›', "string‹'b'›"]],
    [
      'f ( x -> -x ) [ 0 ] . y',
      [
        'field‹f ( x -> -x ) [ 0 ] . y›',
        'subscript‹f ( x -> -x ) [ 0 ]›',
        'call‹f ( x -> -x )›',
        'lambda‹x -> -x›',
        'unary‹-x›',
        'name‹x›',
        'number‹0›',
      ],
    ],
    [
      'CAST(a AS map<int, array<int>>)',
      [
        'cast‹CAST(a AS map<int, array<int>>)›',
        'name‹a›',
        'map‹map<int, array<int>>›',
        'scalar‹int›',
        'array‹array<int>›',
        'scalar‹int›',
      ],
    ],
    ['CASE WHEN a THEN 1 END', ['case‹CASE WHEN a THEN 1 END›', 'name‹a›', 'number‹1›']],
    ["trim(BOTH 'x' FROM s)", ["call‹trim(BOTH 'x' FROM s)›", 'name‹s›', "string‹'x'›"]],
    ["INTERVAL '7' DAY", ["interval‹INTERVAL '7' DAY›", "string‹'7'›"]],
    ["'a' 'b'", ["string‹'a' 'b'›"]],
    ['EXISTS (SELECT 1)', ['exists‹EXISTS (SELECT 1)›', 'select‹SELECT 1›', 'number‹1›']],
  ])('%s', (text, expected) => {
    const statement = `SELECT ${text} `;
    expect(places(statement)).toEqual([`query‹SELECT ${text}›`, `select‹SELECT ${text}›`, ...expected]);
  });

  test('of relations, and moved by an offset', () => {
    const text = 'SELECT a FROM t SNAPSHOT SINCE 1 x LEFT JOIN (SELECT 2) y ON b -- end';
    const expected = [
      'query‹SELECT a FROM t SNAPSHOT SINCE 1 x LEFT JOIN (SELECT 2) y ON b›',
      'select‹SELECT a FROM t SNAPSHOT SINCE 1 x LEFT JOIN (SELECT 2) y ON b›',
      'name‹a›',
      'join‹t SNAPSHOT SINCE 1 x LEFT JOIN (SELECT 2) y ON b›',
      'table‹t SNAPSHOT SINCE 1 x›',
      'since‹SNAPSHOT SINCE 1›',
      'number‹1›',
      'query‹(SELECT 2) y›',
      'select‹SELECT 2›',
      'number‹2›',
      'name‹b›',
    ];
    expect([...places(text)].sort()).toEqual([...expected].sort());
    expect(places(text, 1000)).toEqual(places(text));
  });

  test('of operators and names of functions', () => {
    expect(parseDistillerExpression('a  >>  lower(b)')).toMatchObject({
      operatorSpan: { start: 3, end: 5 },
      right: { nameSpan: { start: 7, end: 12 } },
    });
  });
});
