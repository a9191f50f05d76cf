import { literal, rawSql, type Sql, sql } from '../../../core/sql.ts';
import { type DataType, familyOf, type Typed, typed } from './typed.ts';

/** A value as Spark prints it: `1.0E7`, `[1, 2]`, `{a -> 1}`, `{1, x}`. */
export function castText({ sql: value, type }: Typed, depth = 0): Sql {
  switch (familyOf(type)) {
    case 'text':
      return type.kind === 'enum' ? sql`CAST(${value} AS VARCHAR)` : value;
    case 'fractional':
      return sql`sh_double_text(CAST(${value} AS DOUBLE))`;
    case 'binary':
      return sql`decode(${value})`;
    case 'list':
      return listText(value, type, depth);
    case 'map':
      return mapText(value, type, depth);
    case 'struct':
      return structText(value, type, depth);
    default:
      return sql`CAST(${value} AS VARCHAR)`;
  }
}

const part = (value: Sql, type: DataType, depth: number): Sql =>
  sql`coalesce(${castText(typed(value, type), depth + 1)}, 'null')`;

function listText(value: Sql, type: DataType, depth: number): Sql {
  if (type.kind !== 'list') return sql`CAST(${value} AS VARCHAR)`;
  const item = rawSql(`item${depth}`);
  return sql`'[' || array_to_string(list_transform(${value}, lambda ${item}: ${part(item, type.item, depth)}), ', ') || ']'`;
}

function mapText(value: Sql, type: DataType, depth: number): Sql {
  if (type.kind !== 'map') return sql`CAST(${value} AS VARCHAR)`;
  const entry = rawSql(`entry${depth}`);
  const pair = sql`${part(sql`${entry}.key`, type.key, depth)} || ' -> ' || ${part(sql`${entry}.value`, type.value, depth)}`;
  return sql`'{' || array_to_string(list_transform(map_entries(${value}), lambda ${entry}: ${pair}), ', ') || '}'`;
}

function structText(value: Sql, type: DataType, depth: number): Sql {
  if (type.kind !== 'struct') return sql`CAST(${value} AS VARCHAR)`;
  const fields = type.fields.map(({ name, type: field }) =>
    part(sql`struct_extract(${value}, ${literal(name)})`, field, depth),
  );
  const body = fields.reduce((all, field) => sql`${all} || ', ' || ${field}`);
  return sql`CASE WHEN ${value} IS NOT NULL THEN '{' || ${body} || '}' END`;
}
