import type { RelationName } from '../core/sql.ts';
import { createCursor, type TokenCursor } from './token-cursor.ts';

/** What a statement does to stored data, decided from its leading words. */
export type StatementClass =
  | { readonly kind: 'read' }
  /** Adds, changes or removes rows of one table. */
  | {
      readonly kind: 'rows';
      /** An `insert` only adds rows: one that may also change some is an `upsert`. */
      readonly verb: 'insert' | 'upsert' | 'update' | 'delete' | 'merge' | 'truncate' | 'copy';
      readonly target: RelationName;
    }
  | {
      readonly kind: 'create-table';
      readonly target: RelationName;
      readonly temporary: boolean;
      readonly orReplace: boolean;
      readonly ifNotExists: boolean;
    }
  | { readonly kind: 'alter-table'; readonly target: RelationName }
  | { readonly kind: 'drop-table'; readonly target: RelationName }
  | { readonly kind: 'drop-schema'; readonly target: RelationName }
  /** Changes the catalog but no rows: views, macros, schemas, types, sequences, indexes, comments. */
  | { readonly kind: 'catalog' }
  | { readonly kind: 'transaction'; readonly verb: 'begin' | 'commit' | 'rollback'; readonly readOnly?: true }
  /** Changes this session only: SET, USE, PREPARE, ATTACH … */
  | { readonly kind: 'session' }
  | { readonly kind: 'checkpoint' }
  | { readonly kind: 'prepare'; readonly name: string; readonly statement: StatementClass }
  | { readonly kind: 'execute'; readonly name: string }
  /** INSTALL, LOAD, EXPORT DATABASE, IMPORT DATABASE, COPY FROM DATABASE: never possible here. */
  | { readonly kind: 'refused'; readonly verb: string };

const read: StatementClass = { kind: 'read' };
const catalog: StatementClass = { kind: 'catalog' };
const session: StatementClass = { kind: 'session' };

type Rule = (cursor: TokenCursor) => StatementClass;

const rules: Readonly<Partial<Record<string, Rule>>> = {
  INSERT: insert,
  UPDATE: (cursor) => rows('update', cursor.relation()),
  DELETE: (cursor) => (cursor.accept('FROM'), rows('delete', cursor.relation())),
  MERGE: (cursor) => (cursor.accept('INTO'), rows('merge', cursor.relation())),
  TRUNCATE: (cursor) => (cursor.accept('TABLE'), rows('truncate', cursor.relation())),
  COPY: copy,
  CREATE: create,
  DROP: drop,
  ALTER: alter,
  COMMENT: () => catalog,
  BEGIN: begin,
  START: begin,
  COMMIT: () => ({ kind: 'transaction', verb: 'commit' }),
  END: () => ({ kind: 'transaction', verb: 'commit' }),
  ROLLBACK: () => ({ kind: 'transaction', verb: 'rollback' }),
  ABORT: () => ({ kind: 'transaction', verb: 'rollback' }),
  EXPLAIN: explain,
  PREPARE: prepare,
  EXECUTE: (cursor) => ({ kind: 'execute', name: cursor.relation()?.join('.') ?? '' }),
  SET: () => session,
  RESET: () => session,
  USE: () => session,
  DEALLOCATE: () => session,
  ATTACH: () => session,
  DETACH: () => session,
  CHECKPOINT: () => ({ kind: 'checkpoint' }),
  FORCE: () => ({ kind: 'checkpoint' }),
  INSTALL: () => ({ kind: 'refused', verb: 'INSTALL' }),
  LOAD: () => ({ kind: 'refused', verb: 'LOAD' }),
  EXPORT: () => ({ kind: 'refused', verb: 'EXPORT DATABASE' }),
  IMPORT: () => ({ kind: 'refused', verb: 'IMPORT DATABASE' }),
  ANALYZE: () => catalog,
  VACUUM: () => catalog,
};

/** Tells what one statement does. Text that is no statement counts as a read: the engine then says what is wrong with it. */
export function classify(statement: string): StatementClass {
  return classifyAt(createCursor(statement));
}

function classifyAt(cursor: TokenCursor): StatementClass {
  if (cursor.accept('WITH') !== undefined) skipCommonTables(cursor);
  const word = cursor.peek();
  const rule = rules[word];
  if (rule === undefined) return read;
  cursor.skip();
  return rule(cursor);
}

