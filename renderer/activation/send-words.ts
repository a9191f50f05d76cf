import type { SendState } from '../../src/activation/sends/send-document.ts';

/** A state in one word, with how good it is. */
export const stateLooks: Readonly<
  Record<SendState, { readonly title: string; readonly tone: 'good' | 'warning' | 'bad' | 'plain' }>
> = {
  preparing: { title: 'Preparing', tone: 'plain' },
  ready: { title: 'Ready', tone: 'warning' },
  sending: { title: 'Sending', tone: 'plain' },
  sent: { title: 'Sent', tone: 'good' },
  failed: { title: 'Stopped', tone: 'bad' },
  unknown: { title: 'Unanswered', tone: 'warning' },
  cancelled: { title: 'Cancelled', tone: 'plain' },
};

/** A number of bytes: `812 B`, `4.2 MB`. */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length, Math.floor(Math.log10(bytes) / 3));
  return `${(bytes / 1000 ** power).toFixed(1)} ${units[power - 1] ?? ''}`;
}
