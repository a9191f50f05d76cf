import { describe, expect, test } from 'vitest';
import { fieldType, parseType, subscriptType, typeText } from '../../../src/dialect/type-tree.ts';

describe('parseType', () => {
  test.each([
    'INTEGER',
    'DECIMAL(18,2)',
    'TIMESTAMP WITH TIME ZONE',
    'VARCHAR[]',
    'INTEGER[3]',
    'INTEGER[][3]',
    'STRUCT(a INTEGER, "b c" VARCHAR[])',
    'STRUCT(a STRUCT(b STRUCT(c DATE)[])[], "select" DECIMAL(9,4))',
    'MAP(VARCHAR, STRUCT(x DOUBLE)[])',
    'UNION(num INTEGER, txt VARCHAR)',
    "ENUM('a', 'it''s', 'x, y')",
    'STRUCT("q""uote" TIMESTAMP WITH TIME ZONE)',
  ])('%s comes back as it was', (text) => {
    expect(typeText(parseType(text))).toBe(text);
  });

  test('ignores case and white space', () => {
    expect(typeText(parseType(' struct( a   integer,b varchar [ ] ) '))).toBe('STRUCT(a INTEGER, b VARCHAR[])');
  });

  test.each(['', 'STRUCT(', 'STRUCT(a', 'MAP(VARCHAR', 'INTEGER]', '(((', 'a b c d'])(
    '"%s" stays one scalar',
    (text) => {
      expect(parseType(text)).toEqual({ kind: 'scalar', name: text.trim() });
    },
  );
});

describe('members', () => {
  const order = parseType('STRUCT(Items STRUCT(price DOUBLE)[], labels MAP(VARCHAR, DATE))');
  const at = (type: ReturnType<typeof fieldType>) => (type === undefined ? undefined : typeText(type));

  test('fields are found without regard to case', () => {
    expect(at(fieldType(order, 'items'))).toBe('STRUCT(price DOUBLE)[]');
    expect(fieldType(order, 'nothing')).toBeUndefined();
  });

  test('a subscript gives the item, a slice the list, a key the value', () => {
    const items = parseType('STRUCT(price DOUBLE)[3]');
    expect(at(subscriptType(items, false))).toBe('STRUCT(price DOUBLE)');
    expect(at(subscriptType(items, true))).toBe('STRUCT(price DOUBLE)[]');
    expect(at(subscriptType(parseType('MAP(VARCHAR, DATE)'), false))).toBe('DATE');
    expect(subscriptType(parseType('DATE'), false)).toBeUndefined();
  });
});
