import type { DatasetInfo } from '../catalog/shown.ts';
import type { Session } from '../engine/engine.ts';
import { nameOf } from './datasets.ts';
import { type Declaration, readDeclarations } from './declaration-store.ts';
import { subjectOf } from './declarations.ts';

/** A key or identity that a column, or a field of one, was declared to be. */
export interface ColumnKey {
  readonly kind: 'primary-key' | 'foreign-key' | 'identity';
  /** For readers: `foreign key to customers.id`. */
  readonly words: string;
}

/** The keys of one dataset by the dotted, lower-cased paths of its columns. */
export type DatasetKeys = ReadonlyMap<string, readonly ColumnKey[]>;

/** What SQL has declared of the columns of these datasets, by their subjects. */
export async function readColumnKeys(
  session: Session,
  datasets: readonly DatasetInfo[],
): Promise<ReadonlyMap<string, DatasetKeys>> {
  const bySubject = new Map(datasets.map((dataset) => [subjectOf(dataset), dataset]));
  const found = new Map<string, Map<string, ColumnKey[]>>();
  for (const { subject, declaration } of await readDeclarations(session)) {
    if (!bySubject.has(subject)) continue;
    for (const [column, key] of keysIn(declaration, (other) => bySubject.get(other))) {
      const keys = found.get(subject) ?? new Map<string, ColumnKey[]>();
      found.set(subject, keys);
      keys.set(column.toLowerCase(), [...(keys.get(column.toLowerCase()) ?? []), key]);
    }
  }
  return found;
}

function keysIn(
  declaration: Declaration,
  datasetOf: (subject: string) => DatasetInfo | undefined,
): readonly (readonly [column: string, key: ColumnKey])[] {
  switch (declaration.kind) {
    case 'primary-key': {
      const { columns, namespace } = declaration;
      const whole = columns.length === 1 ? '' : ` of ${columns.join(', ')}`;
      const kind = namespace === undefined ? '' : ` (${namespace})`;
      return columns.map((column) => [column, { kind: 'primary-key', words: `primary key${whole}${kind}` }]);
    }
    case 'foreign-key': {
      const target = datasetOf(declaration.table);
      if (target === undefined) return [];
      return declaration.columns.map((column, index) => [
        column,
        { kind: 'foreign-key', words: `foreign key to ${nameOf(target)}.${declaration.referenced[index] ?? ''}` },
      ]);
    }
    case 'identity': {
      const { column, primary, namespace } = declaration;
      const words = `${primary ? 'primary identity' : 'identity'}${namespace === undefined ? '' : ` (${namespace})`}`;
      return [[column, { kind: 'identity', words }]];
    }
    default:
      return [];
  }
}
