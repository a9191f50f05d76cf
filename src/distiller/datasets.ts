import type { DatasetInfo } from '../catalog/shown.ts';
import { literal, sql } from '../core/sql.ts';
import type { QualifiedName } from '../dialect/distiller/syntax/statement.ts';
import { faultAt } from '../dialect/distiller/translate/context.ts';
import { nearestName } from '../dialect/lint/nearest.ts';
import { spanOf } from './name-text.ts';
import type { Place } from './place.ts';
import { relationName, shownName } from './relation-name.ts';
import { firstText } from './run-sql.ts';

/** The project's table or view of a name; `undefined` for temporary ones and those of an open transaction. */
export async function findDataset(name: QualifiedName, place: Place): Promise<DatasetInfo | undefined> {
  const parts = relationName(name);
  const schema = parts.length > 1 ? parts[0] : await firstText(sql`SELECT current_schema()`, place);
  const [wantedSchema, wantedName] = [schema?.toLowerCase() ?? 'main', parts.at(-1)?.toLowerCase()];
  return place.services.workspace.datasets.find(
    (one) => one.schema.toLowerCase() === wantedSchema && one.name.toLowerCase() === wantedName,
  );
}

/** Whether a name means a temporary table or view of the session, which hides the project's own of that name. */
export async function isTemporary(name: QualifiedName, place: Place): Promise<boolean> {
  const parts = relationName(name);
  if (parts.length !== 1) return false;
  const wanted = literal(parts[0]?.toLowerCase() ?? '');
  const found = await firstText(
    sql`SELECT 1
FROM duckdb_tables()
WHERE temporary AND lower(table_name) = ${wanted}
UNION ALL
SELECT 1
FROM duckdb_views()
WHERE temporary AND lower(view_name) = ${wanted}`,
    place,
  );
  return found !== undefined;
}

/** The same as `findDataset`; fails at the name's place. */
export async function requireDataset(name: QualifiedName, place: Place): Promise<DatasetInfo> {
  const found = await findDataset(name, place);
  if (found !== undefined) return found;
  const near = nearestName(
    shownName(name),
    place.services.workspace.datasets.map((one) => nameOf(one)),
  );
  throw faultAt(
    place,
    spanOf(name),
    `The project has no table “${shownName(name)}”.`,
    near === undefined ? 'SHOW TABLES lists those there are.' : `Perhaps “${near}” was meant.`,
    'sql-name',
  );
}

/** A dataset's name as users read it: without schema `main`. */
export function nameOf({ schema, name }: Pick<DatasetInfo, 'schema' | 'name'>): string {
  return schema === 'main' ? name : `${schema}.${name}`;
}
