import { leavingRowsSql } from '../../src/activation/prepare/plan-send.ts';
import { sendDraft } from '../../src/activation/prepare/send-draft.ts';
import { forgetSend, keepSend } from '../../src/activation/prepare/sent-members.ts';
import type { SendDocument } from '../../src/activation/sends/send-document.ts';
import type { CancelSignal } from '../../src/core/cancel.ts';
import { literal, sql } from '../../src/core/sql.ts';
import type { Host } from '../../src/host/host.ts';
import type { LiveProject } from '../project/project-controller.ts';
import { type CheckedSend, outcomesTable } from './send-run-state.ts';
import { writeSendFile } from './write-files.ts';

/**
 * Writes the files into the outbox, keeps whom they reach, and seals them; nothing stays of it when that fails. Kept before
 * it is sealed, no send can leave without its people being counted.
 */
export async function spoolSend(
  host: Host,
  { space, workspace }: LiveProject,
  checked: CheckedSend,
  signal: CancelSignal,
  onRows: (rows: number) => void,
): Promise<SendDocument> {
  const { plan, dry, destination, snapshot } = checked;
  const { settings } = plan;
  const outcomes = outcomesTable(checked);
  const { id } = await host.call('sends.begin', { draft: sendDraft(plan, dry, destination, snapshot) });
  const kept = { id, destination, at: new Date(), rows: dry.sent, snapshot, settings };
  const { session, giveBack } = await space.borrow();
  let written = 0;
  const count = (rows: number) => {
    onRows((written += rows));
  };
  try {
    for (const [file, { firstRow, rows }] of dry.files.entries()) {
      const range = sql`${leavingRowsSql(settings, outcomes)}\nLIMIT ${literal(rows)} OFFSET ${literal(firstRow)}`;
      await writeSendFile({ host, session, settings, send: id, file, rows: range, signal, onRows: count });
    }
    await workspace.publish([], {
      source: settings.title,
      signal,
      alongside: (writer) => keepSend(writer, kept, outcomes),
    });
    return await host.call('sends.seal', { id });
  } catch (error) {
    await host.call('sends.discard', { id }).catch(() => undefined); // the first error counts
    await workspace.publish([], { source: settings.title, alongside: (writer) => forgetSend(writer, id) });
    throw error;
  } finally {
    giveBack();
  }
}
