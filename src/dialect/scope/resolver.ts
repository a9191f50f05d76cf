import type { CatalogIndex } from '../catalog-index.ts';
import type { ColumnShape } from '../catalog-shape.ts';
import type { Block, Cte, Query, Structure } from '../structure/nodes.ts';
import { type Source, sourcesOf } from '../structure/sources.ts';
import { splitAtCommas } from '../structure/select-items.ts';
import { firstGroup } from '../structure/structure.ts';
import { unquoteString } from '../lexeme.ts';
import { parseType, typeText } from '../type-tree.ts';
import { blockOutputs } from './outputs.ts';
import { type Outputs, type Resolver, type ScriptLookup, unknownOutputs } from './resolution.ts';
import { expressionType } from './expression-type.ts';
import { pathType, type Scope, type ScopeRelation } from './scope.ts';
import { tableFunctionColumns } from './table-functions.ts';

/** Makes the resolver of one statement; `script` knows what the rest of the script creates. */
export function createResolver(structure: Structure, catalog: CatalogIndex, script: ScriptLookup): Resolver {
  const relations = new Map<Source, ScopeRelation>();
  const sources = new Map<Block, readonly Source[]>();
  const outputs = new Map<Query, Outputs>();
  const busy = new Set<Query>();

  const sourcesIn = (block: Block): readonly Source[] => {
    const known = sources.get(block) ?? sourcesOf(structure, block);
    sources.set(block, known);
    return known;
  };

  const outputsOf = (query: Query): Outputs => {
    const known = outputs.get(query);
    if (known !== undefined) return known;
    if (busy.has(query)) return unknownOutputs;
    busy.add(query);
    const [first = unknownOutputs, ...others] = (query.byName ? query.blocks : query.blocks.slice(0, 1)).map((block) =>
      blockOutputs(resolver, block),
    );
    const found = others.reduce(mergeByName, first);
    busy.delete(query);
    outputs.set(query, found);
    return found;
  };

  const resolve = (source: Source, block: Block): readonly ScopeRelation[] => {
    if (source.kind === 'tables') return (source.query?.blocks ?? []).flatMap((inner) => resolver.relationsOf(inner));
    const known = relations.get(source);
    if (known !== undefined) return [known];
    const found = describe(source, block);
    relations.set(source, found);
    return [found];
  };

  const describe = (source: Source, block: Block): ScopeRelation => {
    const { columns, complete, ...rest } = lookUp(source, block);
    const aliased = columns.map((column, index) => ({ ...column, name: source.columnAliases[index] ?? column.name }));
    const extra = source.columnAliases.slice(columns.length).map((name) => ({ name }));
    return {
      alias: source.alias ?? (source.kind === 'file' ? '' : (source.name.at(-1) ?? '')),
      name: source.name,
      relation: undefined,
      ...rest,
      columns: source.pivoted ? columns : [...aliased, ...extra],
      complete: complete && !source.pivoted,
      source,
    };
  };

  const lookUp = (source: Source, block: Block): Outputs & Pick<ScopeRelation, 'origin'> & Partial<ScopeRelation> => {
    if (source.query !== undefined) return { ...outputsOf(source.query), origin: 'query' };
    if (source.kind === 'function') return { ...functionOutputs(source, block), origin: 'function' };
    if (source.kind === 'file') return { ...fileOutputs(source.name[0] ?? ''), origin: 'file' };
    const cte =
      source.name.length === 1 ? resolver.findCte(source.name[0] ?? '', block.query, source.start) : undefined;
    if (cte !== undefined) return { ...cteOutputs(cte), origin: 'cte' };
    const relation = catalog.findRelation(source.name);
    if (relation !== undefined) return { columns: relation.columns, complete: true, origin: 'catalog', relation };
    const created = script(source.name);
    return created === undefined ? { ...unknownOutputs, origin: 'unknown' } : { ...created, origin: 'script' };
  };

  const cteOutputs = (cte: Cte): Outputs => {
    const found = cte.query === undefined ? unknownOutputs : outputsOf(cte.query);
    const named = found.columns.map((column, index) => ({ ...column, name: cte.columns[index] ?? column.name }));
    const extra = cte.columns.slice(named.length).map((name) => ({ name }));
    return { columns: [...named, ...extra], complete: found.complete };
  };

  const fileOutputs = (path: string): Outputs => {
    const columns = catalog.shape.files.find((file) => file.path === path)?.columns;
    return columns === undefined ? unknownOutputs : { columns, complete: true };
  };

  const functionOutputs = (source: Source, block: Block): Outputs => {
    const name = source.name.at(-1) ?? '';
    const fixed = tableFunctionColumns(name);
    if (fixed !== undefined) return { columns: fixed, complete: true };
    const open = source.start + source.name.length * 2 - 1;
    const [first] = splitAtCommas(structure, open + 1, source.end - 1);
    if (first === undefined) return unknownOutputs;
    const argument = structure.lexemes[first[0]];
    if (/^(read_csv|read_csv_auto)$/i.test(name) && argument?.kind === 'string')
      return fileOutputs(unquoteString(argument.raw));
    if (!/^unnest$/i.test(name)) return unknownOutputs;
    const list = expressionType(structure, first[0], first[1], resolver.namesIn(scopeBefore(block, source.start)));
    const column: ColumnShape = { name: 'unnest', ...(list?.kind === 'list' && { sqlType: typeText(list.item) }) };
    return { columns: [column], complete: list?.kind === 'list' && list.item.kind !== 'struct' };
  };

  /** The scope of a table function's arguments or a lateral subquery: what stands to the left of it. */
  const scopeBefore = (block: Block, index: number): Scope => ({
    relations: sourcesIn(block)
      .filter((source) => source.end <= index)
      .flatMap((source) => resolve(source, block)),
    aliases: [],
    outer: outerScope(block),
  });

  const outerScope = (block: Block): Scope | undefined => {
    const { parent } = block.query;
    if (parent === undefined || /^(insert|create-table|create-view)$/.test(parent.kind)) return undefined;
    const { start } = block.query;
    const holder = sourcesIn(parent).find((source) => source.start <= start && start < source.end);
    return holder === undefined ? resolver.scopeOf(parent) : scopeBefore(parent, start);
  };

  const resolver: Resolver = {
    structure,
    catalog,
    relationsOf: (block) => sourcesIn(block).flatMap((source) => resolve(source, block)),
    outputsOf,
    scopeOf: (block) => ({
      relations: [...resolver.relationsOf(block), ...impliedRelations(structure, block, resolver)],
      aliases: [],
      outer: outerScope(block),
    }),
    namesIn: (scope) => ({
      column: (path) => pathType(scope, path),
      returns: (name) => onlyReturnType(catalog, name),
      subquery(open) {
        const query = structure.queryByBracket.get(open);
        const type = query === undefined ? undefined : outputsOf(query).columns[0]?.sqlType;
        return type === undefined ? undefined : parseType(type);
      },
    }),
    findCte(name, query, before) {
      const wanted = name.toLowerCase();
      for (let at: Query | undefined = query; at !== undefined; at = at.outer) {
        const found = at.ctes.find((cte) => cte.nameAt < before && cte.name.toLowerCase() === wanted);
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
  return resolver;
}

/** Relations that no FROM clause names: a macro's parameters, and `excluded` in ON CONFLICT. */
function impliedRelations(structure: Structure, block: Block, resolver: Resolver): ScopeRelation[] {
  const common = { name: [], complete: true, relation: undefined, source: undefined };
  if (block.kind === 'insert') {
    const [target] = resolver.relationsOf(block);
    if (target === undefined) return [];
    return [{ ...common, alias: 'excluded', columns: target.columns, complete: target.complete, origin: 'arguments' }];
  }
  if (block.kind !== 'create-macro') return [];
  const clause = block.clauses[0];
  const group = clause === undefined ? undefined : firstGroup(structure, clause.start, clause.end);
  if (group === undefined) return [];
  const columns = splitAtCommas(structure, group.open + 1, group.close).flatMap(([start]) => {
    const name = structure.lexemes[start]?.name;
    return name === undefined ? [] : [{ name }];
  });
  return [{ ...common, alias: '', columns, origin: 'arguments' }];
}

/** Types that stand for many. */
const generic = /\||\b(ANY|NUMERIC|T|K|V|NULL)\b/;

function onlyReturnType(catalog: CatalogIndex, name: string): string | undefined {
  const types = new Set(
    catalog.findFunctions(name).flatMap((found) => found.signatures.map((signature) => signature.returns)),
  );
  const [only] = types;
  return types.size === 1 && only !== undefined && !generic.test(only) ? only : undefined;
}

function mergeByName(left: Outputs, right: Outputs): Outputs {
  const known = new Set(left.columns.map((column) => column.name.toLowerCase()));
  const added = right.columns.filter((column) => !known.has(column.name.toLowerCase()));
  return { columns: [...left.columns, ...added], complete: left.complete && right.complete };
}
