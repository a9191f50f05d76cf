import type { Span } from '../dialect/distiller/syntax/span.ts';
import type { QualifiedName, Statement } from '../dialect/distiller/syntax/statement.ts';
import { spanOf } from './name-text.ts';

/** Where a statement's errors point that have no place of their own: the name it is about, or else its first word. */
export function anchorOf(statement: Statement, source: string): Span {
  const name = nameIn(statement);
  if (name !== undefined) return spanOf(name);
  const { start, end } = statement.span;
  const word = /^[\p{L}\p{N}_$]+/u.exec(source.slice(start, end))?.[0].length ?? 1;
  return { start, end: Math.min(end, start + word) };
}

function nameIn(statement: Statement): QualifiedName | undefined {
  switch (statement.kind) {
    case 'create-table':
    case 'create-view':
    case 'drop':
    case 'create-database':
    case 'create-schema':
    case 'alter':
    case 'use':
    case 'create-audience':
      return statement.name;
    case 'insert':
      return statement.target;
    case 'create-namespace':
    case 'declare-cursor':
    case 'fetch':
      return [statement.name];
    case 'analyze':
      return statement.table;
    default:
      return undefined;
  }
}
