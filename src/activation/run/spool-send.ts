import { queryRows } from '../../catalog/store/execute.ts';
import type { CancelSignal } from '../../core/cancel.ts';
import { StillhouseError } from '../../core/error.ts';
import type { Session } from '../../engine/engine.ts';
import { counted, textOf } from '../../modules/words.ts';
import { platformById } from '../platforms/index.ts';
import { fileRows } from '../prepare/file-rows.ts';
import { rowDigestSql } from '../prepare/row-digest.ts';
import { sendDraft } from '../prepare/send-draft.ts';
import type { SendSettings } from '../prepare/send-settings.ts';
import { forgetSend, keepSend } from '../prepare/sent-members.ts';
import type { SendDocument } from '../sends/send-document.ts';
import { type CheckedSend, outcomesTable } from './checked-send.ts';
import { identityKey } from './identity-key.ts';
import type { SendWorkshop } from './send-workshop.ts';
import { writeSendFile } from './write-file.ts';

/**
 * Writes the files into the outbox, keeps whom they reach, and seals them; nothing stays of it when that fails. Kept before
 * it is sealed, no send can leave without its people being counted.
 */
export async function spoolSend(
  workshop: SendWorkshop,
  checked: CheckedSend,
  signal: CancelSignal,
  onRows: (rows: number) => void,
): Promise<SendDocument> {
  const { session, giveBack } = await workshop.space.borrow();
  try {
    return await spool(workshop, session, checked, signal, onRows);
  } finally {
    giveBack();
  }
}

async function spool(
  workshop: SendWorkshop,
  session: Session,
  checked: CheckedSend,
  signal: CancelSignal,
  onRows: (rows: number) => void,
): Promise<SendDocument> {
  const { host, workspace } = workshop;
  const { plan, dry, destination, snapshot } = checked;
  const { settings } = plan;
  const outcomes = outcomesTable(checked);
  const key = await identityKey(workshop);
  const [row] = await queryRows(session, rowDigestSql(settings, outcomes), signal);
  const draft = sendDraft({ plan, dry, destination, snapshot, digest: textOf(row?.digest) });
  const { id } = await host.call('sends.begin', { draft });
  const kept = { id, destination, at: workshop.now(), rows: dry.sent, snapshot, settings };
  let written = 0;
  const count = (rows: number) => {
    onRows((written += rows));
  };
  try {
    const files = await fileRows(session, settings, outcomes, dry.files, signal);
    for (const [file, { name, rows, rowCount }] of files.entries()) {
      const request = { session, settings, send: id, file, rows, rowCount, signal, onRows: count };
      checkFileSize(settings, name, await writeSendFile(workshop, request));
    }
    await workspace.publish([], {
      source: settings.title,
      signal,
      alongside: (writer) => keepSend(writer, kept, outcomes, key),
    });
    await workshop.save?.();
    return await host.call('sends.seal', { id });
  } catch (error) {
    await host.call('sends.discard', { id }).catch(() => undefined); // the first error counts
    await workspace.publish([], { source: settings.title, alongside: (writer) => forgetSend(writer, id) });
    throw error;
  }
}

/** Only the written file tells its size: one that the platform would turn away is not sealed. */
function checkFileSize({ platform, file }: SendSettings, name: string, bytes: number): void {
  const { fileBytes, title } = platformById(platform);
  if (fileBytes === undefined || bytes <= fileBytes) return;
  const size = (value: number) => counted(Math.round(value / 1e6), 'MB', 'MB');
  throw new StillhouseError(
    'send-invalid',
    `“${name}” has ${size(bytes)}; ${title} takes files of ${size(fileBytes)} at most. Nothing left.`,
    { remedy: file.gzip ? 'Split it: set fewer rows a file.' : 'Split it by rows, or compress it with gzip.' },
  );
}
