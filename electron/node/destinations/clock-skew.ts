import { StillhouseError } from '../../../src/core/error.ts';

/** Services refuse signatures of clocks that are further off, in milliseconds. */
const tolerated = 10 * 60_000;

/** The error of a wrong clock, when the server's `Date` header is far from ours; `undefined` when it is not that. */
export function clockError(serverDate: string | undefined, now: Date, where: string): StillhouseError | undefined {
  const server = Date.parse(serverDate ?? '');
  const difference = now.getTime() - server;
  if (Number.isNaN(server) || Math.abs(difference) < tolerated) return undefined;
  const minutes = Math.round(Math.abs(difference) / 60_000);
  const way = difference > 0 ? 'ahead of' : 'behind';
  return new StillhouseError(
    'destination-clock',
    `The clock of this computer is ${minutes} minutes ${way} the clock of ${where}, which therefore refuses its signature.`,
    { remedy: 'Set the date and time of this computer, then try again.' },
  );
}
