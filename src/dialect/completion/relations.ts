import type { Analysis } from '../analysis.ts';
import type { RelationShape } from '../catalog-shape.ts';
import { nameText } from '../keywords.ts';
import type { Query } from '../structure/nodes.ts';
import { functionItems } from './functions.ts';
import { type CompletionItem, rank, sortText } from './item.ts';

const count = new Intl.NumberFormat('en-US');

/** How many rows, in words: `1,204 rows`. */
export function rowCountText(rows: number): string {
  return `${count.format(rows)} ${rows === 1 ? 'row' : 'rows'}`;
}

/** All that can stand in FROM: common tables, tables and views, files, schemas, table functions. */
export function sourceItems(analysis: Analysis): CompletionItem[] {
  const { shape } = analysis.catalog;
  const files = shape.files.map((file, place): CompletionItem => {
    const path = `'${file.path.replaceAll("'", "''")}'`;
    return { label: path, kind: 'file', insert: path, sortText: sortText(rank.next, file.path, place) };
  });
  return [
    ...commonTables(analysis),
    ...relationItems(analysis),
    ...files,
    ...schemaItems(analysis),
    ...functionItems(shape, ['table-function', 'table-macro']),
  ];
}

/** Tables and views by the shortest name that reaches them, those the script itself creates included. */
export function relationItems(analysis: Analysis, only?: 'table' | 'view'): CompletionItem[] {
  const { catalog, script } = analysis;
  const known = catalog.shape.relations
    .filter((relation) => only === undefined || relation.kind === only)
    .map((relation) => relationItem(relation, catalog.isReachable(relation)));
  const created = script.objects.relations
    .filter(
      (relation) => (only === undefined || relation.kind === only) && catalog.findRelation(relation.name) === undefined,
    )
    .map((relation): CompletionItem => {
      const name = relation.name.map(nameText).join('.');
      return {
        label: name,
        kind: relation.kind,
        insert: name,
        detail: 'from this script',
        sortText: sortText(rank.relation, name),
      };
    });
  return [...known, ...created];
}

/** The relations of one schema, by bare name. */
export function relationsIn(analysis: Analysis, path: readonly string[]): CompletionItem[] {
  return analysis.catalog
    .relationsIn(path)
    .map((relation) => ({ ...relationItem(relation, true), sortText: sortText(rank.relation, relation.name) }));
}

export function schemaItems(analysis: Analysis): CompletionItem[] {
  return analysis.catalog.shape.schemas.map((schema) => {
    const name = [...(schema.database === undefined ? [] : [schema.database]), schema.name].map(nameText).join('.');
    return { label: name, kind: 'schema', insert: name, sortText: sortText(rank.outer, name) };
  });
}

function relationItem(relation: RelationShape, reachable: boolean): CompletionItem {
  const path = [...(relation.database === undefined ? [] : [relation.database]), relation.schema, relation.name];
  const name = (reachable ? [relation.name] : path).map(nameText).join('.');
  return {
    label: name,
    kind: relation.kind,
    insert: name,
    ...(relation.rowCount !== undefined && { detail: rowCountText(relation.rowCount) }),
    sortText: sortText(reachable ? rank.relation : rank.outer, name),
  };
}

function commonTables(analysis: Analysis): CompletionItem[] {
  const items: CompletionItem[] = [];
  for (let query: Query | undefined = analysis.block?.query; query !== undefined; query = query.outer) {
    for (const cte of query.ctes) {
      if (cte.nameAt >= analysis.index) continue;
      const name = nameText(cte.name);
      items.push({ label: name, kind: 'cte', insert: name, detail: 'WITH', sortText: sortText(rank.column, name) });
    }
  }
  return items;
}
