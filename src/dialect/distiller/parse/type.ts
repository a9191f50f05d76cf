import type { WrittenField, WrittenType } from '../syntax/type.ts';
import type { Parser } from './parser.ts';
import { isReservedWord, timeUnit } from './words.ts';

/** Reads a type of Spark or PostgreSQL: `INT`, `DECIMAL(18, 2)`, `ARRAY<STRUCT<a: INT>>`, `DOUBLE PRECISION`, `TEXT[]`. */
export function readType(parser: Parser): WrittenType {
  const { start } = parser;
  let type = parser.nested(readPlainType);
  for (let links = 0; parser.accept('[', ']'); links++) {
    parser.limitChain(links);
    type = { kind: 'array', span: parser.spanFrom(start), item: type };
  }
  return type;
}

function readPlainType(parser: Parser): WrittenType {
  const { token, start } = parser;
  if (token.kind !== 'word' || isReservedWord(token.symbol)) throw parser.unexpected('a type');
  parser.advance();
  if (parser.is('<') || parser.is('<>')) {
    if (token.symbol === 'ARRAY') {
      const item = angled(parser, () => readType(parser));
      return { kind: 'array', span: parser.spanFrom(start), item };
    }
    if (token.symbol === 'MAP') {
      const [key, value] = angled(parser, () => {
        const keyType = readType(parser);
        parser.expect('between the key and the value of the map', ',');
        return [keyType, readType(parser)] as const;
      });
      return { kind: 'map', span: parser.spanFrom(start), key, value };
    }
    if (token.symbol === 'STRUCT') {
      const fields = parser.accept('<>') ? [] : angled(parser, () => readFields(parser));
      return { kind: 'struct', span: parser.spanFrom(start), fields };
    }
  }
  const name = scalarName(parser, token.value.toLowerCase());
  const parameters =
    parser.is('(') && parser.peek().kind === 'number'
      ? parser.bracketed(`behind ${name}`, () => parser.wholeNumber('a whole number'))
      : [];
  return { kind: 'scalar', span: parser.spanFrom(start), name, parameters };
}

function angled<Item>(parser: Parser, read: () => Item): Item {
  parser.expect('behind the type', '<');
  const item = read();
  parser.expect('behind the types inside', '>');
  return item;
}

/** Reads `a INT, b: STRING COMMENT '…'`, the fields of a structure or a schema. */
export function readFields(parser: Parser): WrittenField[] {
  return parser.commaList(() => {
    const name = parser.anyName('the name of a field').text;
    parser.accept(':');
    const type = readType(parser);
    parser.accept('NOT', 'NULL');
    if (parser.accept('COMMENT')) parser.string('a text behind COMMENT');
    return { name, type };
  });
}

/** Types whose names have several words. */
function scalarName(parser: Parser, first: string): string {
  if (first === 'double' && parser.accept('PRECISION')) return 'double';
  if (first === 'character' || first === 'char') return parser.accept('VARYING') ? 'varchar' : 'char';
  if (first === 'timestamp' && parser.accept('WITHOUT', 'TIME', 'ZONE')) return 'timestamp_ntz';
  if (first === 'timestamp') parser.accept('WITH', 'TIME', 'ZONE');
  if (first === 'interval' && timeUnit(parser.token.value) !== undefined) {
    parser.advance();
    if (parser.accept('TO')) parser.advance();
  }
  return first;
}
