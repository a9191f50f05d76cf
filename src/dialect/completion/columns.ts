import type { Analysis } from '../analysis.ts';
import type { ColumnShape } from '../catalog-shape.ts';
import { nameText } from '../keywords.ts';
import { lambdaArguments } from '../scope/lambda.ts';
import { selectAliases } from '../scope/outputs.ts';
import { emptyScope, findColumn, type Scope, type ScopeRelation } from '../scope/scope.ts';
import type { Block, Clause } from '../structure/nodes.ts';
import { selectItems } from '../structure/select-items.ts';
import { type CompletionItem, type Rank, rank, sortText } from './item.ts';

/** The scope at the position: lambda arguments first, then the block's relations, then those around. */
export function scopeAt(analysis: Analysis): Scope {
  const { block, resolver, structure, index, clause } = analysis;
  if (block === undefined) return emptyScope;
  const aliases = selectAliases(resolver, block, index);
  const scope = { ...resolver.scopeOf(block), aliases };
  const visible = { ...scope, relations: scope.relations.filter((relation) => isVisible(relation, block, clause)) };
  const lambda = lambdaArguments(structure, index, block.start, resolver.namesIn(visible));
  return lambda === undefined ? visible : { ...visible, relations: [lambda, ...visible.relations] };
}

/** In INSERT the target's columns are known behind ON CONFLICT and RETURNING, `excluded` in ON CONFLICT alone. */
function isVisible(relation: ScopeRelation, block: Block, clause: Clause | undefined): boolean {
  if (block.kind !== 'insert') return true;
  const kind = clause?.kind ?? 'target';
  return relation.alias === 'excluded' ? /^(conflict|set|where)$/.test(kind) : kind !== 'target';
}

/** Columns, aliases and the tables' own names, for an expression. A name that several tables have is qualified. */
export function expressionItems(analysis: Analysis, aliases: boolean): CompletionItem[] {
  const scope = scopeAt(analysis);
  const items = columnItems(scope.relations, rank.column);
  const taken = new Set(items.map((item) => item.label.toLowerCase()));
  if (aliases) {
    for (const column of scope.aliases) {
      if (!taken.has(column.name.toLowerCase())) items.push(columnItem(column, '', rank.alias, 0, false));
    }
  }
  for (let outer = scope.outer; outer !== undefined; outer = outer.outer)
    items.push(...columnItems(outer.relations, rank.outer));
  for (const relation of scope.relations) {
    if (relation.alias === '' || scope.relations.length < 2) continue;
    const name = nameText(relation.alias);
    items.push({ label: name, kind: 'alias', insert: name, sortText: sortText(rank.next, name) });
  }
  return items;
}

/** The columns of relations as entries; `qualified` prefixes ambiguous names with their table. */
export function columnItems(relations: readonly ScopeRelation[], level: Rank): CompletionItem[] {
  const seen = new Map<string, number>();
  for (const relation of relations) {
    for (const column of relation.columns) {
      const name = column.name.toLowerCase();
      seen.set(name, (seen.get(name) ?? 0) + 1);
    }
  }
  let place = 0;
  return relations.flatMap((relation) =>
    relation.columns
      .filter((column) => !isMergedRight(relation, column))
      .map((column) => {
        const merged = relations.some((other) => isMergedRight(other, column));
        const ambiguous = (seen.get(column.name.toLowerCase()) ?? 0) > 1 && !merged && relation.alias !== '';
        return columnItem(column, relation.alias, level, place++, ambiguous);
      }),
  );
}

/** The columns in the bracket's own list are left out, as in `INSERT INTO t (a, |)`. */
export function targetColumnItems(analysis: Analysis): CompletionItem[] {
  const { block, resolver, structure, index, clause } = analysis;
  if (block === undefined || clause === undefined) return [];
  const [target] = resolver.relationsOf(block);
  const written = new Set<string>();
  for (let at = index - 1; at >= clause.start && structure.lexemes[at]?.raw !== '('; at--) {
    const name = structure.lexemes[at]?.name;
    if (name !== undefined) written.add(name.toLowerCase());
  }
  return (target?.columns ?? [])
    .filter((column) => !written.has(column.name.toLowerCase()))
    .map((column, place) => columnItem(column, '', rank.column, place, false));
}

/** Expressions of the SELECT list that GROUP BY may name. */
export function groupKeyItems(analysis: Analysis): CompletionItem[] {
  const { block, structure, catalog } = analysis;
  const items = block === undefined ? [] : (selectItems(structure, block) ?? []);
  return items.flatMap((item, place): CompletionItem[] => {
    const lexemes = structure.lexemes.slice(item.from, item.to);
    const aggregates = lexemes.some(
      (lexeme) =>
        lexeme.name !== undefined && catalog.findFunctions(lexeme.name).some((found) => found.kind === 'aggregate'),
    );
    if (aggregates || item.star !== undefined) return [];
    const first = lexemes[0];
    const last = lexemes.at(-1);
    const text =
      item.alias === undefined ? analysis.script.text.slice(first?.start ?? 0, last?.end ?? 0) : nameText(item.alias);
    return [
      {
        label: text,
        kind: 'condition',
        insert: text,
        detail: 'in SELECT',
        sortText: sortText(rank.condition, text, place),
      },
    ];
  });
}

export function columnItem(
  column: ColumnShape,
  origin: string,
  level: Rank,
  place: number,
  qualified: boolean,
): CompletionItem {
  const name = qualified ? `${nameText(origin)}.${nameText(column.name)}` : nameText(column.name);
  const detail = [column.sqlType, origin === '' || qualified ? undefined : origin]
    .filter((part) => part !== undefined)
    .join(' · ');
  return {
    label: name,
    kind: 'column',
    insert: name,
    ...(detail !== '' && { detail }),
    sortText: sortText(level, name, place),
  };
}

/** Whether USING or NATURAL has merged this column into the left side's. */
function isMergedRight(relation: ScopeRelation, column: ColumnShape): boolean {
  const merged = relation.source?.merged ?? [];
  if (merged.includes('*')) return false;
  return (
    merged.length > 0 &&
    findColumn(
      merged.map((name) => ({ name })),
      column.name,
    ) !== undefined &&
    findColumn(relation.columns, column.name) !== undefined
  );
}
