import { StillhouseError } from '../core/error.ts';
import { uniqueName } from '../core/names.ts';
import { rawSql, type Sql, sql } from '../core/sql.ts';
import { type TypeTree, typeText } from '../dialect/type-tree.ts';
import { nameSql } from '../sql/name-sql.ts';
import { type Unfolded, valueSql } from './access.ts';
import type { Explosion } from './choice.ts';
import { type CommonTable, selectLines } from './select.ts';

/** The steps of a query that turn a list and those around it into rows. */
export interface Unfolding {
  /** Common tables, each built on the one before. */
  readonly tables: readonly CommonTable[];
  readonly unfolded: readonly Unfolded[];
  /** The column with an item's place in the innermost list, if it is wanted. */
  readonly position: Sql | undefined;
}

/** Unfolds lists one after the other, outermost first. `taken` are the names that columns and relations have already. */
export function unfold(explode: Explosion, from: Sql, taken: readonly string[]): Unfolding {
  const { list: innermost, keepEmpty } = explode;
  if (innermost.shape !== 'list' && innermost.shape !== 'map') {
    throw new StillhouseError('input-invalid', `"${innermost.label}" is no list that could be turned into rows.`);
  }
  const used = [...taken];
  const fresh = (wanted: string) => {
    used.push(uniqueName(wanted, used));
    return nameSql(used.at(-1) ?? wanted);
  };
  const tables: CommonTable[] = [];
  const unfolded: Unfolded[] = [];
  let position: Sql | undefined;
  for (const list of [...innermost.lists, innermost]) {
    const items = itemsSql(valueSql(list, unfolded), list.type);
    const item = fresh('item');
    const outputs = [sql`*`, sql`unnest(${keepEmpty ? orNothing(items, items) : items}) AS ${item}`];
    if (list === innermost && explode.position) {
      position = fresh('position');
      const places = sql`range(1, len(${items}) + 1)`;
      outputs.push(sql`unnest(${keepEmpty ? orNothing(items, places) : places}) AS ${position}`);
    }
    const source = tables.at(-1)?.name ?? from;
    tables.push({ name: fresh('unfolded'), lines: selectLines(outputs, source) });
    unfolded.push({ list, item });
  }
  return { tables, unfolded, position };
}

/** A list or map as a list that can be unfolded. */
function itemsSql(value: Sql, type: TypeTree): Sql {
  if (type.kind === 'map') return sql`map_entries(${value})`;
  if (type.kind !== 'list' || type.size === undefined) return value;
  return sql`CAST(${value} AS ${rawSql(typeText({ kind: 'list', item: type.item }))})`;
}

/** One NULL in place of no item. */
function orNothing(items: Sql, given: Sql): Sql {
  return sql`CASE WHEN len(${items}) > 0 THEN ${given} ELSE [NULL] END`;
}
