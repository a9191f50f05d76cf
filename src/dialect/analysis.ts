import { type CatalogIndex, indexCatalog } from './catalog-index.ts';
import type { CatalogShape } from './catalog-shape.ts';
import type { TextRange } from '../core/error.ts';
import type { Lexeme } from './lexeme.ts';
import type { Token } from './lexer.ts';
import { definedColumns } from './scope/defined-columns.ts';
import { createResolver } from './scope/resolver.ts';
import { type Outputs, type Resolver, unknownOutputs } from './scope/resolution.ts';
import { readScript, type Script } from './script.ts';
import type { Block, Clause, Structure } from './structure/nodes.ts';
import { blockAt, clauseAt, readStructure } from './structure/structure.ts';

/** The statement around a position of a script, taken apart. */
export interface Analysis {
  readonly script: Script;
  /** From behind the semicolon before to the semicolon after. */
  readonly region: TextRange;
  readonly structure: Structure;
  readonly resolver: Resolver;
  readonly catalog: CatalogIndex;
  /** Index of the word being written, or of the first lexeme behind the position. */
  readonly index: number;
  /** The word, quoted name or parameter that ends at the position or goes on behind it. */
  readonly typed: Lexeme | undefined;
  /** The string or number the position is inside of. */
  readonly inside: Lexeme | undefined;
  readonly block: Block | undefined;
  readonly clause: Clause | undefined;
}

/** Takes the statement at a position apart; `undefined` inside a comment. */
export function analyse(text: string, position: number, shape: CatalogShape): Analysis | undefined {
  const quoted = closeQuote(text, position);
  const script = readScript(quoted);
  const token = tokenAt(script.tokens, position);
  if (
    token?.kind === 'comment' &&
    !(token.end === position && quoted.startsWith('/*', token.start) && token.open !== true)
  ) {
    return undefined;
  }
  const region = regionAt(script, position);
  const structure = readStructure(quoted.slice(region.start, region.end), region.start);
  const catalog = indexCatalog(shape);
  const resolver = createResolver(structure, catalog, (name) => scriptRelation(script, shape, name));
  const { lexemes } = structure;
  const touched = lexemes.findIndex((lexeme) => lexeme.start < position && position <= lexeme.end);
  const lexeme = lexemes[touched];
  const isWord = lexeme !== undefined && /^(word|quoted|parameter)$/.test(lexeme.kind);
  const isInside =
    lexeme?.kind === 'number' || (lexeme?.kind === 'string' && (position < lexeme.end || lexeme.open === true));
  const following = lexemes.findIndex((candidate) => candidate.start >= position);
  const index = isWord || isInside ? touched : following < 0 ? lexemes.length : following;
  const block = blockAt(structure, index, isWord);
  return {
    script,
    region,
    structure,
    resolver,
    catalog,
    index,
    typed: isWord ? lexeme : undefined,
    inside: isInside ? lexeme : undefined,
    block,
    clause: block === undefined ? undefined : clauseAt(block, index),
  };
}

/** The resolver of a whole statement, for checks that look at all of it. */
export function resolveStatement(script: Script, statement: TextRange, shape: CatalogShape): Resolver {
  const structure = readStructure(script.text.slice(statement.start, statement.end), statement.start);
  return createResolver(structure, indexCatalog(shape), (name) => scriptRelation(script, shape, name));
}

/** A quoted name that is still being written swallows the text behind it: closes it at the position. */
function closeQuote(text: string, position: number): string {
  const { tokens } = readScript(text);
  const token = tokenAt(tokens, position);
  if (token?.kind !== 'quoted' || position >= token.end + (token.open === true ? 1 : 0)) return text;
  const behind = text.slice(position, token.end);
  const swallows =
    token.open === true || behind.includes('\n') || /\s(from|where|as|on|and|or|join|group|order)\s/i.test(behind);
  return swallows ? `${text.slice(0, position)}"${text.slice(position)}` : text;
}

function tokenAt(tokens: readonly Token[], position: number): Token | undefined {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  const token = tokens[low];
  return token !== undefined && token.start < position ? token : undefined;
}

function regionAt(script: Script, position: number): TextRange {
  let start = 0;
  for (const token of script.tokens) {
    if (token.kind !== 'punctuation' || script.text[token.start] !== ';') continue;
    if (token.start >= position) return { start, end: token.start };
    start = token.end;
  }
  return { start, end: script.text.length };
}

/** The columns of a table that another statement of the script creates with a query or a column list. */
function scriptRelation(script: Script, shape: CatalogShape, name: readonly string[]): Outputs | undefined {
  const wanted = name.map((part) => part.toLowerCase()).join('.');
  const found = script.objects.relations.findLast((relation) => {
    const own = relation.name.map((part) => part.toLowerCase());
    return own.join('.') === wanted || own.at(-1) === wanted;
  });
  if (found === undefined) return undefined;
  const others = script.objects.relations.filter((relation) => relation !== found);
  const earlier: Script = { ...script, objects: { ...script.objects, relations: others } };
  const resolver = resolveStatement(earlier, found.statement, shape);
  const block = resolver.structure.roots[0]?.blocks[0];
  const [query] = block?.queries ?? [];
  if (query !== undefined) return resolver.outputsOf(query);
  const columns = block === undefined ? undefined : definedColumns(resolver.structure, block);
  return columns === undefined ? unknownOutputs : { columns, complete: true };
}
