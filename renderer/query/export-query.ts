import { createCancelSource } from '../../src/core/cancel.ts';
import { toStillhouseError } from '../../src/core/error.ts';
import type { Sql } from '../../src/core/sql.ts';
import { openResult } from '../../src/results/result-set.ts';
import type { Services } from '../app/services.ts';
import { exportChoices } from '../export/export-choices.ts';
import { exportResult } from '../export/export-result.ts';
import { exportFileName } from '../export/file-name.ts';
import { openSaveSink, type SaveSink } from '../export/save-sink.ts';
import { startWork } from '../project/project-store.ts';

/** Saves all rows of a query as CSV where the user wants them; progress and failures are told. Never rejects. */
export async function exportQuery(services: Services, query: Sql, title: string): Promise<void> {
  const { host, messages } = services;
  const fileName = exportFileName(title, 'csv');
  try {
    const sink = await openSaveSink(host, fileName);
    if (sink === undefined) return;
    const rows = await saveRows(services, query, fileName, sink);
    messages.say(`Saved ${rows.toLocaleString()} ${rows === 1 ? 'row' : 'rows'} ${sink.where}.`);
  } catch (error) {
    messages.fail(toStillhouseError(error));
  }
}

async function saveRows({ project }: Services, query: Sql, fileName: string, sink: SaveSink): Promise<number> {
  const { signal, cancel } = createCancelSource();
  const work = startWork(`Exporting ${fileName}`, cancel);
  try {
    const { engine, space } = await project.whenLive();
    const { session, giveBack } = await space.borrow();
    const result = await openResult(space, session.query(query.text, { signal }));
    try {
      const { rowCount, phase, error } = await result.settled;
      if (error !== undefined && phase === 'failed') throw error;
      await exportResult({
        result,
        engine,
        format: 'csv',
        options: exportChoices.getState().options,
        columns: result.columns.map((_, index) => index),
        sheetName: '',
        sink,
        signal,
        onProgress: ({ fraction }) => {
          work.progress(fraction);
        },
      });
      return rowCount;
    } finally {
      await result.close();
      giveBack();
    }
  } catch (error) {
    await sink.abort();
    throw error;
  } finally {
    work.end();
  }
}
