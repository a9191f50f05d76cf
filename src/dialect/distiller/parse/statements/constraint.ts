import type { AlterAction, QualifiedName, TableConstraint } from '../../syntax/statement.ts';
import type { Parser } from '../parser.ts';
import { readNamespace } from './column.ts';

/** Reads `[CONSTRAINT [name]] PRIMARY KEY (…)` and its kin behind ADD. */
export function readAddedConstraint(parser: Parser): AlterAction {
  const name =
    parser.accept('CONSTRAINT') && !beginsConstraint(parser) ? parser.name('a name of the constraint') : undefined;
  const constraint = readConstraint(parser, true);
  if (constraint === undefined) {
    throw parser.unexpected('COLUMN, PRIMARY KEY, FOREIGN KEY, PRIMARY IDENTITY or IDENTITY', [
      'COLUMN',
      'CONSTRAINT',
      'PRIMARY',
      'FOREIGN',
      'IDENTITY',
    ]);
  }
  return { kind: 'add-constraint', constraint, ...(name !== undefined && { name }) };
}

/** Reads `DROP CONSTRAINT name` or `DROP CONSTRAINT PRIMARY KEY (…)` and its kin. */
export function readDroppedConstraint(parser: Parser): AlterAction {
  parser.advance();
  parser.accept('CONSTRAINT');
  const constraint = readConstraint(parser, false) ?? { kind: 'named', name: parser.name('a name of the constraint') };
  return { kind: 'drop-constraint', constraint };
}

const beginsConstraint = (parser: Parser) =>
  parser.sees('PRIMARY') || parser.sees('FOREIGN', 'KEY') || parser.sees('IDENTITY', '(');

function readConstraint(parser: Parser, added: boolean): TableConstraint | undefined {
  const constraint = readBody(parser, added);
  parser.accept('NOT', 'ENFORCED');
  return constraint;
}

function readBody(parser: Parser, added: boolean): TableConstraint | undefined {
  if (parser.accept('PRIMARY', 'KEY')) {
    const columns = parser.is('(') || added ? readColumns(parser, 'behind PRIMARY KEY') : [];
    return { kind: 'primary-key', columns, ...readNamespace(parser) };
  }
  if (parser.accept('FOREIGN', 'KEY')) {
    const columns = readColumns(parser, 'behind FOREIGN KEY');
    if (!added && !parser.is('REFERENCES')) return { kind: 'foreign-key', columns, table: [], referenced: [] };
    parser.expect('behind the columns', 'REFERENCES');
    const table = parser.qualifiedName('a table name behind REFERENCES');
    const referenced = parser.is('(') ? readColumns(parser, 'behind the table') : [];
    return { kind: 'foreign-key', columns, table, referenced };
  }
  const primary = parser.accept('PRIMARY', 'IDENTITY');
  if (!primary && !parser.accept('IDENTITY')) return undefined;
  const opening = parser.expect('behind IDENTITY', '(');
  const column = parser.qualifiedName('a column name');
  parser.close(opening);
  return { kind: 'identity', primary, column, ...readNamespace(parser) };
}

const readColumns = (parser: Parser, where: string): QualifiedName[] =>
  parser.bracketed(where, () => parser.qualifiedName('a column name'));
