import { expect, test } from 'vitest';
import { type Sql, rawSql, sql } from '../../../../../../src/core/sql.ts';
import { once } from '../../../../../../src/dialect/distiller/translate/once.ts';

const twice = (value: Sql) => sql`${value} + ${value}`;

test('names and literals are written again', () => {
  expect(once(rawSql('t.a'), twice).text).toBe('t.a + t.a');
  expect(once(rawSql("'it''s'"), twice).text).toBe("'it''s' + 'it''s'");
});

test('anything else is bound', () => {
  expect(once(rawSql('random()'), twice).text).toBe('list_transform([random()], lambda _value1: _value1 + _value1)[1]');
});

test('a value in a value has a name of its own', () => {
  const nested = once(rawSql('f(a)'), (outer) => once(rawSql('g(b)'), (inner) => sql`${outer} + ${inner} + ${inner}`));
  expect(nested.text).toBe(
    'list_transform([f(a)], lambda _value2: list_transform([g(b)], lambda _value1: _value2 + _value1 + _value1)[1])[1]',
  );
});

test('a body with a query is repeated, since lambdas take none', () => {
  const body = (value: Sql) => sql`${value} + (SELECT 1)`;
  expect(once(rawSql('f(a)'), body).text).toBe('(f(a)) + (SELECT 1)');
});
