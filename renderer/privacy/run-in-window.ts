import { queryRows, text } from '../../src/catalog/store/execute.ts';
import { createCancelSource } from '../../src/core/cancel.ts';
import { errorToData, isCancelled, StillhouseError } from '../../src/core/error.ts';
import { relation } from '../../src/core/sql.ts';
import { withReader } from '../../src/engine/with-reader.ts';
import { catalogView } from '../../src/modules/catalog-view.ts';
import { findColumnPath } from '../../src/modules/column-paths.ts';
import { identitiesOfSql, readIdentities } from '../../src/privacy/erase/identities.ts';
import type { ErasureOrder } from '../../src/privacy/erase/order.ts';
import { previewErasure, runErasure } from '../../src/privacy/erase/run-erasure.ts';
import type { Services } from '../app/services.ts';
import { emptyDraft, erasureStore, type PeopleDraft } from './erasure-store.ts';
import { windowErasure } from './window-erasure.ts';

type Shell = Pick<Services, 'host' | 'project'>;

/** Looks where the people of the form are found; the preview or the failure is in the store. */
export async function startPreview({ host, project }: Shell, deleteBackups = false): Promise<void> {
  const { draft } = erasureStore.getState();
  const { signal, cancel } = createCancelSource();
  erasureStore.setState({ stage: { kind: 'searching', progress: { step: 'search', fraction: 0 }, cancel } });
  try {
    const order = { ...(await readDraft(project, draft)), deleteBackups };
    const held = await previewErasure(await windowErasure(host, project), order, {
      signal,
      onProgress: (progress) => {
        erasureStore.setState({ stage: { kind: 'searching', progress, cancel } });
      },
    });
    erasureStore.setState({ stage: { kind: 'preview', order, held } });
  } catch (error) {
    erasureStore.setState({
      stage: isCancelled(error) ? { kind: 'choose' } : { kind: 'choose', failure: errorToData(error) },
    });
  }
}

/** Erases; the report or the failure is in the store. */
export async function startErasure({ host, project }: Shell, order: ErasureOrder): Promise<void> {
  const { signal, cancel } = createCancelSource();
  let begun = false;
  erasureStore.setState({ stage: { kind: 'running', order, progress: { step: 'search', fraction: 0 }, cancel } });
  try {
    const { report, file } = await runErasure(await windowErasure(host, project), order, {
      signal,
      onPointOfNoReturn: () => {
        begun = true;
      },
      onProgress: (progress) => {
        erasureStore.setState({ stage: { kind: 'running', order, progress, cancel: begun ? undefined : cancel } });
      },
    });
    erasureStore.setState({ draft: emptyDraft, stage: { kind: 'done', report, file } });
  } catch (error) {
    erasureStore.setState({
      stage: isCancelled(error) ? { kind: 'choose' } : { kind: 'failed', order, error: errorToData(error), begun },
    });
  }
}

async function readDraft(
  project: Shell['project'],
  { kind, one, list, dataset: label, column, columns }: PeopleDraft,
): Promise<Pick<ErasureOrder, 'identities' | 'columns'>> {
  if (kind === 'one') return { identities: readIdentities([one]), columns };
  if (kind === 'list') return { identities: readIdentities(list.split(/\r?\n/)), columns };
  const { engine, workspace } = await project.whenLive();
  const dataset = catalogView(workspace.datasets).datasets.find((candidate) => candidate.label === label);
  const path = dataset && findColumnPath(dataset.columns, column);
  if (dataset === undefined || path === undefined) {
    throw new StillhouseError('input-invalid', 'Choose the dataset and the column that name the people.');
  }
  const found = await withReader(engine, (reader) =>
    queryRows(reader, identitiesOfSql(relation(dataset.relation), path.sql)),
  );
  return {
    identities: readIdentities(found.map((row) => text(row.value))),
    columns: { [label]: [path.label], ...columns },
  };
}
