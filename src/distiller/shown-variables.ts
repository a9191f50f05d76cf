import { identifier, literal, type Sql, sql } from '../core/sql.ts';
import type { Place } from './place.ts';

/** A variable of a block, where the block is only shown: the engine's variable of its name. */
export function variableSql(name: string): Sql {
  return sql`getvariable(${literal(name.toLowerCase())})`;
}

/** The engine's statement that sets it to a query's one value; what stands behind it reads it from then on. */
export function setVariableSql(name: string, value: Sql, { preview }: Place): Sql {
  preview?.variables.add(name.toLowerCase());
  return sql`SET VARIABLE ${identifier(name.toLowerCase())} = (\n${value}\n)`;
}
