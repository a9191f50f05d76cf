import { joinSql, literal, rawSql, type Sql, sql } from '../../../core/sql.ts';
import { nameText } from '../../keywords.ts';
import { once } from './once.ts';
import { operand } from './operand.ts';
import { type DataType, type Typed, typed } from './typed.ts';

/** A cast of the values inside, given by who knows all casts. */
type Cast = (value: Typed, target: DataType) => Typed;

/** Arrays, maps and structs cast value by value, structs by the place of their fields; `undefined` for any other pair. */
export function castNested({ sql: value, type }: Typed, target: DataType, cast: Cast, depth: number): Sql | undefined {
  if (type.kind === 'list' && target.kind === 'list') {
    const item = rawSql(`_item${depth}`);
    return sql`list_transform(${value}, lambda ${item}: ${cast(typed(item, type.item), target.item).sql})`;
  }
  if (type.kind === 'map' && target.kind === 'map') {
    const entry = rawSql(`_entry${depth}`);
    const key = cast(typed(sql`${entry}.key`, type.key), target.key).sql;
    const item = cast(typed(sql`${entry}.value`, type.value), target.value).sql;
    return sql`map_from_entries(list_transform(map_entries(${value}), lambda ${entry}: {'key': ${key}, 'value': ${item}}))`;
  }
  if (type.kind === 'struct' && target.kind === 'struct' && type.fields.length === target.fields.length) {
    return once(value, (struct) => {
      const fields = target.fields.map((field, index) => {
        const from = type.fields[index];
        const old = sql`struct_extract(${struct}, ${literal(from?.name ?? field.name)})`;
        return sql`${rawSql(nameText(field.name))} := ${cast(typed(old, from?.type ?? field.type), field.type).sql}`;
      });
      return sql`CASE WHEN ${operand(struct)} IS NOT NULL THEN struct_pack(${joinSql(fields, ', ')}) END`;
    });
  }
  return undefined;
}

/** How deep arrays and maps lie in each other, so that each one’s parameter has a name of its own. */
export function nesting(type: DataType): number {
  switch (type.kind) {
    case 'list':
      return 1 + nesting(type.item);
    case 'map':
      return 1 + Math.max(nesting(type.key), nesting(type.value));
    case 'struct':
      return Math.max(0, ...type.fields.map((field) => nesting(field.type)));
    default:
      return 0;
  }
}
