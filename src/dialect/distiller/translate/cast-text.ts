import { joinSql, literal, rawSql, type Sql, sql } from '../../../core/sql.ts';
import { typeText } from '../../type-tree.ts';
import { once } from './once.ts';
import { operand } from './operand.ts';
import { type DataType, familyOf, type Typed, typed } from './typed.ts';

/** A value as Spark prints it: `1.0E7`, `[1, 2]`, `{a -> 1}`, `{1, x}`. */
export function castText({ sql: value, type }: Typed, depth = 0): Sql {
  switch (familyOf(type)) {
    case 'text':
      return type.kind === 'enum' || typeText(type) === 'UUID' ? sql`CAST(${value} AS VARCHAR)` : value;
    case 'fractional':
      return typeText(type) === 'FLOAT'
        ? sql`sh_double_text(CAST(CAST(${value} AS VARCHAR) AS DOUBLE))`
        : sql`sh_double_text(${value})`;
    case 'timestamp':
      return typeText(type) === 'TIMESTAMP WITH TIME ZONE'
        ? sql`CAST(CAST(${value} AS TIMESTAMP) AS VARCHAR)`
        : sql`CAST(${value} AS VARCHAR)`;
    case 'binary':
      return sql`sh_decode(${value}, 'UTF-8')`;
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
  const item = rawSql(`_item${depth}`);
  const parts = (list: Sql) => sql`list_transform(${list}, lambda ${item}: ${part(item, type.item, depth)})`;
  return once(
    value,
    (list) => sql`CASE WHEN len(${list}) = 0 THEN '[]' ELSE '[' || array_to_string(${parts(list)}, ', ') || ']' END`,
  );
}

function mapText(value: Sql, type: DataType, depth: number): Sql {
  if (type.kind !== 'map') return sql`CAST(${value} AS VARCHAR)`;
  const entry = rawSql(`_entry${depth}`);
  const pair = sql`${part(sql`${entry}.key`, type.key, depth)} || ' -> ' || ${part(sql`${entry}.value`, type.value, depth)}`;
  return once(
    value,
    (map) =>
      sql`CASE WHEN cardinality(${map}) = 0 THEN '{}' ELSE '{' || array_to_string(list_transform(map_entries(${map}), lambda ${entry}: ${pair}), ', ') || '}' END`,
  );
}

function structText(value: Sql, type: DataType, depth: number): Sql {
  if (type.kind !== 'struct') return sql`CAST(${value} AS VARCHAR)`;
  return once(value, (struct) => {
    const fields = type.fields.map(({ name, type: field }) =>
      part(sql`struct_extract(${struct}, ${literal(name)})`, field, depth),
    );
    return sql`CASE WHEN ${operand(struct)} IS NOT NULL THEN '{' || ${joinSql(fields, " || ', ' || ")} || '}' END`;
  });
}
