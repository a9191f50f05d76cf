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
  const files = `${grouped(arrived)} of ${counted(send.files.length, 'file')}`;
  const rows = counted(send.rows, 'row');
  const one = send.rows === 1;
  switch (send.state) {
    case 'preparing':
      return 'The files are being written; nothing has left.';
    case 'ready':
      return `Ready: ${rows} ${one ? 'waits' : 'wait'} to go to ${send.to.words}.`;
    case 'sending':
      return `Sending: ${files} arrived at ${send.to.words}.`;
    case 'sent':
      return `Sent: ${rows} ${one ? 'is' : 'are'} at ${send.to.words}.`;
    case 'failed':
      return `Stopped: ${files} arrived at ${send.to.words}; it can be resumed.`;
    case 'unknown':
      return `Unknown: ${send.to.words} did not answer whether it took the last request; you decide whether to repeat it.`;
    case 'cancelled':
      return `Cancelled: ${files} had arrived at ${send.to.words}.`;
  }
}

function counted(count: number, noun: string): string {
  return `${grouped(count)} ${count === 1 ? noun : `${noun}s`}`;
}

/** A whole number with separators: `1,234,567`. */
function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
