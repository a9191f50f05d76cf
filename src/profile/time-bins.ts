import { civilFromDays, dateText, timestampText, timeText } from '../engine/temporal.ts';
import type { BinLimits } from './number-bins.ts';

const second = 1_000_000n;
const minute = 60n * second;
const hour = 60n * minute;
const day = 24n * hour;

/** Steps of fixed length in microseconds, up to weeks that start on Mondays. */
const fixedSteps: readonly bigint[] = [
  ...[1n, 10n, 100n, 1000n, 10_000n, 100_000n].flatMap((power) => [power, 2n * power, 5n * power]),
  ...[1n, 2n, 5n, 10n, 15n, 30n].map((count) => count * second),
  ...[1n, 2n, 5n, 10n, 15n, 30n].map((count) => count * minute),
  ...[1n, 2n, 3n, 6n, 12n].map((count) => count * hour),
  day,
  7n * day,
];
const monthSteps: readonly number[] = [1, 3, 12, 60, 120, 240, 600, 1200, 12_000, 120_000, 1_200_000];

const maxBins = 40;

/** Monday, 1969-12-29: weeks are counted from a Monday. */
const firstMonday = -3;

/** Bins of whole seconds, hours, days, weeks, months or years. Limits are microseconds since the epoch. */
export function timestampBins(low: bigint, high: bigint): BinLimits[] {
  return labelled(timeEdges(low, high), high, (edge) => timestampText(edge, 'us', false));
}

/** Bins of whole days, weeks, months or years. Limits are days since the epoch. */
export function dateBins(low: number, high: number): BinLimits[] {
  const edges = timeEdges(BigInt(low) * day, BigInt(high) * day, day).map((edge) => floorDivide(edge, day));
  return labelled(edges, BigInt(high), (edge) => dateText(Number(edge)));
}

/** Bins of whole seconds, minutes or hours. Limits are microseconds since midnight. */
export function timeOfDayBins(low: bigint, high: bigint): BinLimits[] {
  return labelled(timeEdges(low, high), high, timeText);
}

function labelled(edges: readonly bigint[], highest: bigint, text: (edge: bigint) => string): BinLimits[] {
  return edges.slice(1).map((edge, index) => ({
    low: text(edges[index] ?? edge),
    high: text(edge),
    last: text(edge > highest ? highest : edge - 1n),
  }));
}

function timeEdges(low: bigint, high: bigint, shortest = 1n): bigint[] {
  const fixed = fixedSteps.find((step) => step >= shortest && (high - low) / step < BigInt(maxBins - 1));
  return fixed === undefined ? monthEdges(low, high) : fixedEdges(low, high, fixed);
}

function fixedEdges(low: bigint, high: bigint, step: bigint): bigint[] {
  const origin = step > day ? BigInt(firstMonday) * day : 0n;
  const edges = [floorDivide(low - origin, step) * step + origin];
  while ((edges.at(-1) ?? high) <= high) edges.push((edges.at(-1) ?? high) + step);
  return edges;
}

function monthEdges(low: bigint, high: bigint): bigint[] {
  const months = (value: bigint) => {
    const { year, month } = civilFromDays(Number(floorDivide(value, day)));
    return year * 12 + month - 1;
  };
  const [first, last] = [months(low), months(high)];
  const step = monthSteps.find((count) => (last - first) / count < maxBins - 1) ?? 12_000_000;
  const start = Math.floor(first / step) * step;
  const count = Math.floor(last / step) - Math.floor(first / step) + 2;
  return Array.from({ length: count }, (_, index) => BigInt(dayOfMonth(start + index * step)) * day);
}

/** Days since 1970-01-01 of the first day of a month, counted from January of year 0 (Howard Hinnant's `days_from_civil`). */
function dayOfMonth(month: number): number {
  const fromMarch = month - 2;
  const year = Math.floor(fromMarch / 12);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (fromMarch - year * 12) + 2) / 5);
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value % by < 0n ? quotient - 1n : quotient;
}
