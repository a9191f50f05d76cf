import type { DatasetInfo } from '../../src/catalog/shown.ts';
import type { CatalogShape, FunctionShape } from '../../src/dialect/catalog-shape.ts';
import { rows } from '../../src/engine/collect.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { functionsSql } from '../../src/sql/functions/functions-sql.ts';
import { parseFunctions } from '../../src/sql/functions/parse-functions.ts';
import { projectStore } from '../project/project-store.ts';

let functions: readonly FunctionShape[] = [];
let shape: { readonly datasets: readonly DatasetInfo[]; readonly catalog: CatalogShape } | undefined;

/** Asks the engine which functions it has; the editor knows none before. */
export async function loadFunctions(engine: Engine): Promise<void> {
  const session = await engine.openSession();
  try {
    functions = parseFunctions(await rows(session, functionsSql().text));
    shape = undefined;
  } finally {
    await session.close();
  }
}

/** What the editor offers now: the project's tables and views, and the engine's functions. */
export function currentCatalog(): CatalogShape {
  const { datasets } = projectStore.getState();
  if (shape?.datasets !== datasets) shape = { datasets, catalog: catalogOf(datasets) };
  return shape.catalog;
}

function catalogOf(datasets: readonly DatasetInfo[]): CatalogShape {
  const names = new Set(['main', ...datasets.map(({ schema }) => schema)]);
  return {
    schemas: [...names].map((name) => ({ name })),
    relations: datasets.map(({ schema, name, kind, columns, rowCount }) => ({
      schema,
      name,
      kind,
      columns: columns.map((column) => ({ name: column.name, sqlType: column.type })),
      ...(rowCount !== undefined && { rowCount }),
    })),
    functions,
    files: [],
    types: [],
    searchPath: ['main'],
  };
}
