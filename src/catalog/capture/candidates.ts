import { identifier, joinSql, rawSql, type Sql, sql } from '../../core/sql.ts';
import { createCursor, type TokenCursor } from '../../dialect/token-cursor.ts';
import { foldName, type StoredColumn } from '../model.ts';
import { readPrefix, readTarget, step } from './clauses.ts';

/** The rows that a MERGE or upsert may change, as a query of their `rowid`; no others can be changed by it. */
export interface Candidates {
  readonly query: Sql;
  /** The user's part of the query, to be searched for what is volatile. */
  readonly question: string;
}

/** For `MERGE INTO t USING s ON … WHEN …`: the rows that match. `undefined` where others may change too. */
export function mergeCandidates(statement: string): Candidates | undefined {
  const cursor = createCursor(statement);
  const prefix = readPrefix(statement, cursor, ['MERGE']);
  cursor.accept('MERGE');
  cursor.accept('INTO');
  const named = readTarget(statement, cursor, ['USING']);
  if (named === undefined || cursor.accept('USING') === undefined) return undefined;
  const source = readUntil(statement, cursor, ['ON', 'USING', 'JOIN']);
  const link = cursor.accept('ON', 'USING');
  const condition = readUntil(statement, cursor, ['WHEN', 'CASE']);
  if (link === undefined || cursor.peek() !== 'WHEN') return undefined;
  while (!cursor.ended) {
    if (cursor.peek() === 'BY' && cursor.peek(1) === 'SOURCE') return undefined;
    step(cursor);
  }
  return {
    query: rawSql(`${prefix}SELECT ${named.alias}.rowid\nFROM ${named.target}\nJOIN ${source} ${link} ${condition}\n`),
    question: `${prefix} ${source} ${condition}`,
  };
}

/** What an upsert says: where its rows come from, which columns they fill and which conflict it settles. */
export interface Upsert {
  readonly prefix: string;
  readonly target: string;
  readonly alias: string;
  /** `undefined` for all columns of the table, or for those that `byName` the source has. */
  readonly columns: readonly string[] | undefined;
  readonly byName: boolean;
  readonly source: string;
  /** Where the source begins in the statement. */
  readonly sourceStart: number;
  /** `undefined` for the table's only key. */
  readonly key: readonly string[] | undefined;
}

/** Reads `INSERT [OR REPLACE] INTO t [(…)] [BY NAME] … [ON CONFLICT [(…)] DO UPDATE …]`. */
export function readUpsert(statement: string): Upsert | undefined {
  const cursor = createCursor(statement);
  const prefix = readPrefix(statement, cursor, ['INSERT']);
  cursor.accept('INSERT');
  if (cursor.accept('OR') !== undefined) cursor.skip();
  cursor.accept('INTO');
  const sources = ['VALUES', 'SELECT', 'FROM', 'WITH', 'DEFAULT'];
  const named = readTarget(statement, cursor, [...sources, '(', 'BY']);
  if (named === undefined) return undefined;
  const columns = cursor.peek() === '(' && !sources.includes(cursor.peek(1)) ? readNames(cursor) : undefined;
  const byName = cursor.accept('BY') !== undefined && cursor.accept('NAME') !== undefined;
  cursor.accept('POSITION');
  const start = cursor.offset;
  const atEnd = () => cursor.ended || cursor.peek() === 'RETURNING' || isConflict(cursor);
  while (!atEnd()) step(cursor);
  const source = statement.slice(start, cursor.offset);
  let key: readonly string[] | undefined;
  if (isConflict(cursor)) {
    cursor.skip();
    cursor.skip();
    if (cursor.peek() === '(') key = readNames(cursor);
  }
  return { prefix, ...named, columns, byName, source, sourceStart: start, key };
}

/** The rows whose key comes up in an upsert's source. */
export function upsertCandidates(
  { prefix, target, alias, columns, byName, source }: Upsert,
  table: readonly StoredColumn[],
  key: readonly string[],
): Candidates | undefined {
  const keyColumns = key.map((name) => table.find((column) => foldName(column.name) === foldName(name)));
  const given = columns ?? table.map(({ name }) => name);
  const isGiven = key.every((name) => byName || given.some((other) => foldName(other) === foldName(name)));
  if (key.length === 0 || !isGiven) return undefined;
  const matches = keyColumns.map((column) => {
    const name = identifier(column?.name ?? '');
    return sql`${rawSql(alias)}.${name} = TRY_CAST(fresh.${name} AS ${rawSql(column?.type ?? 'VARCHAR')})`;
  });
  const names = byName ? sql`` : sql`(${joinSql(given.map(identifier), ', ')})`;
  return {
    query: sql`${rawSql(prefix)}SELECT ${rawSql(alias)}.rowid
FROM ${rawSql(target)}
JOIN (${rawSql(source)}
) AS fresh${names} ON ${joinSql(matches, ' AND ')}`,
    question: `${prefix} ${source}`,
  };
}

function isConflict(cursor: TokenCursor): boolean {
  return cursor.peek() === 'ON' && cursor.peek(1) === 'CONFLICT';
}

/** The text up to the next of some words outside of brackets, or to the end. */
function readUntil(statement: string, cursor: TokenCursor, words: readonly string[]): string {
  const start = cursor.offset;
  while (!cursor.ended && !words.includes(cursor.peek())) step(cursor);
  return statement.slice(start, cursor.offset);
}

/** A list of names in parentheses. */
function readNames(cursor: TokenCursor): readonly string[] {
  const names: string[] = [];
  do {
    cursor.skip();
    names.push(cursor.relation()?.[0] ?? '');
  } while (cursor.peek() === ',');
  cursor.skip();
  return names;
}
