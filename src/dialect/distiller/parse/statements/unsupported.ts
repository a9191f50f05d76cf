import type { Unsupported } from '../../syntax/statement.ts';
import type { Parser } from '../parser.ts';

/** Statements of Spark and PostgreSQL that Data Distiller lacks, by their first word. */
const foreign = new Set(
  (
    'GRANT REVOKE MERGE DELETE VACUUM TRUNCATE CACHE UNCACHE REFRESH MSCK REPAIR LOAD ADD LIST OPTIMIZE RESET SAVEPOINT ' +
    'RELEASE LISTEN UNLISTEN NOTIFY LOCK DO CALL IF WHILE LOOP REPEAT FOR IMPORT EXPORT UNLOAD ATTACH DETACH INSTALL PRAGMA ' +
    'CHECKPOINT COMMENT REINDEX CLUSTER DISCARD REASSIGN SECURITY REPLACE UPSERT PIVOT UNPIVOT SUMMARIZE MOVE CLEAR RESTORE'
  ).split(' '),
);

/** Reads a statement that is refused by its name; `undefined` when its first word is none of these. */
export function readUnsupported(parser: Parser): Unsupported | undefined {
  const { token, start } = parser;
  if (token.kind !== 'word' || !foreign.has(token.symbol)) return undefined;
  parser.advance();
  return skipAs(parser, start, token.symbol);
}

/** Steps over the rest of a statement and gives it this name. */
export function skipAs(parser: Parser, start: number, name: string): Unsupported {
  while (!parser.ended && !parser.is(';')) parser.advance();
  return { kind: 'unsupported', span: parser.spanFrom(start), name };
}
