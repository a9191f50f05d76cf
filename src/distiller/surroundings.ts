import { literal, relation, sql, type Sql } from '../core/sql.ts';
import type { FunctionEntry } from '../dialect/distiller/functions/contract.ts';
import { findFunction, functionNames } from '../dialect/distiller/functions/index.ts';
import type { Query, TableItem } from '../dialect/distiller/syntax/query.ts';
import { walk } from '../dialect/distiller/syntax/walk.ts';
import type { KnownTable, Surroundings } from '../dialect/distiller/translate/context.ts';
import { nullType, typed, varchar } from '../dialect/distiller/translate/typed.ts';
import { catalogViewQuery } from './catalog-views.ts';
import { describeRelation } from './describe-relation.ts';
import { askedHistories, historyEntry } from './history-meta.ts';
import type { Place } from './place.ts';
import { relationName } from './relation-name.ts';
import { sampleOf } from './samples.ts';
import { snapshotQuery, systemColumnsQuery } from './snapshots.ts';
import { systemColumnIn } from './system-columns.ts';
import { variableSql } from './shown-variables.ts';
import { isOn, variableOf } from './state.ts';
import { existingTables, tableExistsEntry } from './table-exists.ts';

/** Gathers what the translation of a piece of syntax needs to know: tables with their columns, snapshots, variables. */
export async function gatherSurroundings(piece: unknown, place: Place): Promise<Surroundings> {
  const { state, source } = place;
  const common = commonTableNames(piece);
  const systemColumns = !isOn(state, 'drop_system_columns') || systemColumnIn(piece) !== undefined;
  const tables = new Map<string, KnownTable>();
  for (const item of tableItems(piece)) {
    const key = keyOf(item);
    if (tables.has(key) || (isCommon(item, common) && !(await isThere(item, place)))) continue;
    tables.set(key, await knownTable(item, systemColumns, place));
  }
  const own = new Map<string, FunctionEntry>([
    ['history_meta', historyEntry(await askedHistories(piece, place))],
    ['table_exists', tableExistsEntry(await existingTables(piece, place))],
  ]);
  return {
    source,
    table: (item) => tables.get(keyOf(item)),
    variable(name) {
      if (place.preview?.variables.has(name.toLowerCase()) === true) return typed(variableSql(name), varchar);
      const value = variableOf(state, name);
      if (value === undefined) return undefined;
      return value === null ? typed(sql`NULL`, nullType) : typed(literal(value), varchar);
    },
    parameter: (name) => state.parameters.get(name.toLowerCase()),
    function: (name) => own.get(name) ?? findFunction(name),
    functionNames: [...own.keys(), ...functionNames],
  };
}

const isCommon = ({ name }: TableItem, common: ReadonlySet<string>): boolean =>
  name.length === 1 && common.has(name[0]?.text.toLowerCase() ?? '');

/** A table may share its name with a query of WITH, which reads it: `WITH t AS (SELECT * FROM t …)`. */
const isThere = async ({ name }: TableItem, place: Place): Promise<boolean> =>
  (await describeRelation(relation(relationName(name)), place)) !== undefined;

function keyOf({ name, snapshot, approximate }: TableItem): string {
  return `${name.map(({ text }) => text.toLowerCase()).join('\0')}|${snapshot?.span.start ?? ''}|${String(approximate ?? false)}`;
}

function tableItems(piece: unknown): readonly TableItem[] {
  const items: TableItem[] = [];
  walk(piece, (node) => {
    if (node.kind === 'table' && 'name' in node) items.push(node as unknown as TableItem); // both forms of a table carry a name
    return true;
  });
  return items;
}

function commonTableNames(piece: unknown): ReadonlySet<string> {
  const names = new Set<string>();
  walk(piece, (node) => {
    if ('with' in node && Array.isArray(node.with)) {
      for (const { name } of node.with as Query['with']) names.add(name.text.toLowerCase()); // a query's common tables
    }
    return true;
  });
  return names;
}

async function knownTable(item: TableItem, systemColumns: boolean, place: Place): Promise<KnownTable> {
  const name = relationName(item.name);
  const replaced = await replacement(item, systemColumns, place);
  if (replaced !== undefined)
    return withColumns(await describeRelation(sql`(\n${replaced}\n)`, place), { sql: replaced });
  const columns = await describeRelation(relation(name), place);
  return withColumns(columns, item.name.length > 2 ? { path: name } : {});
}

const withColumns = (columns: KnownTable['columns'], table: KnownTable): KnownTable =>
  columns === undefined ? table : { ...table, columns };

async function replacement(item: TableItem, systemColumns: boolean, place: Place): Promise<Sql | undefined> {
  if (item.snapshot !== undefined) return snapshotQuery(item, item.snapshot, systemColumns, place);
  if (item.approximate === true) return sampleOf(item, place);
  return catalogViewQuery(item.name, place) ?? (systemColumns ? systemColumnsQuery(item, place) : undefined);
}
