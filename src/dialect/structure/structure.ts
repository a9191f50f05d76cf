import { type Lexeme, readLexemes } from '../lexeme.ts';
import type { Block, BlockKind, Clause, Group, Query, Structure } from './nodes.ts';
import { readBlocks, readClauses, readQuery, readWith, startsQuery } from './read-query.ts';
import {
  endBlock,
  endClause,
  type OpenBlock,
  openBlock,
  openClause,
  type OpenQuery,
  openQuery,
  type ReadState,
  wordAt,
} from './read-state.ts';

/** Reads the structure of one statement; `offset` is added to the positions of its lexemes. Never fails. */
export function readStructure(statement: string, offset = 0): Structure {
  return structureOf(readLexemes(statement, offset));
}

/** Reads the structure of a statement whose lexemes are at hand. */
export function structureOf(lexemes: readonly Lexeme[]): Structure {
  const state: ReadState = { lexemes, at: 0, groups: new Map(), queryByBracket: new Map() };
  const roots: Query[] = [];
  do {
    const before = state.at;
    roots.push(readStatement(state));
    if (state.at === before) state.at++;
  } while (state.at < lexemes.length);
  return { lexemes, roots, groups: state.groups, queryByBracket: state.queryByBracket };
}

const readers: Readonly<Partial<Record<string, (state: ReadState, query: OpenQuery) => void>>> = {
  INSERT: readInsert,
  UPDATE: (state, query) => readByRules(state, query, 'update'),
  DELETE: (state, query) => readByRules(state, query, 'delete'),
  MERGE: (state, query) => readByRules(state, query, 'merge'),
  CREATE: readCreate,
  ALTER: readAlter,
};

function readStatement(state: ReadState): Query {
  const query = openQuery(state, undefined);
  skipPrefix(state);
  if (wordAt(state) === 'WITH') readWith(state, query);
  const reader = readers[wordAt(state)];
  if (reader !== undefined) reader(state, query);
  else if (startsQuery(state) || query.ctes.length > 0 || state.lexemes.length === 0) readBlocks(state, query);
  else readPlain(state, query);
  query.end = state.at;
  return query;
}

/** Steps over EXPLAIN with its options, and over PREPARE … AS. */
function skipPrefix(state: ReadState): void {
  if (wordAt(state) === 'EXPLAIN') {
    state.at++;
    if (wordAt(state) === 'ANALYZE') state.at++;
    else if (wordAt(state) === '(' && !startsQuery(state)) {
      while (state.at < state.lexemes.length && wordAt(state) !== ')') state.at++;
      state.at++;
    }
  } else if (wordAt(state) === 'PREPARE') {
    while (state.at < state.lexemes.length && wordAt(state) !== 'AS') state.at++;
    state.at++;
  }
}

function readByRules(state: ReadState, query: OpenQuery, kind: BlockKind): void {
  const block = openBlock(state, kind, query);
  readClauses(state, block);
  endBlock(state, block);
}

function readInsert(state: ReadState, query: OpenQuery): void {
  const block = openBlock(state, 'insert', query);
  const endsQuery = () => wordAt(state) === 'RETURNING' || (wordAt(state) === 'ON' && wordAt(state, 1) === 'CONFLICT');
  readClauses(state, block, () => block.clauses.length > 0 && startsQuery(state));
  endClause(state, block);
  if (startsQuery(state)) addQuery(block, readQuery(state, block, endsQuery));
  readClauses(state, block);
  endBlock(state, block);
}

function readCreate(state: ReadState, query: OpenQuery): void {
  const kind = createKind(state);
  const block = openBlock(state, kind, query);
  openClause(state, block, 'define', 1);
  readClauses(state, block, () => wordAt(state) === 'AS');
  if (wordAt(state) === 'AS') {
    if (kind === 'create-macro' && wordAt(state, 1) !== 'TABLE') openClause(state, block, 'body', 1);
    else {
      state.at += kind === 'create-macro' ? 2 : 1;
      addQuery(block, readQuery(state, block));
    }
  }
  readClauses(state, block);
  endBlock(state, block);
}

function createKind(state: ReadState): BlockKind {
  let ahead = 1;
  while (/^(OR|REPLACE|TEMP|TEMPORARY|PERSISTENT|UNLOGGED|RECURSIVE)$/.test(wordAt(state, ahead))) ahead++;
  const word = wordAt(state, ahead);
  if (word === 'TABLE') return 'create-table';
  if (word === 'VIEW') return 'create-view';
  return word === 'MACRO' || word === 'FUNCTION' ? 'create-macro' : 'plain';
}

function readAlter(state: ReadState, query: OpenQuery): void {
  const block = openBlock(state, 'alter', query);
  state.at++;
  openClause(state, block, wordAt(state) === 'TABLE' ? 'target' : 'plain', 1);
  readClauses(state, block, () => /^(ADD|DROP|RENAME|ALTER|SET|RESET)$/.test(wordAt(state)));
  if (state.at > (block.clauses[0]?.start ?? 0)) openClause(state, block, 'plain', 0);
  readClauses(state, block);
  endBlock(state, block);
}

function readPlain(state: ReadState, query: OpenQuery): void {
  const block = openBlock(state, 'plain', query);
  openClause(state, block, 'plain', 0);
  readClauses(state, block);
  endBlock(state, block);
}

function addQuery(block: OpenBlock, query: Query): void {
  block.queries.push(query);
}

/**
 * The innermost block around a lexeme index; `undefined` only where a statement has no block at all. In front of a
 * statement that follows without a semicolon the one before counts, unless `within` its first word.
 */
export function blockAt(structure: Structure, index: number, within: boolean): Block | undefined {
  const root =
    structure.roots.findLast((query) => query.start < index || (within && query.start === index)) ?? structure.roots[0];
  return root === undefined ? undefined : innermost(root, index);
}

/** The first bracket between two lexeme indices that is in no other. */
export function firstGroup(structure: Structure, from: number, to: number): Group | undefined {
  for (let at = from; at < to; at++) {
    const group = structure.groups.get(at);
    if (group !== undefined) return group;
  }
  return undefined;
}

/** The clause of a block that holds a lexeme index; `undefined` in front of the first. */
export function clauseAt(block: Block, index: number): Clause | undefined {
  return block.clauses.findLast((clause) => clause.start <= index);
}

function innermost(query: Query, index: number): Block | undefined {
  for (const cte of query.ctes) {
    if (cte.query !== undefined && contains(cte.query, index)) return innermost(cte.query, index);
  }
  const block = query.blocks.findLast((candidate) => candidate.start <= index);
  const inner = block?.queries.find((candidate) => contains(candidate, index));
  return inner === undefined ? block : (innermost(inner, index) ?? block);
}

function contains(query: Query, index: number): boolean {
  return query.start <= index && index <= query.end;
}
