import type { Query } from './nodes.ts';
import { type OpenQuery, type ReadState, wordAt } from './read-state.ts';

/** Reads the query inside a common table's parentheses; handed in, since queries and common tables hold each other. */
type ReadInner = (state: ReadState, parent: Query['parent'], outer: Query) => Query;

/** Reads `WITH [RECURSIVE] a (x) USING KEY (k) AS [NOT] MATERIALIZED (…), b AS (…)` into `query.ctes`. */
export function readCommonTables(state: ReadState, query: OpenQuery, readInner: ReadInner): void {
  state.at++;
  if (wordAt(state) === 'RECURSIVE') state.at++;
  do {
    if (wordAt(state) === ',') state.at++;
    const name = state.lexemes[state.at]?.name;
    if (name === undefined || /^(SELECT|FROM|INSERT|UPDATE|DELETE)$/.test(wordAt(state))) return;
    const nameAt = state.at++;
    const columns = wordAt(state) === '(' ? readNames(state) : [];
    if (wordAt(state) === 'USING') state.at += 2;
    if (wordAt(state, -1) === 'KEY' && wordAt(state) === '(') readNames(state);
    while (/^(AS|NOT|MATERIALIZED)$/.test(wordAt(state))) state.at++;
    query.ctes.push({ name, nameAt, columns, query: readBody(state, query, readInner) });
  } while (wordAt(state) === ',');
}

function readBody(state: ReadState, query: OpenQuery, readInner: ReadInner): Query | undefined {
  if (wordAt(state) !== '(') return undefined;
  const open = state.at++;
  const body = readInner(state, query.parent, query);
  while (state.at < state.lexemes.length && wordAt(state) !== ')') state.at++;
  state.queryByBracket.set(open, body);
  state.groups.set(open, { open, close: state.at });
  if (state.at < state.lexemes.length) state.at++;
  return body;
}

/** Reads `(a, b)`. */
function readNames(state: ReadState): string[] {
  const open = state.at;
  const names: string[] = [];
  while (state.at < state.lexemes.length && wordAt(state) !== ')') {
    const name = state.lexemes[state.at]?.name;
    if (name !== undefined) names.push(name);
    state.at++;
  }
  state.groups.set(open, { open, close: state.at });
  if (state.at < state.lexemes.length) state.at++;
  return names;
}
