/** Milliseconds of a day. */
export const day = 86_400_000;

/** Milliseconds of a minute. */
export const minute = 60_000;

/** `2026-05-31` of milliseconds, in UTC. */
export const isoDay = (ms) => new Date(ms).toISOString().slice(0, 10);

/** `2026-05-31 12:30:00` of milliseconds, in UTC. */
export const isoSecond = (ms) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');

/** A number rounded to some decimals. */
export const round = (value, decimals = 2) => Number(value.toFixed(decimals));

const csvField = (value) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : String(value));

/** A CSV text; null and undefined come out as empty fields. */
export const csv = (header, rows) =>
  [header, ...rows].map((row) => row.map((value) => csvField(value ?? '')).join(',')).join('\n') + '\n';

/** One JSON text a line. */
export const ndjson = (records) => records.map((record) => JSON.stringify(record)).join('\n') + '\n';

/** How often each value of `keyOf` occurs, the values in the order of the alphabet. */
export function tally(items, keyOf, amountOf = () => 1) {
  const sums = new Map();
  for (const item of items) sums.set(String(keyOf(item)), (sums.get(String(keyOf(item))) ?? 0) + amountOf(item));
  return Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, sum]) => [key, round(sum)]));
}

/** The sum of an amount over items, to the cent. */
export const total = (items, amountOf) => round(items.reduce((sum, item) => sum + amountOf(item), 0));
