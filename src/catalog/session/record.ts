import { executeScript } from '../store/execute.ts';
import { withDataset, withoutDataset } from '../model.ts';
import { insertSnapshot } from '../store/write-rows.ts';
import type { Effect, Writing } from '../capture/writing.ts';

/** What the user's write is called in the history. */
export interface Provenance {
  readonly batch: string;
  /** SQL text or file name. */
  readonly source: string;
  readonly moment: Date;
}

/** Writes the metadata of effects that have happened and brings the transaction's catalog up to date. */
export async function record(writing: Writing, effects: readonly Effect[], by: Provenance): Promise<void> {
  const { store, session, transaction } = writing;
  await executeScript(
    session,
    effects.flatMap(({ change, statements }) => [
      ...statements,
      insertSnapshot(store, change, by.batch, by.source, by.moment),
    ]),
  );
  for (const { change } of effects) {
    const { dataset, snapshot } = change;
    transaction.snapshots.push(snapshot);
    transaction.touched.add(dataset.generation.id);
    transaction.state =
      change.operation === 'drop'
        ? withoutDataset(transaction.state, {
            id: dataset.id,
            schema: dataset.schema,
            name: dataset.name,
            snapshot,
            droppedAt: by.moment,
          })
        : withDataset(transaction.state, { ...dataset, snapshot, writtenAt: by.moment });
  }
}
