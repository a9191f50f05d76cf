import type { SendDocument, SendState } from './send-document.ts';

/** True for states in which `sends.deliver` begins or goes on. */
export function canDeliver(state: SendState): boolean {
  return state === 'ready' || state === 'sending' || state === 'failed' || state === 'unknown';
}

/** True while there is still something to call off. */
export function canCancel(state: SendState): boolean {
  return canDeliver(state);
}

/** True when nothing of a send can have left this machine, so that it may vanish without a receipt. */
export function canDiscard(send: Pick<SendDocument, 'state' | 'attempts'>): boolean {
  return send.attempts === 0 && send.state !== 'sending';
}

/** A send in one sentence for lists and logs. */
export function sendStateWords(send: Pick<SendDocument, 'state' | 'files' | 'rows' | 'to'>): string {
  const arrived = send.files.filter(({ remote }) => remote !== null).length;
  const files = `${arrived} of ${send.files.length} ${send.files.length === 1 ? 'file' : 'files'}`;
  switch (send.state) {
    case 'preparing':
      return 'The files are being written; nothing has left.';
    case 'ready':
      return `Ready: ${send.rows} rows wait to go to ${send.to.words}.`;
    case 'sending':
      return `Sending: ${files} arrived at ${send.to.words}.`;
    case 'sent':
      return `Sent: ${send.rows} rows are at ${send.to.words}.`;
    case 'failed':
      return `Stopped: ${files} arrived at ${send.to.words}; it can be resumed.`;
    case 'unknown':
      return `Unknown: ${send.to.words} did not answer whether it took the last request; you decide whether to repeat it.`;
    case 'cancelled':
      return `Cancelled: ${files} had arrived at ${send.to.words}.`;
  }
}
