import type { AlterAction, Statement } from '../../syntax/statement.ts';
import type { Parser } from '../parser.ts';
import { readColumnDefinition, readColumnDefinitions } from './column.ts';
import { readAddedConstraint, readDroppedConstraint } from './constraint.ts';
import { readIfExists } from './if-exists.ts';
import { skipAs } from './unsupported.ts';

/** Reads every ALTER; what is neither of a table nor of a view is refused by its name. */
export function readAlter(parser: Parser): Statement {
  const { start } = parser;
  parser.advance();
  const word = parser.acceptOne('TABLE', 'VIEW');
  if (word === undefined) {
    const { kind, symbol } = parser.token;
    if (kind !== 'word' || parser.peek().kind === 'end')
      throw parser.unexpected('TABLE or VIEW behind ALTER', ['TABLE', 'VIEW']);
    parser.advance();
    return skipAs(parser, start, `ALTER ${symbol}`);
  }
  const ifExists = readIfExists(parser);
  const what = word === 'TABLE' ? 'table' : 'view';
  const name = parser.qualifiedName(`a ${what} name`);
  const action = readAction(parser);
  return { kind: 'alter', span: parser.spanFrom(start), what, name, ifExists, action };
}

function readAction(parser: Parser): AlterAction {
  if (parser.accept('RENAME', 'TO')) return { kind: 'rename', name: parser.qualifiedName('a new name') };
  if (parser.accept('SET', 'SCHEMA')) return readSchema(parser, 'set');
  if (parser.accept('REMOVE', 'SCHEMA')) return readSchema(parser, 'remove');
  if (parser.accept('ADD')) return readAdd(parser);
  if (parser.sees('DROP', 'CONSTRAINT') || parser.sees('DROP', 'PRIMARY') || parser.sees('DROP', 'FOREIGN')) {
    return readDroppedConstraint(parser);
  }
  if (['DROP', 'RENAME', 'ALTER', 'CHANGE', 'MODIFY', 'REPLACE'].includes(parser.token.symbol)) {
    throw parser.fault(
      parser.token,
      `Columns can be added, and nothing else of them can be changed: ${parser.token.symbol} is not known here.`,
      'Make the table anew: CREATE OR REPLACE TABLE t AS SELECT … FROM t.',
    );
  }
  throw parser.unexpected('ADD, DROP CONSTRAINT, SET SCHEMA, REMOVE SCHEMA or RENAME TO', [
    'ADD',
    'DROP',
    'SET',
    'REMOVE',
    'RENAME',
  ]);
}

function readAdd(parser: Parser): AlterAction {
  if (parser.accept('SCHEMA')) return readSchema(parser, 'add');
  if (parser.acceptOne('COLUMN', 'COLUMNS') === undefined) return readAddedConstraint(parser);
  if (parser.is('(')) return { kind: 'add-columns', columns: readColumnDefinitions(parser) };
  const columns = parser.commaList(() => {
    if (parser.accept('ADD')) parser.accept('COLUMN');
    return readColumnDefinition(parser);
  });
  return { kind: 'add-columns', columns };
}

const readSchema = (parser: Parser, verb: 'add' | 'remove' | 'set'): AlterAction => ({
  kind: 'schema',
  verb,
  schema: parser.qualifiedName('a schema name'),
});
