import type { NumberLocale } from '../../src/charts/number-format.ts';

/** The separators of the user's own locale. */
export const numberLocale: NumberLocale = readLocale();

function readLocale(): NumberLocale {
  const parts = new Intl.NumberFormat(undefined, { useGrouping: true }).formatToParts(-1_234_567.8);
  const part = (type: Intl.NumberFormatPartTypes, otherwise: string) =>
    parts.find((candidate) => candidate.type === type)?.value ?? otherwise;
  return { group: part('group', ','), decimal: part('decimal', '.') };
}
