import type { Held } from '../../src/privacy/erase/holder.ts';
import type { KeptErasure } from '../../src/privacy/erase/run-erasure.ts';
import { counted } from '../../src/modules/words.ts';
import type { Terminal } from './terminal.ts';

/** What an erasure would do. */
export async function printPreview(
  held: readonly Held[],
  identities: number,
  format: 'text' | 'json',
  terminal: Terminal,
): Promise<void> {
  if (format === 'json') {
    await terminal.print(`${JSON.stringify({ identities, held }, null, 2)}\n`);
    return;
  }
  const end = 'Nothing was changed. What is deleted or redacted cannot be brought back, by no snapshot either.';
  const title = held.length === 0 ? 'is found nowhere' : 'is found in';
  await terminal.print(`${counted(identities, 'identity', 'identities')} ${title}\n${lines(held)}${end}\n`);
}

/** What an erasure did, and what is left to do. */
export async function printErasure(
  { report, file, unfinished }: KeptErasure,
  format: 'text' | 'json',
  terminal: Terminal,
): Promise<void> {
  if (format === 'json') {
    await terminal.print(`${JSON.stringify(report, null, 2)}\n`);
    return;
  }
  const { erased, remaining, limits } = report;
  if (unfinished !== undefined) {
    terminal.tell(
      `An erasure begun at ${unfinished.startedAt} did not end, and ${counted(unfinished.identities, 'identity', 'identities')} of it were not given now: erase those as well.`,
    );
  }
  await terminal.print(
    [
      `Erased:\n${erased.length === 0 ? '  nothing was found\n' : lines(erased)}`,
      'The database file was rewritten, and searched for what was erased.\n',
      remaining.length === 0 ? '' : `Still to be decided:\n${lines(remaining)}`,
      ...limits.map((limit) => `note: ${limit}\n`),
      `The report is kept in ${file}. It names nobody.\n`,
    ].join(''),
  );
}

function lines(held: readonly Held[]): string {
  return held
    .map(({ place, count, unit, action, words }) => `  ${action}  ${place}: ${counted(count, unit)}. ${words}\n`)
    .join('');
}
