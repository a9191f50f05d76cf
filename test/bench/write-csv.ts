import { openNodeEngine } from '../../electron/node/engine.ts';
import { encodeHere, gzip } from '../../electron/node/encode-rows.ts';
import { localHost } from '../../electron/node/host/local-host.ts';
import { createOutbox } from '../../electron/node/sends/outbox.ts';
import { fileRows } from '../../src/activation/prepare/file-rows.ts';
import { leavingRowsSql } from '../../src/activation/prepare/plan-send.ts';
import { type SendSettings, sendSettingsSchema } from '../../src/activation/prepare/send-settings.ts';
import { writeSendFile } from '../../src/activation/run/write-file.ts';
import { createCancelSource } from '../../src/core/cancel.ts';
import type { Engine, Session } from '../../src/engine/engine.ts';
import { benchDraft } from './bench-draft.ts';
import type { CsvTask } from './sender-task.ts';

const outcomes = ['scratch', 'main', 'outcomes'] as const;
const columns = ['id', 'mail', 'phone', 'city', 'born', 'revenue'];

/** Writes checked people as CSV, once to warm up and once to be measured: milliseconds. */
export async function writeCsv({ way, rows, folder }: CsvTask): Promise<number> {
  const engine = await openNodeEngine({});
  const session = await engine.openSession();
  await session.exec(peopleSql(rows));
  const settings = sendSettingsSchema.parse({
    ...{ title: 'Bench', dataset: 'people', kind: 'dataset' },
    fields: columns.map((header) => ({ path: header, header })),
  });
  const write =
    way === 'csv' ? await intoOutbox(engine, session, settings, rows, folder) : byCopy(engine, session, settings);
  await write(0);
  const started = performance.now();
  await write(1);
  const ms = performance.now() - started;
  await engine.close();
  return ms;
}

function peopleSql(rows: number): string {
  return `CREATE TABLE ${outcomes.join('.')} AS
SELECT range + 1 AS candidate, 'sent' AS outcome, format('{:08d}', range) AS field_1, 'person.' || range || '@example.com' AS field_2,
  '+49170' || (1000000 + range) AS field_3, ['Berlin', 'Wien', 'Zürich', 'Paris, "Nord"'][1 + range % 4] AS field_4,
  DATE '1950-01-01' + (range % 20000)::INTEGER AS field_5, (range % 100000)::DECIMAL(12, 2) / 7 AS field_6
FROM range(${rows})`;
}

async function intoOutbox(
  engine: Engine,
  session: Session,
  settings: SendSettings,
  rowCount: number,
  folder: string,
): Promise<(file: number) => Promise<unknown>> {
  const outbox = createOutbox(folder);
  const destination = { kind: 'folder', id: 'out', name: 'Out', folder, overwrite: false, manifest: false } as const;
  const draft = {
    ...benchDraft('out', 'a.csv'),
    rows: 2,
    files: ['a.csv', 'b.csv'].map((name) => ({ name, rows: 1 })),
  };
  const send = await outbox.begin(draft, destination, new Date());
  const host = localHost({ 'sends.writeFile': ({ id, file, bytes }) => outbox.writeFile(id, file, bytes) });
  const { signal } = createCancelSource();
  const planned = [{ name: 'a.csv', firstRow: 0, rows: rowCount }];
  const shared = { session, settings, send, signal, onRows: () => undefined };
  return async (file) => {
    for (const { rows } of await fileRows(session, settings, outcomes, planned, signal)) {
      await writeSendFile({ host, engine, gzip, encode: encodeHere }, { ...shared, file, rows, rowCount });
    }
  };
}

function byCopy(engine: Engine, session: Session, settings: SendSettings): () => Promise<void> {
  return async () => {
    const output = await engine.createOutput();
    await session.exec(`COPY (${leavingRowsSql(settings, outcomes).text}) TO '${output.path}' (FORMAT csv)`);
    await output.discard();
  };
}
