import { identifier } from '../../core/sql.ts';
import { createCursor, type TokenCursor } from '../../dialect/token-cursor.ts';

/** The parts of an UPDATE or DELETE as text, for asking which rows it will touch before it runs. */
export interface RowClauses {
  /** `WITH …` with all its queries, or empty. */
  readonly prefix: string;
  /** The table as written, with its alias. */
  readonly target: string;
  /** What the target is called inside the statement. */
  readonly alias: string;
  /** The relations after FROM or USING. */
  readonly from: string | undefined;
  readonly where: string | undefined;
}

type Clause = 'SET' | 'FROM' | 'USING' | 'WHERE' | 'RETURNING';

/** Reads `[WITH …] UPDATE t [AS x] SET … [FROM …] [WHERE …]` and `DELETE FROM t … [USING …]`; `undefined` for any other shape. */
export function rowClauses(statement: string): RowClauses | undefined {
  const cursor = createCursor(statement);
  const prefix = readPrefix(statement, cursor, ['UPDATE', 'DELETE']);
  const verb = cursor.accept('UPDATE', 'DELETE');
  if (verb === undefined) return undefined;
  if (verb === 'DELETE') cursor.accept('FROM');
  const named = readTarget(statement, cursor, ['SET', 'USING', 'WHERE', 'RETURNING', '']);
  if (named === undefined) return undefined;
  const clauses = readClauses(statement, cursor);
  if (clauses?.has('SET') !== (verb === 'UPDATE')) return undefined;
  return {
    prefix,
    ...named,
    from: clauses.get(verb === 'UPDATE' ? 'FROM' : 'USING'),
    where: clauses.get('WHERE'),
  };
}

/** Steps over `WITH …` to one of the verbs and gives its text. */
export function readPrefix(statement: string, cursor: TokenCursor, verbs: readonly string[]): string {
  if (cursor.peek() === 'WITH') while (!cursor.ended && !verbs.includes(cursor.peek())) step(cursor);
  return statement.slice(0, cursor.offset);
}

/** Reads `t`, `t AS x` or `t x` up to one of the words that may follow. */
export function readTarget(
  statement: string,
  cursor: TokenCursor,
  followers: readonly string[],
): Pick<RowClauses, 'target' | 'alias'> | undefined {
  const start = cursor.offset;
  const name = cursor.relation();
  if (name === undefined) return undefined;
  let alias = identifier(name[name.length - 1] ?? '').text;
  if (!followers.includes(cursor.peek())) {
    cursor.accept('AS');
    const aliasStart = cursor.offset;
    if (cursor.relation()?.length !== 1) return undefined;
    alias = statement.slice(aliasStart, cursor.lastEnd);
  }
  return { target: statement.slice(start, cursor.lastEnd), alias };
}

/** Whether an INSERT, UPDATE, DELETE or MERGE gives back rows instead of a count. */
export function returnsRows(statement: string): boolean {
  const cursor = createCursor(statement);
  while (!cursor.ended) {
    if (cursor.peek() === 'RETURNING') return true;
    step(cursor);
  }
  return false;
}

/** The names that a text calls as functions, upper case. Keywords before a parenthesis are among them. */
export function calledNames(text: string): readonly string[] {
  const cursor = createCursor(text);
  const names: string[] = [];
  while (!cursor.ended) {
    const word = cursor.peek();
    cursor.skip();
    if (cursor.peek() === '(' && /^[\p{L}_"]/u.test(word)) names.push(word);
  }
  return names;
}

function readClauses(statement: string, cursor: TokenCursor): Map<Clause, string> | undefined {
  const clauses = new Map<Clause, string>();
  let current: { readonly clause: Clause; readonly start: number } | undefined;
  const close = (end: number) => {
    if (current !== undefined) clauses.set(current.clause, statement.slice(current.start, end).trim());
  };
  let previous = '';
  while (!cursor.ended) {
    const word = cursor.peek();
    const clause = (['SET', 'FROM', 'USING', 'WHERE', 'RETURNING'] as const).find((name) => name === word);
    const belongsToExpression =
      (word === 'FROM' && previous === 'DISTINCT') || (word === 'USING' && current !== undefined);
    if (clause !== undefined && !belongsToExpression) {
      if (clauses.has(clause)) return undefined;
      close(cursor.offset);
      cursor.skip();
      current = { clause, start: cursor.offset };
    } else {
      if (current === undefined) return undefined;
      step(cursor);
    }
    previous = word;
  }
  close(statement.length);
  return clauses;
}

/** One token on, or over a whole bracket. */
export function step(cursor: TokenCursor): void {
  const closers: Readonly<Partial<Record<string, string>>> = { '(': ')', '[': ']', '{': '}' };
  const closer = closers[cursor.peek()];
  cursor.skip();
  if (closer === undefined) return;
  while (!cursor.ended && cursor.peek() !== closer) step(cursor);
  cursor.skip();
}
