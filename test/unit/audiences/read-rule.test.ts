import { describe, expect, test } from 'vitest';
import { sql } from '../../../src/core/sql.ts';
import type { RuleContext } from '../../../src/audiences/rule/rule-context.ts';
import { readRule } from '../../../src/audiences/rule/read-rule.ts';
import { ruleSql } from '../../../src/audiences/rule/rule-sql.ts';
import type { Group, Rule, RuleNode } from '../../../src/audiences/rule/rule.ts';
import { catalogView } from '../../../src/modules/catalog-view.ts';

const context: RuleContext = {
  today: sql`today()`,
  catalog: catalogView([
    {
      schema: 'main',
      name: 'people',
      rowCount: 9,
      columns: [
        { name: 'id', type: 'VARCHAR' },
        { name: 'country', type: 'VARCHAR' },
        { name: 'age', type: 'BIGINT' },
        { name: 'vip', type: 'BOOLEAN' },
        { name: 'born', type: 'DATE' },
        { name: 'address', type: 'STRUCT(city VARCHAR, "zip code" VARCHAR)' },
        { name: 'order', type: 'DOUBLE' },
      ],
    },
    {
      schema: 'main',
      name: 'events',
      rowCount: 9,
      columns: [
        { name: 'person', type: 'BIGINT' },
        { name: 'kind', type: 'VARCHAR' },
        { name: 'amount', type: 'DOUBLE' },
        { name: 'happened_at', type: 'TIMESTAMP' },
      ],
    },
    { schema: 'lists', name: 'do not mail', rowCount: 9, columns: [{ name: 'id', type: 'VARCHAR' }] },
  ]),
};
let ids = 0;
const nextId = () => String(++ids);
const withoutIds = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, item: unknown) => (key === 'id' ? undefined : item)));
const group = (join: Group['join'], nodes: readonly RuleNode[], negated = false): Group => ({
  kind: 'group',
  id: nextId(),
  join,
  negated,
  nodes,
});
const read = (text: string) => {
  const found = readRule(text, context, nextId);
  if (!found.ok) throw new Error(found.reason);
  return found.rule;
};
const roundTrip = (root: Group) => {
  const rule: Rule = { people: 'people', identity: 'id', root };
  expect(withoutIds(read(ruleSql(rule, context).text))).toEqual(withoutIds(rule));
};
const events = {
  kind: 'events' as const,
  dataset: 'events',
  person: 'person',
  time: 'happened_at',
  where: [{ column: 'kind', operator: 'is' as const, values: ['buy'] }],
  measure: { kind: 'rows' as const },
  compare: 'at-least' as const,
  amount: 3,
  window: { kind: 'ever' as const },
};
const step = (kind: string) => ({ where: [{ column: 'kind', operator: 'is' as const, values: [kind] }] });
const sequence = {
  kind: 'sequence' as const,
  dataset: 'events',
  person: 'person',
  time: 'happened_at',
  steps: [step('view'), { where: [] }, step('buy')],
  lastIsAbsent: false,
  window: { kind: 'ever' as const },
};

describe('a rule written as SQL reads as the same rule', () => {
  test.each<[string, Group['join'], readonly (Record<string, unknown> & { kind: string })[]]>([
    [
      'attributes',
      'all',
      [
        ['country', 'is', 'DE'],
        ['country', 'is', 'DE', "O'Hara"],
        ['country', 'is-not', 'DE'],
        ['country', 'is-not', 'DE', 'FR'],
        ['address."zip code"', 'contains', 'x'],
        ['address.city', 'starts-with', '日'],
        ['"order"', 'between', '-1.5', '2'],
        ['age', 'at-least', '18'],
        ['age', 'at-most', '18'],
        ['age', 'less-than', '18'],
        ['age', 'more-than', '18'],
        ['born', 'in-last-days', '30'],
        ['born', 'before-last-days', '30'],
        ['born', 'at-least', '2026-01-31'],
        ['vip', 'is', 'true'],
        ['country', 'is-known'],
        ['country', 'is-missing'],
      ].map(([column, operator, ...values]) => ({ kind: 'attribute', column, operator, values })),
    ],
    [
      'events',
      'any',
      [
        events,
        { ...events, compare: 'at-most' },
        { ...events, compare: 'exactly' },
        { ...events, compare: 'exactly', amount: 0 },
        { ...events, amount: 1, where: [], window: { kind: 'last', days: 7 } },
        { ...events, window: { kind: 'between', from: '2026-01-01', to: '2026-01-31' } },
        { ...events, measure: { kind: 'sum', column: 'amount' } },
        { ...events, measure: { kind: 'distinct', column: 'kind' }, window: { kind: 'last', days: 7 } },
      ],
    ],
    [
      'sequences',
      'all',
      [
        sequence,
        { ...sequence, withinDays: 7 },
        { ...sequence, withinDays: 7, lastIsAbsent: true, window: { kind: 'last', days: 90 } },
        { ...sequence, lastIsAbsent: true, steps: [step('view'), step('buy')] },
      ],
    ],
    [
      'lists and SQL',
      'all',
      [
        { kind: 'member', dataset: 'lists.do not mail', column: 'id', negated: true },
        { kind: 'member', dataset: 'events', column: 'person', negated: false },
      ],
    ],
  ])('%s', (_, join, nodes) => {
    const one = nodes.map((node) => ({ id: nextId(), ...node }) as unknown as RuleNode);
    roundTrip(group(join, one));
    roundTrip(group('all', [group(join, one, true), group('any', one)]));
  });
});

test('conditions without a form of their own stay SQL, word for word', () => {
  const { root } = read(
    "SELECT id FROM main.people WHERE age % 2 = 0 AND (country = 'DE' OR NOT vip AND length(country) > 3);",
  );
  expect(withoutIds(root)).toEqual({
    kind: 'group',
    join: 'all',
    negated: false,
    nodes: [
      { kind: 'sql', text: 'age % 2 = 0' },
      {
        kind: 'group',
        join: 'any',
        negated: false,
        nodes: [
          { kind: 'attribute', column: 'country', operator: 'is', values: ['DE'] },
          {
            kind: 'group',
            join: 'all',
            negated: false,
            nodes: [
              { kind: 'sql', text: 'NOT vip' },
              { kind: 'sql', text: 'length(country) > 3' },
            ],
          },
        ],
      },
    ],
  });
});

test('<> leaves missing values out, which “is not” does not, so it stays SQL', () => {
  expect(withoutIds(read("SELECT id FROM people WHERE country <> 'DE'").root)).toMatchObject({
    nodes: [{ kind: 'sql', text: "country <> 'DE'" }],
  });
});

test('NOT IN that may meet a NULL means something else, and stays SQL', () => {
  expect(
    withoutIds(read('SELECT id FROM people WHERE id NOT IN (SELECT CAST(person AS VARCHAR) FROM events)').root),
  ).toMatchObject({
    nodes: [{ kind: 'sql' }],
  });
});

test.each([
  ['SELECT id FROM people ORDER BY id', 'It has a clause ORDER, which conditions cannot say.'],
  ['SELECT id FROM people JOIN events ON true', 'It has a clause JOIN, which conditions cannot say.'],
  ['SELECT id, age FROM people', 'It does not select one column, the identity of the people.'],
  ['SELECT id FROM nowhere', 'It does not read one dataset of the project.'],
  ['FROM people', 'It does not begin with SELECT … FROM ….'],
])('%s is told why it is no rule', (text, reason) => {
  expect(readRule(text, context, nextId)).toEqual({ ok: false, reason });
});
