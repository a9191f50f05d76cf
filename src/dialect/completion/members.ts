import type { Analysis } from '../analysis.ts';
import { nameText } from '../keywords.ts';
import { expressionType } from '../scope/expression-type.ts';
import { findByQualifier, pathType, type Scope } from '../scope/scope.ts';
import type { Structure } from '../structure/nodes.ts';
import { operandStart } from '../structure/operand.ts';
import { fieldsOf, type TypeTree, typeText } from '../type-tree.ts';
import { columnItem, scopeAt } from './columns.ts';
import { type CompletionItem, rank, sortText } from './item.ts';
import { relationsIn, schemaItems } from './relations.ts';
import { wishesAt } from './place.ts';

/** What may follow the dot before the position: a table's columns, a value's fields, a schema's tables. */
export function memberItems(analysis: Analysis): CompletionItem[] {
  const { structure, index } = analysis;
  const dot = index - 1;
  const start = operandStart(structure, dot);
  const path = pathBetween(structure, start, dot);
  if (path !== undefined && namesRelation(analysis, start)) {
    const schemas = schemaItems(analysis).filter((item) => item.label.startsWith(`${path.map(nameText).join('.')}.`));
    return [
      ...relationsIn(analysis, path),
      ...schemas.map((item) => {
        const name = item.label.slice(path.map(nameText).join('.').length + 1);
        return { ...item, label: name, insert: name };
      }),
    ];
  }
  const scope = scopeAt(analysis);
  if (path !== undefined) {
    const found = columnsOf(scope, path) ?? fieldItems(pathType(scope, path));
    return found.length > 0 ? found : relationsIn(analysis, path);
  }
  return fieldItems(expressionType(structure, start, dot, analysis.resolver.namesIn(scope)));
}

function columnsOf(scope: Scope, path: readonly string[]): CompletionItem[] | undefined {
  const relation = findByQualifier(scope, path);
  if (relation === undefined) return undefined;
  const columns = relation.columns.map((column, place) => columnItem(column, '', rank.column, place, false));
  const star: CompletionItem = { label: '*', kind: 'keyword', insert: '*', sortText: sortText(rank.rare, '*') };
  return [...columns, star];
}

function fieldItems(type: TypeTree | undefined): CompletionItem[] {
  return (type === undefined ? [] : fieldsOf(type)).map((field, place) => ({
    label: nameText(field.name),
    kind: 'field',
    insert: nameText(field.name),
    detail: typeText(field.type),
    sortText: sortText(rank.column, field.name, place),
  }));
}

/** The names of a plain `a.b.c`; `undefined` when calls or subscripts are among them. */
function pathBetween(structure: Structure, start: number, end: number): string[] | undefined {
  const lexemes = structure.lexemes.slice(start, end);
  const names = lexemes.flatMap((lexeme) => lexeme.name ?? []);
  const isPlain = names.length > 0 && lexemes.every((lexeme) => lexeme.name !== undefined || lexeme.raw === '.');
  return isPlain ? names : undefined;
}

/** Whether a name that begins at a lexeme index stands where a table is named. */
function namesRelation(analysis: Analysis, start: number): boolean {
  const wishes = wishesAt({ ...analysis, index: start, typed: undefined });
  return wishes.some((wish) => wish.kind === 'sources' || wish.kind === 'relations');
}
