import type { TextRange } from '../../core/error.ts';
import { type Analysis, analyse } from '../analysis.ts';
import type { CatalogShape, FunctionShape } from '../catalog-shape.ts';
import { scopeAt } from '../completion/columns.ts';
import { expressionType } from '../scope/expression-type.ts';
import { findByQualifier, pathType, resolvePath, type ScopeRelation } from '../scope/scope.ts';
import { typeText } from '../type-tree.ts';
import { columnMarkdown, functionMarkdown, scopeRelationMarkdown } from './describe.ts';
import { keywordText } from './keyword-words.ts';

/** What to show about a word, as Markdown. */
export interface Hover {
  readonly range: TextRange;
  readonly markdown: string;
}

/** Explains the function, table, column or keyword at a position; `undefined` where there is nothing to say. */
export function hover(text: string, position: number, shape: CatalogShape): Hover | undefined {
  const analysis = analyse(text, position, shape) ?? analyse(text, position + 1, shape);
  if (analysis === undefined) return undefined;
  const { lexemes } = analysis.structure;
  const around = lexemes.findIndex((each) => each.start <= position && position < each.end && each.name !== undefined);
  const index = around >= 0 ? around : lexemes.findIndex((each) => each.end === position && each.name !== undefined);
  const lexeme = lexemes[index];
  if (lexeme?.name === undefined) return undefined;
  const markdown = explain({ ...analysis, index }, index, lexeme.name);
  return markdown === undefined ? undefined : { range: { start: lexeme.start, end: lexeme.end }, markdown };
}

function explain(analysis: Analysis, index: number, name: string): string | undefined {
  const { structure, catalog, block } = analysis;
  const { lexemes } = structure;
  if (lexemes[index + 1]?.raw === '(') {
    const found = findFunction(catalog.findFunctions(name), lexemes[index - 1]?.upper ?? '');
    if (found !== undefined) return functionMarkdown(found);
  }
  const source = block === undefined ? undefined : sourceAt(analysis, index);
  if (source !== undefined) return scopeRelationMarkdown(source, kindWord(source));
  const word = lexemes[index]?.kind === 'word' ? keywordText(lexemes[index].upper) : undefined;
  return explainPath(analysis, index) ?? word;
}

/** A column, a field of one, or a table's alias in an expression. */
function explainPath(analysis: Analysis, index: number): string | undefined {
  const { structure } = analysis;
  const path: string[] = [];
  let start = index;
  while (structure.lexemes[start - 1]?.raw === '.' && structure.lexemes[start - 2]?.name !== undefined) start -= 2;
  for (let at = start; at <= index; at += 2) path.push(structure.lexemes[at]?.name ?? '');
  const scope = scopeAt(analysis);
  const behindBracket = structure.lexemes[start - 1]?.raw === '.';
  if (behindBracket) return undefined;
  const relation = structure.lexemes[index + 1]?.raw === '.' ? findByQualifier(scope, path) : undefined;
  if (relation !== undefined) return scopeRelationMarkdown(relation, kindWord(relation));
  const found = resolvePath(scope, path);
  if (found === undefined) return undefined;
  const type = pathType(scope, path) ?? expressionType(structure, start, index + 1, analysis.resolver.namesIn(scope));
  return columnMarkdown(
    found.column,
    found.rest,
    type === undefined ? undefined : typeText(type),
    found.relation?.alias ?? '',
  );
}

/** The source of a FROM clause whose name or alias a lexeme belongs to. */
function sourceAt(analysis: Analysis, index: number): ScopeRelation | undefined {
  const { block, resolver, structure } = analysis;
  if (block === undefined) return undefined;
  return resolver.relationsOf(block).find((relation) => {
    const source = relation.source;
    if (source === undefined || source.kind === 'query') return false;
    const isName = source.start <= index && index < source.end && source.kind === 'relation';
    const isAlias = index >= source.end && index <= source.end + 1 && structure.lexemes[index]?.name === source.alias;
    return isName || isAlias;
  });
}

function findFunction(found: readonly FunctionShape[], before: string): FunctionShape | undefined {
  const isTable = /^(FROM|JOIN|CALL|LATERAL)$/.test(before);
  return found.find((each) => each.kind.startsWith('table') === isTable) ?? found[0];
}

function kindWord(relation: ScopeRelation): string {
  switch (relation.origin) {
    case 'cte':
      return 'common table';
    case 'script':
      return 'made by this script';
    case 'function':
      return 'table function';
    case 'file':
      return 'file';
    case 'query':
      return 'subquery';
    default:
      return 'table';
  }
}
