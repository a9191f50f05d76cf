import { parseArgs } from 'node:util';
import { readKeptSends } from '../../src/activation/prepare/sent-members.ts';
import { deliverSend } from '../../src/activation/run/deliver-send.ts';
import type { SendWorkshop } from '../../src/activation/run/send-workshop.ts';
import { undoSend } from '../../src/activation/run/undo-send.ts';
import type { SendDocument } from '../../src/activation/sends/send-document.ts';
import type { CancelSignal } from '../../src/core/cancel.ts';
import { StillhouseError } from '../../src/core/error.ts';
import { openSending } from './open-sending.ts';
import { checkArrived } from './send-command.ts';
import { receiptText, sendLine } from './send-words.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage.ts';

/** `stillhouse sends --project DIR [list | receipt ID | resume ID | undo ID]`: past sends, and what can still be done. */
export async function runSends(args: readonly string[], terminal: Terminal, signal: CancelSignal): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      project: { type: 'string' },
      'repeat-unknown': { type: 'boolean', default: false },
      secret: { type: 'string', multiple: true, default: [] },
      preferences: { type: 'string' },
      format: { type: 'string', default: 'text' },
    },
  });
  const { project, preferences, secret, format } = values;
  const [action = 'list', id, ...more] = positionals;
  if (project === undefined) throw new UsageError('sends needs --project DIR.');
  if (format !== 'text' && format !== 'json') throw new UsageError('--format of sends is text or json.');
  if (!['list', 'receipt', 'resume', 'undo'].includes(action) || more.length > 0) {
    throw new UsageError('sends takes list, receipt ID, resume ID or undo ID.');
  }
  if ((id === undefined) !== (action === 'list')) throw new UsageError(`sends ${action} takes the id of one send.`);
  const print = (send: SendDocument) =>
    terminal.print(format === 'json' ? `${JSON.stringify(send, null, 2)}\n` : receiptText(send));
  const sending = await openSending({ project, preferences, secrets: secret });
  try {
    const { workshop } = sending;
    const sends = await workshop.host.call('sends.list');
    if (id === undefined) {
      await terminal.print(format === 'json' ? `${JSON.stringify(sends, null, 2)}\n` : sends.map(sendLine).join(''));
      return;
    }
    const send = sends.find((one) => one.id === id);
    if (send === undefined) throw new StillhouseError('send-invalid', `There is no send ${id} in this project.`);
    if (action === 'receipt') {
      await print(send);
      return;
    }
    const done =
      action === 'undo'
        ? await undo(workshop, send, signal)
        : await deliverSend(workshop, id, signal, values['repeat-unknown']);
    await print(done);
    checkArrived(done);
  } finally {
    await sending.close();
  }
}

async function undo(workshop: SendWorkshop, { id, state }: SendDocument, signal: CancelSignal): Promise<SendDocument> {
  if (state !== 'sent') throw new StillhouseError('send-invalid', `The send ${id} was not sent whole: it is ${state}.`);
  const { session, giveBack } = await workshop.space.borrow();
  const kept = (await readKeptSends(session).finally(giveBack)).find((one) => one.id === id);
  if (kept !== undefined) return undoSend(workshop, kept, signal);
  throw new StillhouseError('send-invalid', `Whom the send ${id} reached is not kept in this project.`);
}
