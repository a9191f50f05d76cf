import { csv, day, isoDay, round, total } from './formats.mjs';
import { createStream } from './random.mjs';

const from = Date.UTC(2025, 0, 1);
const days = 516;
const channels = {
  'paid search': { top: 900, scale: 300, mean: 520 },
  social: { top: 620, scale: 250, mean: 420 },
  email: { top: 340, scale: 40, mean: 80 },
  display: { top: 260, scale: 300, mean: 380 },
};
const promotionLift = 1.25;
const economyLift = { weak: 0.85, normal: 1, strong: 1.1 };
const noise = 45;

/** What each channel cost and returned a day: revenue = top × ln(1 + spend ÷ scale) × promotion × economy + noise. */
export function makeSpend() {
  const stream = createStream('spend');
  const economyOf = (index) => (index < 120 ? 'normal' : index < 230 ? 'weak' : index < 420 ? 'normal' : 'strong');
  const rows = Array.from({ length: days }, (_, index) => {
    const isPromotion = stream.chance(0.12);
    const economy = economyOf(index);
    return Object.entries(channels).map(([channel, { top, scale, mean }]) => {
      const spend = round(mean * (0.3 + 1.4 * stream.random()));
      const lift = (isPromotion ? promotionLift : 1) * economyLift[economy];
      const revenue = round(Math.max(0, top * Math.log(1 + spend / scale) * lift + stream.normal(0, noise)));
      return { date: isoDay(from + index * day), channel, spend, revenue, isPromotion, economy };
    });
  }).flat();
  const by = (of) =>
    Object.fromEntries(
      Object.keys(channels).map((channel) => [
        channel,
        of(
          rows.filter((row) => row.channel === channel),
          channels[channel],
        ),
      ]),
    );
  return {
    files: {
      'marketing_spend.csv': csv(
        ['date', 'channel', 'spend', 'revenue', 'promotion', 'economy'],
        rows.map(({ date, channel, spend, revenue, isPromotion, economy }) => [
          date,
          channel,
          spend.toFixed(2),
          revenue.toFixed(2),
          isPromotion,
          economy,
        ]),
      ),
    },
    truths: {
      'marketing_spend.csv': {
        rows: rows.length,
        spendByChannel: by((list) => total(list, ({ spend }) => spend)),
        revenueByChannel: by((list) => total(list, ({ revenue }) => revenue)),
        topByChannel: by((_, { top }) => top),
        scaleByChannel: by((_, { scale }) => scale),
        spendWhereOneDollarReturnsOneMore: by((_, { top, scale }) => Math.max(0, top - scale)),
        promotionLift,
        economyLift,
        noiseDeviation: noise,
      },
    },
  };
}
