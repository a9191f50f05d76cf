import { day, minute } from '../formats.mjs';
import { browserId, visitorCount } from './visitors.mjs';
import { span } from './visits.mjs';

const metronomes = 5;
const bursters = 3;

/** The bots, whose identities follow those of the visitors. */
export const botIds = Array.from({ length: metronomes + bursters }, (_, index) => browserId(visitorCount + index));

/**
 * Sessions of bots, page after page of the catalogue. Five come on five days each with 200 views exactly 30 seconds
 * apart; three come on two days each, four times a day, with 90 views 0.6 seconds apart.
 */
export function planBotSessions({ between, sample }) {
  const dayOf = (index) => span.from + index * day;
  const days = Array.from({ length: 88 }, (_, index) => index);
  const session = (bot, start, count, step) => ({
    bot,
    times: Array.from({ length: count }, (_, index) => start + index * step),
  });
  return botIds.flatMap((bot, index) =>
    index < metronomes
      ? sample(days, 5).map((chosen) => session(bot, dayOf(chosen) + between(0, 20 * 60) * minute, 200, 30_000))
      : sample(days, 2).flatMap((chosen) =>
          [1, 7, 13, 19].map((hour) => session(bot, dayOf(chosen) + hour * 60 * minute, 90, 600)),
        ),
  );
}
