import type { CancelSignal } from '../../core/cancel.ts';
import type { SendDocument } from '../sends/send-document.ts';
import { checkFresh } from './check-send.ts';
import { type CheckedSend, dropChecked } from './checked-send.ts';
import { forgetIfNothingLeft } from './forget-send.ts';
import type { SendWorkshop } from './send-workshop.ts';
import { spoolSend } from './spool-send.ts';

/** Hears how far a send is. */
export interface SendListener {
  /** Rows written into files so far. */
  onRows(rows: number): void;
  /** The files are fixed, and the delivery begins. */
  onSealed(send: SendDocument): void;
}

/** Writes, seals and delivers what was checked, and drops the check. Gives the receipt, whatever became of the delivery. */
export async function deliverChecked(
  workshop: SendWorkshop,
  checked: CheckedSend,
  signal: CancelSignal,
  listener: SendListener,
): Promise<SendDocument> {
  checkFresh(workshop, checked);
  const sealed = await spoolSend(workshop, checked, signal, (rows) => {
    listener.onRows(rows);
  });
  listener.onSealed(sealed);
  const document = await deliverSend(workshop, sealed.id, signal);
  await forgetIfNothingLeft(workshop, document);
  await dropChecked(workshop, checked);
  return document;
}

/** Delivers a sealed send; a cancel takes back what is half-sent. */
export async function deliverSend(
  { host }: Pick<SendWorkshop, 'host'>,
  id: string,
  signal: CancelSignal,
  repeatUnknown = false,
): Promise<SendDocument> {
  const stopListening = signal.onCancel(() => {
    host.call('sends.cancel', { id }).catch(() => undefined); // it was over already: `deliver` answers
  });
  return host.call('sends.deliver', { id, repeatUnknown }).finally(stopListening);
}
