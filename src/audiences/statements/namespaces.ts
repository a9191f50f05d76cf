import { queryRows, text } from '../../catalog/store/execute.ts';
import { hasHiddenTable } from '../../catalog/store/hidden-table.ts';
import { hiddenSchema } from '../../catalog/store/names.ts';
import { joinSql, literal, relation, type Sql, sql } from '../../core/sql.ts';
import type { Session } from '../../engine/engine.ts';

/** A kind of identity. */
export interface Namespace {
  readonly name: string;
  /** What other systems call it. */
  readonly code: string;
  /** Such as `Email`, `Phone`, `Cookie`, `Device` or `Cross_Device`. */
  readonly type: string;
}

/** Those that every project has, by the codes of Experience Platform. */
export const standardNamespaces: readonly Namespace[] = [
  { name: 'Email', code: 'Email', type: 'Email' },
  { name: 'Emails (SHA256, lowercased)', code: 'Email_LC_SHA256', type: 'Email' },
  { name: 'Phone', code: 'Phone', type: 'Phone' },
  { name: 'Phone (SHA256)', code: 'Phone_SHA256', type: 'Phone' },
  { name: 'ECID', code: 'ECID', type: 'Cookie' },
  { name: 'AAID', code: 'AAID', type: 'Cookie' },
  { name: 'Google Ad ID', code: 'GAID', type: 'Device' },
  { name: 'Apple IDFA', code: 'IDFA', type: 'Device' },
  { name: 'CRM ID', code: 'CRMID', type: 'Cross_Device' },
  { name: 'Loyalty', code: 'Loyalty', type: 'Cross_Device' },
];

const table = relation([hiddenSchema, 'namespace']);

/** Keeps a namespace with the project, in the transaction that is open. */
export async function keepNamespace(session: Session, { name, code, type }: Namespace): Promise<void> {
  const statements = [
    sql`CREATE TABLE IF NOT EXISTS ${table} (
  name VARCHAR,
  code VARCHAR,
  kind VARCHAR
)`,
    sql`DELETE FROM ${table}
WHERE lower(name) = lower(${literal(name)})`,
    sql`INSERT INTO ${table}
VALUES (${literal(name)}, ${literal(code)}, ${literal(type)})`,
  ];
  for (const statement of statements) await session.exec(statement.text);
}

/** The project's namespaces: the standard ones, then those made here. */
export async function readNamespaces(session: Session): Promise<readonly Namespace[]> {
  if (!(await hasHiddenTable(session, 'namespace'))) return standardNamespaces;
  const found = await queryRows(session, sql`SELECT name, code, kind\nFROM ${table}\nORDER BY lower(name)`);
  const own = found.map((row) => ({ name: text(row.name), code: text(row.code), type: text(row.kind) }));
  return [...standardNamespaces, ...own];
}

/** The namespace that a name or code means, case ignored. */
export function findNamespace(namespaces: readonly Namespace[], wanted: string): Namespace | undefined {
  const folded = wanted.toLowerCase();
  return namespaces.find(({ name, code }) => [name, code].some((one) => one.toLowerCase() === folded));
}

/** Namespaces as rows. */
export function namespacesSql(namespaces: readonly Namespace[]): Sql {
  const values = namespaces.map(({ name, code, type }) => sql`(${literal(name)}, ${literal(code)}, ${literal(type)})`);
  return sql`FROM (VALUES ${joinSql(values, ',\n  ')}) AS namespace(name, code, type)`;
}
