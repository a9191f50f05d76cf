import { counted, readable } from '../../modules/words.ts';

/** Whether the number of rows is plausible, in words. */
export interface SizeVerdict {
  readonly stop: boolean;
  readonly words: string;
}

/**
 * Compares what would leave with what left before: stops on nothing at all, and on a change by more than `limit` per cent of
 * the rows before. `limit` null looks at emptiness only; `before` is undefined for the first send.
 */
export function checkSize(now: number, before: number | undefined, limit: number | null): SizeVerdict {
  if (now === 0) return { stop: true, words: 'No row would leave.' };
  const rows = counted(now, 'row');
  if (before === undefined) return { stop: false, words: `${rows} would leave. This is the first send of its kind.` };
  if (before === now) return { stop: false, words: `${rows} would leave, as many as the last time.` };
  const change = before === 0 ? Number.POSITIVE_INFINITY : (100 * Math.abs(now - before)) / before;
  const way = now > before ? 'more' : 'fewer';
  const share = before === 0 ? '' : ` (${readable(change)} % ${way})`;
  const words = `${rows} would leave, ${counted(Math.abs(now - before), 'row')} ${way} than the ${counted(before, 'row')} of the last time${share}`;
  if (limit === null || change <= limit) return { stop: false, words: `${words}.` };
  return { stop: true, words: `${words}: beyond the limit of ${readable(limit)} %.` };
}
