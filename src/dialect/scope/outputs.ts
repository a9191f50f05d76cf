import type { ColumnShape } from '../catalog-shape.ts';
import type { Block } from '../structure/nodes.ts';
import { type SelectItem, selectItems, splitAtCommas, type Star } from '../structure/select-items.ts';
import { typeText } from '../type-tree.ts';
import { expressionType } from './expression-type.ts';
import { outputName } from './output-name.ts';
import { type Outputs, type Resolver, unknownOutputs } from './resolution.ts';
import { findColumn, type Scope, type ScopeRelation } from './scope.ts';
import { describeColumns, summarizeColumns } from './table-functions.ts';

/** The columns of one block: its SELECT list, all columns for `FROM t`, `col0`, `col1` … for VALUES. */
export function blockOutputs(resolver: Resolver, block: Block): Outputs {
  switch (block.kind) {
    case 'select':
      return selectOutputs(resolver, block);
    case 'values':
      return valuesOutputs(resolver, block);
    case 'nested': {
      const [inner] = block.queries;
      return inner === undefined ? unknownOutputs : resolver.outputsOf(inner);
    }
    case 'describe': {
      const word = resolver.structure.lexemes[block.start]?.upper;
      return { columns: word === 'SUMMARIZE' ? summarizeColumns : describeColumns, complete: true };
    }
    case 'pivot':
      return { columns: resolver.relationsOf(block).flatMap((relation) => relation.columns), complete: false };
    default:
      return unknownOutputs;
  }
}

/** The aliases and expressions of a SELECT list as columns. */
export function selectOutputs(resolver: Resolver, block: Block): Outputs {
  const items = selectItems(resolver.structure, block);
  const scope = resolver.scopeOf(block);
  if (items === undefined) return allColumns(scope.relations);
  const parts = items.map((item) => itemOutputs(resolver, scope, item));
  return {
    columns: parts.flatMap((part) => part.columns),
    complete: parts.every((part) => part.complete),
  };
}

/** The columns that have a name of their own in a SELECT list: what ORDER BY, HAVING … may call by alias; the entry at `exceptAt` is left out. */
export function selectAliases(resolver: Resolver, block: Block, exceptAt = -1): ColumnShape[] {
  const scope = resolver.scopeOf(block);
  return (selectItems(resolver.structure, block) ?? [])
    .filter((item) => item.alias !== undefined && !(item.start <= exceptAt && exceptAt <= item.end))
    .flatMap((item) => itemOutputs(resolver, scope, item).columns);
}

function itemOutputs(resolver: Resolver, scope: Scope, item: SelectItem): Outputs {
  if (item.star !== undefined) return starOutputs(scope, item.star);
  const { structure } = resolver;
  const name = item.alias ?? outputName(structure, item.from, item.to);
  const head = structure.lexemes[item.from]?.upper ?? '';
  const spreads = structure.lexemes
    .slice(item.from, item.to)
    .some((lexeme) => /^(UNNEST|COLUMNS|UNPACK)$/.test(lexeme.upper));
  if (name === undefined || (spreads && item.alias === undefined)) {
    return { columns: [], complete: !spreads && head !== '' && item.to - item.from > 1 };
  }
  const type = expressionType(structure, item.from, item.to, resolver.namesIn(scope));
  return {
    columns: [{ name, ...(type !== undefined && { sqlType: typeText(type) }) }],
    complete: !/^(UNNEST|COLUMNS)$/.test(head),
  };
}

function starOutputs(scope: Scope, star: Star): Outputs {
  const relations = scope.relations.filter(
    (relation) => star.qualifier === undefined || relation.alias.toLowerCase() === star.qualifier.toLowerCase(),
  );
  if (star.qualifier !== undefined && relations.length === 0) return unknownOutputs;
  const all = star.qualifier === undefined ? allColumns(relations) : mergeRelations(relations);
  const excluded = new Set(star.excluded.map((name) => name.toLowerCase()));
  const renamed = new Map(star.renamed.map(([from, to]) => [from.toLowerCase(), to]));
  return {
    columns: all.columns
      .filter((column) => !excluded.has(column.name.toLowerCase()))
      .map((column) => ({ ...column, name: renamed.get(column.name.toLowerCase()) ?? column.name })),
    complete: all.complete && !star.filtered,
  };
}

/** The columns of `*`: columns merged by USING or NATURAL come once, those of a SEMI or ANTI join not at all. */
function allColumns(relations: readonly ScopeRelation[]): Outputs {
  const columns: ColumnShape[] = [];
  for (const relation of relations) {
    if (relation.source?.hidden === true || relation.origin === 'arguments') continue;
    const merged = relation.source?.merged ?? [];
    const natural = merged.includes('*');
    const isMerged = (name: string) =>
      natural
        ? findColumn(columns, name) !== undefined
        : merged.some((other) => other.toLowerCase() === name.toLowerCase());
    columns.push(...relation.columns.filter((column) => !isMerged(column.name)));
  }
  return { columns, complete: relations.length > 0 && relations.every((relation) => relation.complete) };
}

function mergeRelations(relations: readonly ScopeRelation[]): Outputs {
  return {
    columns: relations.flatMap((relation) => relation.columns),
    complete: relations.every((relation) => relation.complete),
  };
}

function valuesOutputs(resolver: Resolver, block: Block): Outputs {
  const { structure } = resolver;
  const clause = block.clauses[0];
  const row = clause === undefined ? undefined : structure.groups.get(clause.start);
  if (row === undefined) return unknownOutputs;
  const names = resolver.namesIn(resolver.scopeOf(block));
  const columns = splitAtCommas(structure, row.open + 1, row.close).map(([from, to], index) => {
    const type = expressionType(structure, from, to, names);
    return { name: `col${index}`, ...(type !== undefined && { sqlType: typeText(type) }) };
  });
  return { columns, complete: true };
}