/** Steps over `RECURSIVE a (x) USING KEY (k) AS MATERIALIZED (…), b AS (…)`. */
function skipCommonTables(cursor: TokenCursor): void {
  cursor.accept('RECURSIVE');
  do {
    cursor.skip();
    while (!cursor.ended && cursor.peek() !== 'AS') {
      if (cursor.peek() === '(') cursor.skipGroup();
      else cursor.skip();
    }
    cursor.accept('AS');
    cursor.accept('NOT');
    cursor.accept('MATERIALIZED');
    if (cursor.peek() === '(') cursor.skipGroup();
  } while (cursor.accept(',') !== undefined);
}

function rows(
  verb: Extract<StatementClass, { kind: 'rows' }>['verb'],
  target: RelationName | undefined,
): StatementClass {
  return target === undefined ? read : { kind: 'rows', verb, target };
}

function insert(cursor: TokenCursor): StatementClass {
  let verb: 'insert' | 'upsert' = 'insert';
  if (cursor.accept('OR') !== undefined && cursor.accept('IGNORE') === undefined) {
    cursor.skip();
    verb = 'upsert';
  }
  cursor.accept('INTO');
  const target = cursor.relation();
  while (!cursor.ended) {
    if (cursor.peek() === '(') cursor.skipGroup();
    else {
      if (cursor.peek() === 'ON' && cursor.peek(1) === 'CONFLICT') verb = 'upsert';
      if (cursor.peek() === 'DO' && cursor.peek(1) === 'NOTHING') verb = 'insert';
      cursor.skip();
    }
  }
  return rows(verb, target);
}

function begin(cursor: TokenCursor): StatementClass {
  while (!cursor.ended && cursor.peek() !== 'READ') cursor.skip();
  return { kind: 'transaction', verb: 'begin', ...(cursor.peek(1) === 'ONLY' && { readOnly: true }) };
}

/** `COPY t FROM` writes rows; `COPY … TO` writes a file. */
function copy(cursor: TokenCursor): StatementClass {
  if (cursor.peek() === '(') return read;
  if (cursor.peek() === 'FROM' && cursor.peek(1) === 'DATABASE') return { kind: 'refused', verb: 'COPY FROM DATABASE' };
  const target = cursor.relation();
  if (cursor.peek() === '(') cursor.skipGroup();
  return cursor.peek() === 'FROM' ? rows('copy', target) : read;
}

function create(cursor: TokenCursor): StatementClass {
  const orReplace = cursor.accept('OR') !== undefined;
  if (orReplace) cursor.accept('REPLACE');
  cursor.accept('LOCAL', 'GLOBAL', 'UNLOGGED');
  const temporary = cursor.accept('TEMP', 'TEMPORARY') !== undefined;
  if (cursor.accept('TABLE') === undefined) return temporary ? session : catalog;
  const ifNotExists = acceptIfExists(cursor);
  const target = cursor.relation();
  return target === undefined ? catalog : { kind: 'create-table', target, temporary, orReplace, ifNotExists };
}

function drop(cursor: TokenCursor): StatementClass {
  const what = cursor.accept('TABLE', 'SCHEMA');
  if (what === undefined) return catalog;
  acceptIfExists(cursor);
  const target = cursor.relation();
  if (target === undefined) return catalog;
  return what === 'TABLE' ? { kind: 'drop-table', target } : { kind: 'drop-schema', target };
}

function alter(cursor: TokenCursor): StatementClass {
  if (cursor.accept('TABLE') === undefined) return catalog;
  acceptIfExists(cursor);
  const target = cursor.relation();
  return target === undefined ? catalog : { kind: 'alter-table', target };
}

function acceptIfExists(cursor: TokenCursor): boolean {
  if (cursor.accept('IF') === undefined) return false;
  cursor.accept('NOT');
  cursor.accept('EXISTS');
  return true;
}

/** Only `EXPLAIN ANALYZE` runs its statement. */
function explain(cursor: TokenCursor): StatementClass {
  if (cursor.peek() === '(') {
    const start = cursor.offset;
    const analyses = cursor.peek(1) === 'ANALYZE' || cursor.peek(3) === 'ANALYZE';
    cursor.skipGroup();
    return analyses && cursor.offset > start ? classifyAt(cursor) : read;
  }
  return cursor.accept('ANALYZE') === undefined ? read : classifyAt(cursor);
}

function prepare(cursor: TokenCursor): StatementClass {
  const name = cursor.relation()?.join('.') ?? '';
  if (cursor.peek() === '(') cursor.skipGroup();
  cursor.accept('AS');
  return { kind: 'prepare', name, statement: classifyAt(cursor) };
}
