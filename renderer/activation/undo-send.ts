import { storeRules } from '../../src/activation/naming.ts';
import { planFiles } from '../../src/activation/prepare/file-plan.ts';
import { planRemoval, type Removal } from '../../src/activation/prepare/removal.ts';
import { removalDraft } from '../../src/activation/prepare/send-draft.ts';
import type { KeptSend } from '../../src/activation/prepare/sent-members.ts';
import type { SendDocument } from '../../src/activation/sends/send-document.ts';
import { createCancelSource } from '../../src/core/cancel.ts';
import { relation, sql } from '../../src/core/sql.ts';
import { scratchDatabase, type Session } from '../../src/engine/engine.ts';
import { countRows } from '../../src/catalog/store/execute.ts';
import type { Host } from '../../src/host/host.ts';
import type { LiveProject } from '../project/project-controller.ts';
import { startWork } from '../project/project-store.ts';
import { refreshActivation } from './activation-store.ts';
import { writeSendFile } from './write-files.ts';

/** Sends the file that takes the people of a past send out again. Gives its receipt. */
export async function undoSend(host: Host, live: LiveProject, kept: KeptSend): Promise<SendDocument> {
  const removal = planRemoval(kept);
  const { cancel, signal } = createCancelSource();
  const work = startWork(`Removal: ${kept.settings.title}`, cancel);
  const { session, giveBack } = await live.space.borrow();
  const table = relation([scratchDatabase, 'main', live.space.nextTable()]);
  try {
    await session.exec(sql`CREATE TABLE ${table} AS\n${removal.rows}`.text, { signal });
    const rows = await countRows(session, table, signal);
    const id = await spoolRemoval(host, session, { kept, removal, rows, table: sql`FROM ${table}` }, signal);
    const document = await host.call('sends.deliver', { id });
    await refreshActivation(host, live);
    return document;
  } finally {
    await session.exec(sql`DROP TABLE IF EXISTS ${table}`.text);
    giveBack();
    work.end();
  }
}

interface RemovalRows {
  readonly kept: KeptSend;
  readonly removal: Removal;
  readonly rows: number;
  readonly table: ReturnType<typeof sql>;
}

async function spoolRemoval(
  host: Host,
  session: Session,
  { kept, removal, rows, table }: RemovalRows,
  signal: Parameters<typeof writeSendFile>[0]['signal'],
): Promise<string> {
  const { settings } = kept;
  const file = { ...settings.file, name: `removal-${kept.id}`, rowsPerFile: null };
  const facts = { title: settings.title, dataset: settings.dataset, now: new Date(), mark: kept.id };
  const files = planFiles(rows, file, facts, storeRules);
  const { id } = await host.call('sends.begin', { draft: removalDraft(removal, kept, files) });
  try {
    for (const index of files.keys()) {
      const onRows = () => undefined;
      await writeSendFile({
        host,
        session,
        settings: { file, fields: [] },
        send: id,
        file: index,
        rows: table,
        signal,
        onRows,
      });
    }
    await host.call('sends.seal', { id });
    return id;
  } catch (error) {
    await host.call('sends.discard', { id }).catch(() => undefined); // the first error counts
    throw error;
  }
}
