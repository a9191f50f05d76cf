import { StillhouseError } from '../core/error.ts';
import { uniqueName } from '../core/names.ts';
import { joinSql, type Sql, sql } from '../core/sql.ts';
import { nameSql } from '../sql/name-sql.ts';
import { dotted, type Unfolded, valueSql } from './access.ts';
import type { FlattenChoice, FlattenOutput } from './choice.ts';
import { outputNames } from './output-names.ts';
import { queryLines, selectLines } from './select.ts';
import { unfold } from './unfold.ts';

/** The statement that makes a flat table of a nested dataset. Throws `input-invalid` for a choice that has no answer. */
export function flattenSql(choice: FlattenChoice): Sql {
  const { explode, outputs, into } = choice;
  if (outputs.length === 0) {
    throw new StillhouseError('input-invalid', 'No column was chosen.', { remedy: 'Choose at least one path.' });
  }
  const from = sourceSql(choice);
  const taken = [...choice.columns, ...choice.source];
  const { tables, unfolded, position } =
    explode === undefined ? { tables: [], unfolded: [], position: undefined } : unfold(explode, from, taken);
  const values = [
    ...outputs.map((output) => outputSql(output, unfolded)),
    ...(position === undefined ? [] : [position]),
  ];
  const named = outputNames(choice).map((alias, index) => sql`${values[index] ?? sql`NULL`} AS ${nameSql(alias)}`);
  const query = joinSql(queryLines(tables, selectLines(named, tables.at(-1)?.name ?? from)), '\n');
  return into === undefined ? query : sql`CREATE TABLE ${dotted(into.map(nameSql))} AS\n${query}`;
}

/** The source under a name that no column has: `a.b` then always is the field `b` of the column `a`. */
function sourceSql({ source, columns }: FlattenChoice): Sql {
  const relation = dotted(source.map(nameSql));
  const folded = new Set(columns.map((column) => column.toLowerCase()));
  if (!source.some((part) => folded.has(part.toLowerCase()))) return relation;
  return sql`${relation} AS ${nameSql(uniqueName('source', [...columns, ...source]))}`;
}

function outputSql({ path, form = 'value' }: FlattenOutput, unfolded: readonly Unfolded[]): Sql {
  const value = valueSql(path, unfolded);
  if (form === 'value' || (path.shape !== 'list' && path.shape !== 'map')) return value;
  if (form === 'count') return path.shape === 'map' ? sql`cardinality(${value})` : sql`len(${value})`;
  const ofSingleValues = path.type.kind === 'list' && ['scalar', 'enum'].includes(path.type.item.kind);
  return ofSingleValues ? sql`array_to_string(${value}, ', ')` : sql`CAST(${value} AS VARCHAR)`;
}
