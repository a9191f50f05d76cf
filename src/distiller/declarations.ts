import type { DatasetInfo } from '../catalog/shown.ts';
import { StillhouseError } from '../core/error.ts';
import type { Session } from '../engine/engine.ts';
import { withReader } from '../engine/with-reader.ts';
import { type Declaration, readDeclarations } from './declaration-store.ts';
import type { Place } from './place.ts';

/** What is declared of a table or view that is still there. */
export interface DatasetDeclaration<Kind extends Declaration['kind']> {
  readonly dataset: DatasetInfo;
  readonly subject: string;
  readonly id: string;
  readonly name: string | undefined;
  readonly declaration: Extract<Declaration, { kind: Kind }>;
}

/** The subject of a dataset's declarations. */
export function subjectOf({ id, schema, name }: Pick<DatasetInfo, 'id' | 'schema' | 'name'>): string {
  return id === undefined ? `view:${schema}.${name}`.toLowerCase() : `table:${id}`;
}

/** The subject of a database's declaration. */
export function databaseSubject(name: string): string {
  return `database:${name.toLowerCase()}`;
}

/** The declarations of some kinds, of datasets that are there. */
export async function declarationsOf<Kind extends Declaration['kind']>(
  kinds: readonly Kind[],
  place: Place,
): Promise<readonly DatasetDeclaration<Kind>[]> {
  const datasets = new Map(place.services.workspace.datasets.map((dataset) => [subjectOf(dataset), dataset]));
  return (await allDeclarations(place)).flatMap(({ subject, declaration, id, name }) => {
    const dataset = datasets.get(subject);
    if (dataset === undefined || !isOneOf(declaration, kinds)) return [];
    return [{ dataset, subject, id, name, declaration }];
  });
}

function isOneOf<Kind extends Declaration['kind']>(
  declaration: Declaration,
  kinds: readonly Kind[],
): declaration is Extract<Declaration, { kind: Kind }> {
  return kinds.some((kind) => kind === declaration.kind);
}

/** Databases of the accelerated store, lower-cased. */
export async function acceleratedDatabases(place: Place): Promise<ReadonlySet<string>> {
  const all = await allDeclarations(place);
  const found = all.filter(({ declaration }) => declaration.kind === 'database' && declaration.accelerated);
  return new Set(found.map(({ subject }) => subject.slice(databaseSubject('').length)));
}

/** Whether anything is declared of a subject. */
export async function hasDeclarations(subject: string, place: Place): Promise<boolean> {
  return (await allDeclarations(place)).some((declared) => declared.subject === subject);
}

const allDeclarations = ({ services }: Place) => withReader(services.engine, readDeclarations);

/** Writes declarations as a write of its own, all or none of it. */
export async function declare(place: Place, work: (writer: Session) => Promise<void>): Promise<void> {
  requireNoTransaction(place);
  await place.services.workspace.publish([], { source: 'Declarations', alongside: work });
}

/** Fails within a transaction, in which nothing can be declared. */
export function requireNoTransaction({ session, source }: Place): void {
  if (!session.inTransaction) return;
  throw new StillhouseError(
    'transaction',
    'Keys, identities, labels and schemas cannot be declared in a transaction.',
    {
      remedy: 'COMMIT first.',
      statement: source,
    },
  );
}
