import type { Show } from '../../dialect/distiller/syntax/statement.ts';
import type { Sql } from '../../core/sql.ts';
import { acceleratedDatabases } from '../declarations.ts';
import { findDataset, nameOf } from '../datasets.ts';
import { fitsPattern, type ListedRow, listingSql } from '../listing.ts';
import { readMembers } from '../memberships.ts';
import type { Place } from '../place.ts';
import { databaseOf, readRelations, readSchemas, type Relation } from '../relations.ts';
import { shownName } from '../relation-name.ts';
import { readTables } from '../read-tables.ts';

/** Those of the schema or database named, all without a name. */
function within({ name, like }: Show) {
  const wanted = name === undefined ? undefined : shownName(name).toLowerCase();
  return (relation: Relation): boolean => {
    const schema = relation.schema.toLowerCase();
    const inside = wanted === undefined || schema === wanted || schema.startsWith(`${wanted}.`);
    return inside && fitsPattern(relation.name, like);
  };
}

const shown = ({ schema, name, temporary }: Relation) => (temporary ? name : nameOf({ schema, name }));

/** `SHOW TABLES [IN database]`. */
export async function showTables(show: Show, place: Place): Promise<Sql> {
  const found = (await readRelations(place)).filter(({ kind }) => kind === 'table').filter(within(show));
  const rows = found.map((relation): ListedRow => {
    const dataset = datasetOf(relation, place);
    return [shown(relation), dataset?.id?.toString() ?? null, relation.name, relation.temporary];
  });
  return listingSql(['name', 'dataSetId', 'dataSet', { name: 'isTemporary', type: 'BOOLEAN' }], rows);
}

/** `SHOW VIEWS [IN database]`, with the tables and views each one reads. */
export async function showViews(show: Show, place: Place): Promise<Sql> {
  const relations = await readRelations(place);
  const accelerated = await acceleratedDatabases(place);
  const rows = relations
    .filter(({ kind }) => kind === 'view')
    .filter(within(show))
    .map((view): ListedRow => {
      const { database, schema } = databaseOf(view.schema);
      const read = readTables(view, relations);
      const names = (kind: Relation['kind']) =>
        read
          .filter((one) => one.kind === kind)
          .map(shown)
          .join(', ');
      const type = accelerated.has(database.toLowerCase()) ? 'QSACCEL' : 'ADLS';
      return [database, schema, view.name, shown(view), names('table'), names('view'), type];
    });
  return listingSql(
    ['Db Name', 'Schema Name', 'Name', 'Id', 'Dataset Dependencies', 'Views Dependencies', 'TYPE'],
    rows,
  );
}

/** `SHOW DATABASES`: `main` is the lake's own. */
export async function showDatabases({ like }: Show, place: Place): Promise<Sql> {
  const names = new Set((await readSchemas(place)).map((schema) => databaseOf(schema).database));
  const accelerated = await acceleratedDatabases(place);
  const rows = [...names]
    .filter((name) => fitsPattern(name, like))
    .map((name): ListedRow => [name, accelerated.has(name.toLowerCase()) ? 'QSACCEL' : 'ADLS']);
  return listingSql(['databaseName', 'type'], rows);
}

/** `SHOW SCHEMAS [IN database]`. */
export async function showSchemas({ name, like }: Show, place: Place): Promise<Sql> {
  const wanted = name === undefined ? undefined : shownName(name).toLowerCase();
  const rows = (await readSchemas(place))
    .map(databaseOf)
    .filter(({ schema }) => schema !== '')
    .filter(({ database }) => wanted === undefined || database.toLowerCase() === wanted)
    .filter(({ schema }) => fitsPattern(schema, like))
    .map(({ database, schema }): ListedRow => [database, schema]);
  return listingSql(['databaseName', 'schemaName'], rows);
}

/** `SHOW DATAGROUPS [FOR 'table']`: the tables and views of databases, with those that were added to a schema. */
export async function showDatagroups({ name }: Show, place: Place): Promise<Sql> {
  const accelerated = await acceleratedDatabases(place);
  const only = name === undefined ? undefined : await findDataset(name, place);
  const isWanted = (dataset: { readonly name: string }) =>
    name === undefined ||
    dataset === only ||
    (only === undefined && dataset.name.toLowerCase() === name.at(-1)?.text.toLowerCase());
  const members = await readMembers(place);
  const groups = [
    ...place.services.workspace.datasets
      .filter(({ schema }) => schema !== 'main')
      .map((dataset) => ({ dataset, schema: dataset.schema })),
    ...members.map(({ dataset, declaration }) => ({ dataset, schema: declaration.schema })),
  ];
  const rows = groups
    .filter(({ dataset }) => isWanted(dataset))
    .map(({ dataset, schema: whole }): ListedRow => {
      const { database, schema } = databaseOf(whole);
      const isFast = accelerated.has(database.toLowerCase());
      const type = dataset.kind === 'view' ? 'View' : isFast ? 'Data Warehouse Table' : 'Data Lake Table';
      const isParent = dataset.schema === whole;
      const id = dataset.id?.toString() ?? nameOf(dataset);
      return [database, schema, isFast ? 'QSACCEL' : 'ADLS', type, dataset.name, isParent, id];
    })
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const parent = { name: 'PhysicalParent', type: 'BOOLEAN' } as const;
  return listingSql(['Database', 'Schema', 'GroupType', 'ChildType', 'ChildName', parent, 'ChildId'], rows);
}

const key = (row: ListedRow) => row.join('\0').toLowerCase();

function datasetOf({ temporary, schema, name }: Relation, { services }: Place) {
  if (temporary) return undefined;
  return services.workspace.datasets.find((one) => one.schema === schema && one.name === name);
}
