import { countRows } from '../../catalog/store/execute.ts';
import type { CancelSignal } from '../../core/cancel.ts';
import { StillhouseError } from '../../core/error.ts';
import { relation, type Sql, sql } from '../../core/sql.ts';
import { scratchDatabase, type Session } from '../../engine/engine.ts';
import { storeRules } from '../naming.ts';
import { planFiles } from '../prepare/file-plan.ts';
import { planRemoval, type Removal } from '../prepare/removal.ts';
import { removalDraft } from '../prepare/send-draft.ts';
import type { KeptSend } from '../prepare/sent-members.ts';
import type { SendDocument } from '../sends/send-document.ts';
import { deliverSend } from './deliver-send.ts';
import type { SendWorkshop } from './send-workshop.ts';
import { writeSendFile } from './write-file.ts';

/** Sends the file that takes the people of a past send out again. Gives its receipt. */
export async function undoSend(workshop: SendWorkshop, kept: KeptSend, signal: CancelSignal): Promise<SendDocument> {
  const removal = planRemoval(kept);
  const { session, giveBack } = await workshop.space.borrow();
  const table = relation([scratchDatabase, 'main', workshop.space.nextTable()]);
  try {
    await session.exec(sql`CREATE TABLE ${table} AS\n${removal.rows}`.text, { signal });
    const rows = await countRows(session, table, signal);
    if (rows === 0) {
      throw new StillhouseError('input-invalid', 'Whom this send reached was forgotten, so it cannot be undone.', {
        remedy: 'Take the people out at the receiver.',
      });
    }
    const id = await spoolRemoval(workshop, session, { kept, removal, rows, table }, signal);
    return await deliverSend(workshop, id, signal);
  } finally {
    await session.exec(sql`DROP TABLE IF EXISTS ${table}`.text);
    giveBack();
  }
}

interface RemovalRows {
  readonly kept: KeptSend;
  readonly removal: Removal;
  readonly rows: number;
  readonly table: Sql;
}

async function spoolRemoval(
  workshop: SendWorkshop,
  session: Session,
  { kept, removal, rows, table }: RemovalRows,
  signal: CancelSignal,
): Promise<string> {
  const { host } = workshop;
  const { settings } = kept;
  const file = { ...settings.file, name: `removal-${kept.id}`, rowsPerFile: null };
  const facts = { title: settings.title, dataset: settings.dataset, now: workshop.now(), mark: kept.id };
  const files = planFiles(rows, file, facts, storeRules);
  const { id } = await host.call('sends.begin', { draft: removalDraft(removal, kept, files) });
  try {
    for (const index of files.keys()) {
      await writeSendFile(workshop, {
        ...{ session, settings: { file, fields: [] }, send: id, file: index, signal },
        rows: sql`FROM ${table}`,
        rowCount: rows,
        onRows: () => undefined,
      });
    }
    await host.call('sends.seal', { id });
    return id;
  } catch (error) {
    await host.call('sends.discard', { id }).catch(() => undefined); // the first error counts
    throw error;
  }
}
