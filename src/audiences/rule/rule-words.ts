import type { Comparison, EventsCondition, EventWindow, Leaf, Operator, RuleNode, SequenceCondition } from './rule.ts';

/** Operators as they stand between a column and its values. */
export const operatorWords: Readonly<Record<Operator, string>> = {
  is: 'is',
  'is-not': 'is not',
  contains: 'contains',
  'starts-with': 'starts with',
  'less-than': 'is less than',
  'at-most': 'is at most',
  'at-least': 'is at least',
  'more-than': 'is more than',
  between: 'is between',
  'in-last-days': 'is in the last',
  'before-last-days': 'is before the last',
  'is-known': 'is known',
  'is-missing': 'is missing',
};

/** A comparison in words: `country is DE or FR`. */
export function comparisonWords({ column, operator, values }: Comparison): string {
  const start = `${column} ${operatorWords[operator]}`;
  if (values.length === 0) return start;
  if (operator === 'between') return `${start} ${values.join(' and ')}`;
  if (operator === 'in-last-days' || operator === 'before-last-days') return `${start} ${values[0] ?? '?'} days`;
  return `${start} ${values.map((value) => (value === '' ? '(empty)' : value)).join(' or ')}`;
}

/** A condition in words. */
export function leafWords(leaf: Leaf): string {
  switch (leaf.kind) {
    case 'attribute':
      return comparisonWords(leaf);
    case 'sql':
      return leaf.text;
    case 'member':
      return `${leaf.negated ? 'not ' : ''}listed in ${leaf.dataset}`;
    case 'events':
      return eventsWords(leaf);
    case 'sequence':
      return sequenceWords(leaf);
  }
}

/** A node in words; groups say how they join. */
export function nodeWords(node: RuleNode): string {
  if (node.kind !== 'group') return leafWords(node);
  if (node.nodes.length === 0) return 'everybody';
  const joined = node.nodes.map((one) => (one.kind === 'group' ? `(${nodeWords(one)})` : nodeWords(one)));
  const words = joined.join(node.join === 'all' ? ', and ' : ', or ');
  return node.negated ? `not (${words})` : words;
}

const compareWords = { 'at-least': 'at least', 'at-most': 'at most', exactly: 'exactly' } as const;

function eventsWords({ dataset, where, measure, compare, amount, window }: EventsCondition): string {
  const much = `${compareWords[compare]} ${amount.toLocaleString('en')}`;
  const none = measure.kind === 'rows' && amount === 0 && compare !== 'at-least';
  const total =
    measure.kind === 'rows'
      ? none
        ? `no rows in ${dataset}`
        : `${much} ${amount === 1 ? 'row' : 'rows'} in ${dataset}`
      : measure.kind === 'sum'
        ? `sum of ${measure.column} in ${dataset} ${much}`
        : `${much} different ${measure.column} in ${dataset}`;
  return `${total}${whereWords(where)}${windowWords(window)}`;
}

function sequenceWords({ dataset, steps, withinDays, lastIsAbsent, window }: SequenceCondition): string {
  const parts = steps.map(({ where }) => (where.length === 0 ? 'any row' : where.map(comparisonWords).join(' and ')));
  const within = withinDays === undefined ? '' : ` within ${withinDays} days`;
  const last = parts.pop() ?? '';
  const start = parts.join(`, then${within} `);
  return `in ${dataset}: ${start}, ${lastIsAbsent ? `and not${within}` : `then${within}`} ${last}${windowWords(window)}`;
}

function whereWords(where: readonly Comparison[]): string {
  return where.length === 0 ? '' : ` where ${where.map(comparisonWords).join(' and ')}`;
}

function windowWords(window: EventWindow): string {
  if (window.kind === 'ever') return '';
  return window.kind === 'last' ? ` in the last ${window.days} days` : ` from ${window.from} to ${window.to}`;
}
