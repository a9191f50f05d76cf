import type { CancelSignal } from '../core/cancel.ts';
import { StillhouseError } from '../core/error.ts';
import type { Workings } from './create-core.ts';
import { type ErasedRows, eraseRows } from './erase-rows.ts';
import { expireBefore } from './expire.ts';
import { readHistory } from './history.ts';
import { type Dataset, findDataset } from './model.ts';
import { operate } from './operations.ts';
import { publishTable, stagingName } from './publish.ts';
import { restoreDataset } from './restore/restore.ts';
import { undropDataset } from './restore/undrop.ts';
import { loadCatalog } from './store/load.ts';
import { travel } from './travel/travel.ts';
import type { DatasetReference, Workspace } from './workspace.ts';

type Operations = Pick<
  Workspace,
  | 'history'
  | 'travel'
  | 'stagingTable'
  | 'publish'
  | 'restore'
  | 'undrop'
  | 'expireHistory'
  | 'eraseRows'
  | 'withoutWrites'
>;

/** What a workspace does with its datasets beside running the user's SQL. */
export function createWorkspaceOperations({ core, worker, reader }: Workings): Operations {
  const { store } = core;
  let nextStaging = 1;

  const datasetOf = (reference: DatasetReference): Dataset => {
    const { schema, name } = typeof reference === 'string' ? { schema: 'main', name: reference } : reference;
    const dataset = findDataset(core.state, schema, name);
    if (dataset !== undefined) return dataset;
    throw new StillhouseError('input-invalid', `There is no table "${name}".`);
  };
  const own = (label: string, source: string, signal?: CancelSignal) => ({
    label,
    source,
    ...(signal !== undefined && { signal }),
  });

  return {
    async history(dataset) {
      await core.ready;
      return readHistory(await reader.get(), store, datasetOf(dataset).id);
    },
    async travel(dataset, range, options = {}) {
      await core.ready;
      const { lastSnapshot } = core.numbers;
      const traveller = { session: await reader.get(), store, lastSnapshot, touched: new Set<number>() };
      return travel(traveller, datasetOf(dataset), range, options);
    },
    stagingTable: (schema = 'main') => stagingName(store, schema, 'import', nextStaging++),
    async publish(publications, { source, signal, alongside }) {
      const work = own(`Import of ${source}`, source, signal);
      const snapshots = await operate(core, worker, work, async (writing, keep) => {
        for (const publication of publications) await keep([await publishTable(writing, publication)]);
        await alongside?.(writing.session);
      });
      return { snapshots };
    },
    async restore(reference, snapshot, signal) {
      const work = own('Restoring', `Restored to snapshot ${snapshot}`, signal);
      const snapshots = await operate(core, worker, work, async (writing, keep) =>
        keep(await restoreDataset(writing, datasetOf(reference), snapshot)),
      );
      return { snapshots };
    },
    async undrop(dropped, name = dropped.name) {
      const work = own('Restoring', `Brought back "${dropped.name}"`);
      const snapshots = await operate(core, worker, work, async (writing, keep) =>
        keep([await undropDataset(writing, dropped, name)]),
      );
      return { snapshots };
    },
    async expireHistory({ before }) {
      let expired = { rows: 0, tables: 0 };
      await operate(core, worker, own('Expiring history', 'Expiry'), async (writing) => {
        expired = await expireBefore(writing, before);
        writing.transaction.state = (await loadCatalog(writing.session, store)).state;
      });
      return expired;
    },
    async eraseRows(doomed, { source, signal, before, alongside }) {
      let erased: readonly ErasedRows[] = [];
      await operate(core, worker, own('Erasing', source, signal), async (writing, keep) => {
        await before(writing.session);
        erased = await eraseRows(writing, doomed, keep);
        await alongside(writing.session);
        writing.transaction.state = (await loadCatalog(writing.session, store)).state;
      });
      return erased;
    },
    async withoutWrites(label, work) {
      const release = await core.queue.acquire(label, undefined);
      return work().finally(release);
    },
  };
}
