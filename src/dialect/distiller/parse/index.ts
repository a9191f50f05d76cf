import type { Expression } from '../syntax/expression.ts';
import type { Query } from '../syntax/query.ts';
import type { Statement } from '../syntax/statement.ts';
import type { WrittenType } from '../syntax/type.ts';
import { readExpression, readOperand } from './expression.ts';
import { type Grammar, Parser } from './parser.ts';
import { readQuery } from './query.ts';
import { readStatement } from './statements/statement.ts';
import { readFields, readType } from './type.ts';

const grammar: Grammar = {
  expression: readExpression,
  operand: readOperand,
  query: readQuery,
  statement: readStatement,
};

/** Where the text begins in a larger one. */
export interface ParseOptions {
  /** Added to every span. Places of errors stay within the text itself. */
  readonly offset?: number;
}

/** Reads one statement, with or without its semicolon. Throws `sql-syntax` with the place, what was expected and the fix. */
export function parseDistiller(text: string, options: ParseOptions = {}): Statement {
  return parseWhole(text, options, (parser) => parser.statement());
}

/** Reads a query alone; otherwise as `parseDistiller`. */
export function parseDistillerQuery(text: string, options: ParseOptions = {}): Query {
  return parseWhole(text, options, (parser) => parser.query());
}

/** Reads an expression alone; otherwise as `parseDistiller`. */
export function parseDistillerExpression(text: string, options: ParseOptions = {}): Expression {
  return parseWhole(text, options, (parser) => parser.expression());
}

/** Reads a type, or a schema such as `a INT, b: ARRAY<STRING>` as a structure. Throws `sql-syntax`. */
export function parseWrittenType(text: string, options: ParseOptions = {}): WrittenType {
  return parseWhole(text, options, (parser) => {
    if (!beginsFields(parser)) return readType(parser);
    const { start } = parser;
    const fields = readFields(parser);
    return { kind: 'struct', span: parser.spanFrom(start), fields };
  });
}

/** `a INT` and `a: INT` begin a schema; `DOUBLE PRECISION` and its like are types of two words. */
function beginsFields(parser: Parser): boolean {
  const next = parser.peek();
  if (next.symbol === ':') return true;
  if (next.kind !== 'word') return false;
  const pair = `${parser.token.symbol} ${next.symbol}`;
  return !/^(?:DOUBLE PRECISION|CHAR(?:ACTER)? VARYING|TIMESTAMP WITH(?:OUT)?|INTERVAL (?:YEAR|MONTH|DAY|HOUR|MINUTE|SECOND))$/.test(
    pair,
  );
}

function parseWhole<Node>(text: string, { offset = 0 }: ParseOptions, read: (parser: Parser) => Node): Node {
  const parser = new Parser(text, offset, grammar);
  const node = read(parser);
  parser.accept(';');
  if (parser.ended) return node;
  if (parser.previous?.symbol === ';') {
    throw parser.fault(parser.token, 'A second statement begins here.', 'Run the statements one by one.');
  }
  const listGoesOn = typeof node === 'object' && node !== null && ('query' in node || 'body' in node);
  throw parser.unexpected(listGoesOn ? 'the end of the statement or a comma' : 'the end of the statement');
}
