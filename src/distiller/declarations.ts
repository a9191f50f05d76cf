import { StillhouseError } from '../core/error.ts';
import { literal, relation, type RelationName, type Sql, sql } from '../core/sql.ts';
import { queryRows, text } from '../catalog/store/execute.ts';
import { hasHiddenTable } from '../catalog/store/hidden-table.ts';
import { hiddenSchema } from '../catalog/store/names.ts';
import type {
  ColumnDefinition,
  Option,
  QualifiedName,
  TableConstraint,
} from '../dialect/distiller/syntax/statement.ts';
import type { Session } from '../engine/engine.ts';
import { z } from 'zod';
import type { Place } from './place.ts';
import { relationName } from './relation-name.ts';

/** What a project declares of its tables without the engine enforcing it: keys, identities, labels, data models. */
const declarationSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('option'), key: z.string(), value: z.string() }),
  z.object({ kind: z.literal('primary-key'), columns: z.array(z.string()), namespace: z.string().optional() }),
  z.object({
    kind: z.literal('foreign-key'),
    columns: z.array(z.string()),
    table: z.string(),
    referenced: z.array(z.string()),
  }),
  z.object({ kind: z.literal('identity'), primary: z.boolean(), column: z.string(), namespace: z.string().optional() }),
  z.object({ kind: z.literal('database'), accelerated: z.boolean() }),
]);

export type Declaration = z.infer<typeof declarationSchema>;

/** A declaration with what it is about: `schema.table`, or a database's name. */
export interface Declared {
  readonly id: string;
  readonly subject: string;
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

/** Keeps a declaration with the project; another of the same subject and `id` is replaced. */
export async function keepDeclaration(session: Session, { id, subject, name, declaration }: Declared): Promise<void> {
  const row = sql`INSERT INTO ${table}
VALUES (${literal(id)}, ${literal(subject)}, ${literal(name ?? null)}, ${literal(JSON.stringify(declaration))})`;
  for (const statement of [tableThere, removal(subject, id), row]) await session.exec(statement.text);
}

/** Forgets one declaration, or all of a subject. */
export async function forgetDeclarations(session: Session, subject: string, id?: string): Promise<void> {
  for (const statement of [tableThere, removal(subject, id)]) await session.exec(statement.text);
}

function removal(subject: string, id?: string): Sql {
  const one = id === undefined ? sql`` : sql`\n  AND id = ${literal(id)}`;
  return sql`DELETE FROM ${table}
WHERE lower(subject) = lower(${literal(subject)})${one}`;
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
    cause: read.error,
  });
}

/** The subject of a table's declarations. */
export function subjectOf(name: RelationName): string {
  return name.length === 1 ? `main.${name[0] ?? ''}` : name.join('.');
}

/** Writes declarations while nobody else writes. */
export async function declare(place: Place, work: (writer: Session) => Promise<void>): Promise<void> {
  if (place.session.inTransaction) {
    throw new StillhouseError('transaction', 'Keys, identities and labels cannot be declared inside a transaction.', {
      remedy: 'COMMIT first.',
      statement: place.source,
    });
  }
  await place.services.workspace.withoutWrites('declarations', async () => {
    const writer = await place.services.engine.openSession();
    try {
      await work(writer);
    } finally {
      await writer.close();
    }
  });
}

const ignoredOptions = new Set(['rowvalidation']);
const keptOptions = new Set(['schema', 'label', 'distribution', 'type', 'account']);

/** Keeps what WITH says of a table; what has no meaning here is told in sentences. */
export async function declareOptions(
  name: QualifiedName,
  options: readonly Option[],
  place: Place,
): Promise<readonly string[]> {
  const kept = options.filter(({ key }) => keptOptions.has(key));
  const subject = subjectOf(relationName(name));
  if (kept.length > 0) {
    await declare(place, async (writer) => {
      for (const { key, value, arguments: given } of kept) {
        const whole = given === undefined ? value : `${value}(${given.join(', ')})`;
        await keepDeclaration(writer, {
          id: `option:${key}`,
          subject,
          name: undefined,
          declaration: { kind: 'option', key, value: whole },
        });
      }
    });
  }
  return options.flatMap(({ key }) => {
    if (ignoredOptions.has(key)) return [`“${key}” has no effect here: rows are checked as they are written.`];
    if (key === 'distribution') return ['DISTRIBUTION is kept with the table: on one machine it changes nothing.'];
    return keptOptions.has(key) ? [] : [`WITH has no option “${key}”: it was left out.`];
  });
}

/** Keeps the keys and identities that stand in column definitions. */
export async function declareColumns(
  name: QualifiedName,
  columns: readonly ColumnDefinition[],
  place: Place,
): Promise<void> {
  const constraints = columns.flatMap((column): TableConstraint[] => [
    ...(column.primaryKey === true ? [{ kind: 'primary-key', columns: [[column.name]] } as const] : []),
    ...(column.identity === undefined
      ? []
      : [{ kind: 'identity', column: [column.name], ...column.identity } as const]),
  ]);
  if (constraints.length === 0) return;
  await declare(place, async (writer) => {
    for (const constraint of constraints) await keepDeclaration(writer, declaredConstraint(name, constraint));
  });
}

/** A constraint as it is kept. */
export function declaredConstraint(table: QualifiedName, constraint: TableConstraint, name?: string): Declared {
  const subject = subjectOf(relationName(table));
  const dotted = (parts: QualifiedName) => parts.map(({ text: part }) => part).join('.');
  switch (constraint.kind) {
    case 'primary-key': {
      const declaration = {
        kind: 'primary-key' as const,
        columns: constraint.columns.map(dotted),
        ...(constraint.namespace !== undefined && { namespace: constraint.namespace }),
      };
      return { id: name ?? 'primary-key', subject, name, declaration };
    }
    case 'foreign-key': {
      const columns = constraint.columns.map(dotted);
      const declaration = {
        kind: 'foreign-key' as const,
        columns,
        table: subjectOf(relationName(constraint.table)),
        referenced: constraint.referenced.map(dotted),
      };
      return { id: name ?? `foreign-key:${columns.join(',').toLowerCase()}`, subject, name, declaration };
    }
    case 'identity': {
      const column = dotted(constraint.column);
      const declaration = {
        kind: 'identity' as const,
        primary: constraint.primary,
        column,
        ...(constraint.namespace !== undefined && { namespace: constraint.namespace }),
      };
      return { id: name ?? `identity:${column.toLowerCase()}`, subject, name, declaration };
    }
  }
}
