import type { Expression } from '../syntax/expression.ts';
import type { Parser } from './parser.ts';
import { readPrimary } from './primary.ts';
import { readType } from './type.ts';

/** Reads a value with all `.field`, `[index]` and `::type` behind it. */
export function readPostfix(parser: Parser): Expression {
  let value = readPrimary(parser);
  for (let links = 0; ; links++) {
    parser.limitChain(links);
    const { start } = value.span;
    const end = () => ({ start, end: parser.spanFrom(0).end });
    if (parser.is('.') && value.kind !== 'string') {
      parser.advance();
      if (parser.is('*')) throw starFault(parser);
      const name = parser.anyName('the name of a field behind the dot');
      value = { kind: 'field', span: end(), value, name };
    } else if (parser.is('[')) {
      const opening = parser.advance();
      const index = parser.expression();
      if (parser.is(':')) {
        throw parser.fault(
          parser.token,
          'Spark SQL has no slices in brackets.',
          'Write slice(list, start, length); the start counts from 1.',
        );
      }
      parser.close(opening);
      value = { kind: 'subscript', span: end(), value, index };
    } else if (parser.accept('::')) {
      const type = readType(parser);
      value = { kind: 'cast', span: end(), value, type, attempt: false };
    } else {
      return value;
    }
  }
}

const starFault = (parser: Parser) =>
  parser.fault(
    parser.token,
    'Fields are taken with .* from a plain name only.',
    'Give the structure a name in a subquery first, then write name.* as a select item of its own.',
  );
