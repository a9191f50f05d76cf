import { StillhouseError } from '../core/error.ts';
import type { RelationName } from '../core/sql.ts';
import { createCursor, type TokenCursor } from './token-cursor.ts';

/** A statement about audiences and namespaces, as Data Distiller has them. `query` is SQL without brackets around it. */
export type AudienceStatement =
  | {
      readonly kind: 'create-audience';
      readonly name: RelationName;
      readonly identity: string;
      readonly namespace: string;
      /** The title in other systems. */
      readonly schema?: string;
      readonly query: string;
    }
  /** Without the word AUDIENCE it is meant only where the target is one. */
  | { readonly kind: 'insert'; readonly name: RelationName; readonly said: boolean; readonly query: string }
  | { readonly kind: 'insert-overwrite'; readonly name: RelationName; readonly query: string }
  | { readonly kind: 'drop-audience'; readonly name: RelationName; readonly ifExists: boolean }
  | { readonly kind: 'create-namespace'; readonly name: string; readonly code: string; readonly type: string }
  | { readonly kind: 'show-namespaces' };

/** Reads a statement; `undefined` for any other. Throws `sql-syntax` with the place where one goes wrong. */
export function readAudienceStatement(text: string): AudienceStatement | undefined {
  const cursor = createCursor(text);
  const [first, second] = [cursor.peek(), cursor.peek(1)];
  if (first === 'CREATE' && second === 'AUDIENCE') return createAudience(text, after(cursor, 2));
  if (first === 'DROP' && second === 'AUDIENCE') return dropAudience(text, after(cursor, 2));
  if (first === 'CREATE' && second === 'NAMESPACE') return createNamespace(text, after(cursor, 2));
  if (first === 'SHOW' && second === 'NAMESPACES') {
    expectEnd(text, after(cursor, 2));
    return { kind: 'show-namespaces' };
  }
  if (first !== 'INSERT') return undefined;
  return second === 'OVERWRITE' ? insertOverwrite(text, after(cursor, 2)) : insert(text, after(cursor, 1));
}

function createAudience(text: string, cursor: TokenCursor): AudienceStatement {
  const name = expectName(text, cursor);
  expectWord(text, cursor, 'WITH');
  const options = readOptions(text, cursor);
  expectWord(text, cursor, 'AS');
  const identity = options.get('primary_identity');
  const namespace = options.get('identity_namespace');
  const schema = options.get('schema');
  for (const option of options.keys()) {
    if (!['primary_identity', 'identity_namespace', 'schema'].includes(option)) {
      throw wrong(
        text,
        cursor,
        `CREATE AUDIENCE has no option “${option}”: it has primary_identity, identity_namespace and schema.`,
      );
    }
  }
  if (identity === undefined || namespace === undefined) {
    const missing = identity === undefined ? "primary_identity = 'column'" : "identity_namespace = 'Email'";
    throw wrong(text, cursor, `CREATE AUDIENCE needs WITH (${missing}).`);
  }
  const query = restQuery(text, cursor);
  return { kind: 'create-audience', name, identity, namespace, query, ...(schema !== undefined && { schema }) };
}

function insert(text: string, cursor: TokenCursor): AudienceStatement | undefined {
  if (cursor.accept('INTO') === undefined) return undefined;
  const said =
    cursor.peek() === 'AUDIENCE' &&
    !['SELECT', 'FROM', '(', 'VALUES', 'BY', '.', 'WITH', 'DEFAULT'].includes(cursor.peek(1));
  if (said) cursor.skip();
  const name = cursor.relation();
  if (name === undefined) return undefined;
  if (!said && !['SELECT', 'WITH', 'FROM'].includes(cursor.peek())) return undefined;
  return { kind: 'insert', name, said, query: restQuery(text, cursor) };
}

function insertOverwrite(text: string, cursor: TokenCursor): AudienceStatement {
  cursor.accept('INTO');
  cursor.accept('AUDIENCE', 'TABLE');
  const name = expectName(text, cursor);
  return { kind: 'insert-overwrite', name, query: restQuery(text, cursor) };
}

function dropAudience(text: string, cursor: TokenCursor): AudienceStatement {
  const ifExists = cursor.accept('IF') !== undefined;
  if (ifExists) expectWord(text, cursor, 'EXISTS');
  const name = expectName(text, cursor);
  expectEnd(text, cursor);
  return { kind: 'drop-audience', name, ifExists };
}

function createNamespace(text: string, cursor: TokenCursor): AudienceStatement {
  const name = expectName(text, cursor).join('.');
  expectWord(text, cursor, 'WITH');
  const options = readOptions(text, cursor);
  expectEnd(text, cursor);
  return {
    kind: 'create-namespace',
    name,
    code: options.get('code') ?? name,
    type: options.get('type') ?? 'Cross_Device',
  };
}

/** `(name = 'value', other = word)`; quotes round values are optional. */
function readOptions(text: string, cursor: TokenCursor): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  expectWord(text, cursor, '(');
  do {
    const [option] = expectName(text, cursor);
    expectWord(text, cursor, '=');
    const start = cursor.offset;
    const quoted = cursor.peek().startsWith("'");
    if (cursor.ended || cursor.peek() === ')' || cursor.peek() === ',')
      throw wrong(text, cursor, `“${option ?? ''}” needs a value.`);
    cursor.skip();
    const raw = text.slice(start, cursor.lastEnd);
    options.set(
      (option ?? '').toLowerCase(),
      quoted ? raw.slice(1, -1).replaceAll("''", "'") : raw.replaceAll('"', ''),
    );
  } while (cursor.accept(',') !== undefined);
  expectWord(text, cursor, ')');
  return options;
}

function restQuery(text: string, cursor: TokenCursor): string {
  const start = cursor.offset;
  const rest = text.slice(start).trim();
  if (rest === '') throw wrong(text, cursor, 'A query is missing: SELECT … FROM ….');
  if (cursor.peek() !== '(') return rest;
  cursor.skipGroup();
  return cursor.ended ? text.slice(start + 1, cursor.lastEnd - 1).trim() : rest;
}

function after(cursor: TokenCursor, count: number): TokenCursor {
  for (let skipped = 0; skipped < count; skipped++) cursor.skip();
  return cursor;
}

function expectName(text: string, cursor: TokenCursor): RelationName {
  const name = cursor.relation();
  if (name === undefined) throw wrong(text, cursor, 'A name is missing.');
  return name;
}

function expectWord(text: string, cursor: TokenCursor, word: string): void {
  if (cursor.accept(word) === undefined) throw wrong(text, cursor, `${word} is expected here.`);
}

function expectEnd(text: string, cursor: TokenCursor): void {
  if (!cursor.ended) throw wrong(text, cursor, 'The statement should end here.');
}

function wrong(text: string, cursor: TokenCursor, message: string): StillhouseError {
  const start = Math.min(cursor.offset, Math.max(text.length - 1, 0));
  return new StillhouseError('sql-syntax', message, {
    statement: text,
    range: { start, end: Math.min(start + 1, text.length) },
    remedy:
      "For example: CREATE AUDIENCE buyers WITH (primary_identity = 'email', identity_namespace = 'Email') AS (SELECT …).",
  });
}
