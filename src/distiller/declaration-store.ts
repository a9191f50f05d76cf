import { StillhouseError } from '../core/error.ts';
import { joinSql, literal, relation, sql } from '../core/sql.ts';
import { queryRows, text } from '../catalog/store/execute.ts';
import { hasHiddenTable } from '../catalog/store/hidden-table.ts';
import { hiddenSchema } from '../catalog/store/names.ts';
import type { Session } from '../engine/engine.ts';
import { z } from 'zod';

/** What a project declares of its tables without the engine enforcing it: keys, identities, labels, memberships. */
const declarationSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('option'), key: z.string(), value: z.string() }),
  z.object({ kind: z.literal('primary-key'), columns: z.array(z.string()), namespace: z.string().optional() }),
  z.object({
    kind: z.literal('foreign-key'),
    columns: z.array(z.string()),
    /** The subject of the table referred to. */
    table: z.string(),
    referenced: z.array(z.string()),
  }),
  z.object({ kind: z.literal('identity'), primary: z.boolean(), column: z.string(), namespace: z.string().optional() }),
  z.object({ kind: z.literal('database'), accelerated: z.boolean() }),
  /** The table or view is known in another schema too. */
  z.object({ kind: z.literal('member'), schema: z.string() }),
]);

export type Declaration = z.infer<typeof declarationSchema>;

/** A declaration with its subject: `table:17` by the dataset's number, which renaming keeps, `view:main.v`, `database:sales`. */
export interface Declared {
  /** One of a subject; such as `primary-key`. */
  readonly id: string;
  readonly subject: string;
  /** The constraint's own name, where it was given one. */
  readonly name: string | undefined;
  readonly declaration: Declaration;
}

const table = relation([hiddenSchema, 'declaration']);

const tableThere = sql`CREATE TABLE IF NOT EXISTS ${table} (
  id VARCHAR,
  subject VARCHAR,
  name VARCHAR,
  declaration VARCHAR
)`;

/** Keeps a declaration with the project, in the transaction that is open; another of its subject and `id` is replaced. */
export async function keepDeclaration(session: Session, declared: Declared): Promise<void> {
  const { id, subject, name, declaration } = declared;
  await forgetDeclarations(session, subject, [id]);
  const values = [id, subject, name ?? null, JSON.stringify(declaration)].map(literal);
  await session.exec(sql`INSERT INTO ${table}\nVALUES (${joinSql(values, ', ')})`.text);
}

/** Forgets declarations of a subject, all or those of some ids, in the transaction that is open. */
export async function forgetDeclarations(session: Session, subject: string, ids?: readonly string[]): Promise<void> {
  await session.exec(tableThere.text);
  const some = ids === undefined ? sql`` : sql`\n  AND id IN (${joinSql(ids.map(literal), ', ')})`;
  await session.exec(sql`DELETE FROM ${table}\nWHERE subject = ${literal(subject)}${some}`.text);
}

/** All of the project's declarations, in the order they were made. */
export async function readDeclarations(session: Session): Promise<readonly Declared[]> {
  if (!(await hasHiddenTable(session, 'declaration'))) return [];
  const found = await queryRows(session, sql`SELECT id, subject, name, declaration\nFROM ${table}\nORDER BY rowid`);
  return found.map((row) => ({
    id: text(row.id),
    subject: text(row.subject),
    name: row.name === null ? undefined : text(row.name),
    declaration: readDeclaration(text(row.declaration)),
  }));
}

function readDeclaration(document: string): Declaration {
  const read = declarationSchema.safeParse(JSON.parse(document));
  if (read.success) return read.data;
  throw new StillhouseError('project-invalid', 'What the project declares of its tables cannot be read.', {
    remedy: 'Open the last good copy of the project.',
    cause: read.error,
  });
}
