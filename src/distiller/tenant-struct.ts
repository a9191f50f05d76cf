import { joinSql, sql } from '../core/sql.ts';
import { nameSql } from '../dialect/distiller/translate/operand.ts';
import type { KnownColumn } from '../dialect/distiller/translate/typed.ts';
import type { Translation } from './translate.ts';

/**
 * Profile tables hold their own fields under a tenant, so that `INSERT INTO t SELECT struct(a, b) AS _tenant` fills the
 * columns `a` and `b`: one struct of as many fields as the table has columns is spread over them.
 */
export function withoutTenant(query: Translation, wanted: readonly KnownColumn[]): Translation {
  const [only, ...others] = query.columns ?? [];
  if (only?.type.kind !== 'struct' || others.length > 0) return query;
  const { fields } = only.type;
  if (fields.length !== wanted.length || (wanted.length === 1 && wanted[0]?.type.kind === 'struct')) return query;
  const items = fields.map(({ name }) => sql`source.tenant.${nameSql(name)}`);
  return {
    ...query,
    sql: sql`SELECT ${joinSql(items, ', ')}\nFROM (\n${query.sql}\n) AS source(tenant)`,
    columns: fields.map(({ name, type }) => ({ name, type })),
  };
}
