import type { People, RuleContext } from './rule-context.ts';
import { readComparison, wholePath } from './read-comparison.ts';
import { readDataset, readSubquery } from './read-subquery.ts';
import type { Group, Rule, RuleNode } from './rule.ts';
import {
  findWord,
  inBrackets,
  part,
  type Phrase,
  phraseKey,
  readPhrase,
  sourceOf,
  splitAt,
  startsWith,
} from './sql-phrase.ts';

export type ReadRule = { readonly ok: true; readonly rule: Rule } | { readonly ok: false; readonly reason: string };

/**
 * Reads a query of members as a rule: `SELECT id FROM people WHERE …`. Conditions for which the builder has no form stay
 * as SQL conditions, so that the rule always means what the query means.
 */
export function readRule(text: string, context: RuleContext, nextId: () => string): ReadRule {
  const query = readPhrase(text.replace(/;\s*$/, ''));
  const [from, where] = [findWord(query, 'FROM'), findWord(query, 'WHERE')];
  const no = (reason: string): ReadRule => ({ ok: false, reason });
  if (!startsWith(query, 'SELECT') || from < 0) return no('It does not begin with SELECT … FROM ….');
  for (const word of ['GROUP', 'ORDER', 'LIMIT', 'UNION', 'EXCEPT', 'INTERSECT', 'QUALIFY', 'JOIN', 'HAVING']) {
    if (findWord(query, word) >= 0) return no(`It has a clause ${word}, which conditions cannot say.`);
  }
  const dataset = readDataset(part(query, from + 1, where < 0 ? query.tokens.length : where), context);
  if (dataset === undefined) return no('It does not read one dataset of the project.');
  const selected = part(query, startsWith(query, 'SELECT', 'DISTINCT') ? 2 : 1, from);
  const identity = wholePath(selected, dataset);
  if (identity === undefined) return no('It does not select one column, the identity of the people.');
  const reader: Reader = { people: { dataset, identity }, context, nextId };
  const known = phraseKey(readPhrase(`${identity.sql.text} IS NOT NULL`));
  const parts = where < 0 ? [] : splitAt(part(query, where + 1), 'AND').filter((one) => phraseKey(one) !== known);
  const wholeIsOr = where >= 0 && splitAt(part(query, where + 1), 'OR').length > 1;
  const nodes = wholeIsOr ? [readNode(part(query, where + 1), reader)] : parts.map((one) => readNode(one, reader));
  const [only] = nodes;
  const root: Group =
    nodes.length === 1 && only?.kind === 'group'
      ? only
      : { kind: 'group', id: nextId(), join: 'all', negated: false, nodes };
  return { ok: true, rule: { people: dataset.label, identity: identity.label, root } };
}

interface Reader {
  readonly people: People;
  readonly context: RuleContext;
  readonly nextId: () => string;
}

function readNode(phrase: Phrase, reader: Reader): RuleNode {
  const { people, nextId } = reader;
  for (const [word, join] of [
    ['OR', 'any'],
    ['AND', 'all'],
  ] as const) {
    const parts = splitAt(phrase, word);
    if (parts.length > 1) return makeGroup(join, false, parts, reader);
  }
  const comparison = readComparison(phrase, people.dataset);
  if (comparison !== undefined) return { kind: 'attribute', id: nextId(), ...comparison };
  const inner = inBrackets(phrase);
  if (inner !== undefined) return readNode(inner, reader);
  const negated = readNegated(phrase, reader);
  return negated ?? readMembers(phrase, reader) ?? { kind: 'sql', id: nextId(), text: sourceOf(phrase) };
}

function readNegated(phrase: Phrase, reader: Reader): RuleNode | undefined {
  const end = phrase.tokens.length - 3;
  const inner =
    end > 1 && phraseKey(part(phrase, end)) === 'IS NOT TRUE' ? inBrackets(part(phrase, 0, end)) : undefined;
  if (inner === undefined) return undefined;
  const node = readNode(inner, reader);
  if (node.kind === 'group' && !node.negated) return { ...node, negated: true };
  return { kind: 'group', id: reader.nextId(), join: 'all', negated: true, nodes: [node] };
}

function readMembers(phrase: Phrase, { people, context, nextId }: Reader): RuleNode | undefined {
  const length = readPhrase(people.identity.sql.text).tokens.length;
  if (phraseKey(part(phrase, 0, length)) !== phraseKey(readPhrase(people.identity.sql.text))) return undefined;
  const rest = part(phrase, length);
  const negated = startsWith(rest, 'NOT', 'IN');
  if (!negated && !startsWith(rest, 'IN')) return undefined;
  const query = inBrackets(part(rest, negated ? 2 : 1));
  return query && readSubquery(query, negated, people, context, nextId());
}

function makeGroup(join: Group['join'], negated: boolean, parts: readonly Phrase[], reader: Reader): Group {
  const id = reader.nextId();
  return { kind: 'group', id, join, negated, nodes: parts.map((one) => readNode(one, reader)) };
}
