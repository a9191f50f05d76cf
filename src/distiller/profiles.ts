import { markProfile, unmarkProfile } from '../catalog/profile-marks.ts';
import type { DatasetInfo } from '../catalog/shown.ts';
import type { Session } from '../engine/engine.ts';
import { readDeclarations } from './declaration-store.ts';
import { subjectOf } from './declarations.ts';

/**
 * Marks a dataset as one of profiles when it has the label PROFILE and a primary identity, and takes the mark off again
 * when it had both and lost one; in the transaction that is open. `formerName` is its name before it was renamed.
 */
export async function markIfProfile(
  writer: Session,
  dataset: DatasetInfo,
  change: { readonly formerName?: string; readonly lost?: boolean } = {},
): Promise<void> {
  if (dataset.schema !== 'main' || dataset.id === undefined) return;
  const own = (await readDeclarations(writer)).filter(({ subject }) => subject === subjectOf(dataset));
  const labelled = own.some(
    ({ declaration }) =>
      declaration.kind === 'option' && declaration.key === 'label' && declaration.value.toUpperCase() === 'PROFILE',
  );
  if (!labelled) return;
  if (change.formerName !== undefined) await unmarkProfile(writer, change.formerName);
  const identity = own
    .map(({ declaration }) => declaration)
    .find((declaration) => declaration.kind === 'identity' && declaration.primary);
  if (identity?.kind === 'identity') {
    await markProfile(writer, dataset.name, { identity: identity.column, namespace: identity.namespace ?? '' });
  } else if (change.lost === true) await unmarkProfile(writer, dataset.name);
}
