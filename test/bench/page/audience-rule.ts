import type { Comparison as Condition, Leaf, Rule } from '../../../src/audiences/rule/rule.ts';

/** The day from which the rule looks back: the one after the events. */
export const today = '2025-04-01';

/** What is changed from one evaluation to the next. */
export interface RuleWishes {
  /** Carts that a member has at most. */
  readonly carts?: number;
  /** How the first group joins. */
  readonly join?: 'all' | 'any';
  /** Age from which people belong to the first group. */
  readonly age?: number;
}

/** A rule of ten nodes over `customers` and `events`. */
export function tenNodes({ carts = 3, join = 'any', age = 50 }: RuleWishes = {}): Rule {
  return {
    people: 'customers',
    identity: 'person',
    root: {
      ...{ kind: 'group', id: 'root', join: 'all', negated: false },
      nodes: [
        {
          ...{ kind: 'group', id: 'who', join, negated: false },
          nodes: [
            attribute('north', { column: 'region', operator: 'is', values: ['north'] }),
            attribute('south', { column: 'region', operator: 'is-not', values: ['south'] }),
            attribute('age', { column: 'age', operator: 'at-least', values: [String(age)] }),
          ],
        },
        events('buys', 'buy', 'at-least', 1),
        events('carts', 'cart', 'at-most', carts),
        {
          ...{ kind: 'group', id: 'not', join: 'any', negated: true },
          nodes: [
            events('views', 'view', 'at-least', 9),
            attribute('young', { column: 'age', operator: 'less-than', values: ['20'] }),
          ],
        },
      ],
    },
  };
}

function attribute(id: string, condition: Condition): Leaf {
  return { kind: 'attribute', id, ...condition };
}

function events(id: string, event: string, compare: 'at-least' | 'at-most', amount: number): Leaf {
  return {
    ...{ kind: 'events', id, dataset: 'events', person: 'person', time: 'event_time', compare, amount },
    where: [{ column: 'event', operator: 'is', values: [event] }],
    measure: { kind: 'rows' },
    window: { kind: 'ever' },
  };
}
