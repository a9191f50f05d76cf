import { isReserved } from '../keywords.ts';
import { beginsStatement, clauseOpenedBy, joinLength } from './clause-rules.ts';
import type { Block, BlockKind, ClauseKind, Query } from './nodes.ts';
import { readCommonTables } from './read-with.ts';
import {
  endBlock,
  type OpenBlock,
  openBlock,
  openClause,
  type OpenQuery,
  openQuery,
  type ReadState,
  wordAt,
} from './read-state.ts';

const closers = new Set([')', ']', '}']);
const openers = new Set(['(', '[', '{']);
const setWords = new Set(['UNION', 'INTERSECT', 'EXCEPT']);
const queryStarts = new Set(['SELECT', 'FROM', 'WITH', 'VALUES', 'PIVOT', 'UNPIVOT', 'DESCRIBE', 'SUMMARIZE']);
const fromCalls = new Set(['EXTRACT', 'SUBSTRING', 'TRIM', 'OVERLAY', 'POSITION', 'DISTINCT']);
const groupEnders = new Set(['FROM', 'WHERE', 'GROUP', 'HAVING', 'QUALIFY', 'LIMIT', 'UNION', 'INTERSECT', 'EXCEPT']);

const tablePlaces = /^(FROM|JOIN|LATERAL|,|\(|:|USING|PIVOT|UNPIVOT)$/;

/** Ends a query early: INSERT's query stops at RETURNING. */
export type Stop = () => boolean;
const never: Stop = () => false;

/** Whether a query begins at `at`, or inside the parentheses there. */
export function startsQuery(state: ReadState, ahead = 0): boolean {
  const word = wordAt(state, ahead);
  return word === '(' ? startsQuery(state, ahead + 1) : queryStarts.has(word);
}

/** Reads WITH and the blocks of a query up to a closing bracket, the end, or a place where a new statement begins. */
export function readQuery(
  state: ReadState,
  parent: Block | undefined,
  stop: Stop = never,
  outer: Query | undefined = parent?.query,
): Query {
  const query = openQuery(state, parent, outer);
  if (wordAt(state) === 'WITH') readWith(state, query);
  readBlocks(state, query, stop);
  return query;
}

/** Reads the common tables in front of a query or of INSERT, UPDATE, DELETE. */
export function readWith(state: ReadState, query: OpenQuery): void {
  readCommonTables(state, query, (inner, parent, outer) => readQuery(inner, parent, never, outer));
}

/** Reads blocks joined by set operations; the query may have its common tables already. */
export function readBlocks(state: ReadState, query: OpenQuery, stop: Stop = never): void {
  for (;;) {
    readBlock(state, query, stop);
    if (!setWords.has(wordAt(state))) break;
    state.at++;
    while (/^(ALL|DISTINCT|BY|NAME)$/.test(wordAt(state))) {
      if (wordAt(state) === 'NAME') query.byName = true;
      state.at++;
    }
  }
  query.end = state.at;
}

function readBlock(state: ReadState, query: OpenQuery, stop: Stop): void {
  const kind = blockKindAt(state);
  const block = openBlock(state, kind, query);
  if (kind === 'describe') {
    openClause(state, block, 'from', 1);
    if (startsQuery(state) && wordAt(state) !== '(') block.queries.push(readQuery(state, block, stop));
  }
  readClauses(state, block, stop);
  endBlock(state, block);
}

function blockKindAt(state: ReadState): BlockKind {
  const word = wordAt(state);
  if (word === '(' && startsQuery(state)) return 'nested';
  if (word === 'VALUES') return 'values';
  if (/^(UN)?PIVOT$|^PIVOT_/.test(word)) return 'pivot';
  return word === 'DESCRIBE' || word === 'SUMMARIZE' ? 'describe' : 'select';
}

/** Reads a block's clauses; stops in front of whatever is not part of it. */
export function readClauses(state: ReadState, block: OpenBlock, stop: Stop = never): void {
  const seen = new Set<ClauseKind>();
  const ahead = (index: number) => wordAt(state, index);
  while (state.at < state.lexemes.length) {
    const word = wordAt(state);
    if (closers.has(word) || word === ';' || stop()) return;
    const opened = readsOn(state) ? undefined : clauseOpenedBy(block.kind, ahead);
    const current = block.clauses.at(-1)?.kind;
    const again = opened !== undefined && seen.has(opened.kind);
    if (again && block.kind === 'select' && /^(select|from)$/.test(opened.kind)) return;
    if (opened !== undefined && !(again && opened.kind === 'from')) {
      seen.add(opened.kind);
      openClause(state, block, opened.kind, opened.length);
    } else if (setWords.has(word) || (state.at > block.start && beginsStatement(ahead))) {
      return;
    } else if (!readJoin(state, block, current)) {
      if (openers.has(word)) readGroup(state, block);
      else state.at++;
    }
  }
}

/** Whether a clause word at this place is part of an expression: `IS DISTINCT FROM`, `WITHIN GROUP`. */
function readsOn(state: ReadState): boolean {
  const before = wordAt(state, -1);
  if (before === 'WITHIN') return true;
  return before === 'DISTINCT' && /^(IS|NOT)$/.test(wordAt(state, -2));
}

/** In FROM: ON and USING open their clauses, a join or comma leads back. */
function readJoin(state: ReadState, block: OpenBlock, current: ClauseKind | undefined): boolean {
  const word = wordAt(state);
  if (current === 'from' && (word === 'ON' || word === 'USING')) {
    openClause(state, block, word === 'ON' ? 'on' : 'using', 1);
    return true;
  }
  if (current !== 'on' && current !== 'using') return false;
  if (block.kind === 'merge') return false;
  if (word !== ',' && joinLength((index) => wordAt(state, index)) === 0) return false;
  openClause(state, block, 'from', 0);
  state.at++;
  return true;
}

/** Reads one bracket with all it holds. A clause word that cannot stand in it ends it: the closing bracket is missing. */
export function readGroup(state: ReadState, block: OpenBlock): void {
  const open = state.at;
  const before = wordAt(state, -1);
  const tables =
    block.clauses.at(-1)?.kind === 'from' &&
    tablePlaces.test(before) &&
    !(before.endsWith('PIVOT') && block.kind !== 'pivot');
  state.at++;
  const isCall = isCallBracket(state, open);
  if (
    state.lexemes[open]?.raw === '(' &&
    !(isCall && wordAt(state) === 'FROM') &&
    (startsQuery(state) || opensQuery(state, before))
  ) {
    addQuery(state, block, open, readQuery(state, block));
  } else if (tables && state.lexemes[open]?.raw === '(') {
    addQuery(state, block, open, readTables(state, block));
  }
  while (state.at < state.lexemes.length) {
    const word = wordAt(state);
    if (closers.has(word)) break;
    if (openers.has(word)) readGroup(state, block);
    else if (endsGroup(state, open, before, isCall)) {
      state.groups.set(open, { open, close: state.at });
      return;
    } else state.at++;
  }
  state.groups.set(open, { open, close: state.at });
  if (state.at < state.lexemes.length) state.at++;
}

/** Whether a bracket holds a call's arguments: a name stands right before it. A query there would have brackets of its own. */
function isCallBracket(state: ReadState, open: number): boolean {
  const head = state.lexemes[open - 1];
  return (
    head?.name !== undefined &&
    head.end === state.lexemes[open]?.start &&
    head.upper !== 'EXISTS' &&
    !isReserved(head.upper)
  );
}

/** `EXISTS (` can only hold a query, also while it is still empty. */
function opensQuery(state: ReadState, before: string): boolean {
  return before === 'EXISTS' && wordAt(state) === ')';
}

function addQuery(state: ReadState, block: OpenBlock, open: number, query: Query): void {
  block.queries.push(query);
  state.queryByBracket.set(open, query);
}

/** `FROM (a JOIN b ON …)`: tables in parentheses. */
function readTables(state: ReadState, parent: OpenBlock): Query {
  const query = openQuery(state, parent);
  const block = openBlock(state, 'select', query);
  openClause(state, block, 'from', 0);
  readClauses(state, block);
  endBlock(state, block);
  query.end = state.at;
  return query;
}

function endsGroup(state: ReadState, open: number, before: string, isCall: boolean): boolean {
  const word = wordAt(state);
  if (word === ';') return true;
  if (!groupEnders.has(word) || (state.at === open + 1 && !isCall)) return false;
  return word !== 'FROM' ? wordAt(state, -1) !== 'WITHIN' : !fromCalls.has(before) && wordAt(state, -1) !== 'DISTINCT';
}
