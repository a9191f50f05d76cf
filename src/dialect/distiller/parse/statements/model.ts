import type { CreateModel, Statement } from '../../syntax/statement.ts';
import { beginsQuery, opensQuery } from '../opens-query.ts';
import type { Parser } from '../parser.ts';
import type { CreateWords } from './create-words.ts';
import { readIfNotExists } from './if-exists.ts';
import { readOptions } from './option.ts';
import { readTrailingQuery } from './trailing-query.ts';
import { readTransforms } from './transform.ts';
import { skipAs } from './unsupported.ts';

/** Reads CREATE MODEL from the word MODEL on. */
export function readCreateModel(parser: Parser, { start, orReplace }: CreateWords): CreateModel {
  parser.advance();
  const ifNotExists = readIfNotExists(parser);
  return readModel(parser, start, ifNotExists ? 'if-not-exists' : orReplace ? 'or-replace' : 'create');
}

/** Reads UPDATE MODEL; any other UPDATE is refused by its name. */
export function readUpdateModel(parser: Parser): Statement {
  const { start } = parser;
  parser.advance();
  const isModel = parser.is('MODEL') && parser.peek().symbol !== 'SET';
  if (!isModel) return skipAs(parser, start, 'UPDATE');
  parser.advance();
  return readModel(parser, start, 'update');
}

function readModel(parser: Parser, start: number, mode: CreateModel['mode']): CreateModel {
  const name = parser.qualifiedName('a name of the model');
  const transforms = parser.is('TRANSFORM') ? readTransforms(parser) : [];
  const options = parser.accept('OPTIONS') ? readOptions(parser, 'behind OPTIONS') : [];
  const queried = parser.is('AS') || opensQuery(parser) || beginsQuery(parser);
  const query = queried ? readTrailingQuery(parser) : undefined;
  return {
    kind: 'create-model',
    span: parser.spanFrom(start),
    mode,
    name,
    transforms,
    options,
    ...(query !== undefined && { query }),
  };
}
