import { doubleText } from '../engine/scalar-text.ts';
import { decimalText } from '../engine/value.ts';

/** The limits of one bin before anything is counted. `last` is the largest value that can lie in it. */
export interface BinLimits {
  readonly low: string;
  readonly high: string;
  readonly last: string;
}

/** Aimed number of bins; nice limits give about this many and never more than twice. */
const targetBins = 20;

/** Bins with nice limits for integers, or for decimals as integers of 10^-scale. */
export function integerBins(low: bigint, high: bigint, scale: number): BinLimits[] {
  const width = niceInteger((high - low) / BigInt(targetBins) + 1n);
  const bins: BinLimits[] = [];
  const text = (value: bigint) => decimalText(value, scale);
  for (let start = floorDivide(low, width) * width; start <= high; start += width) {
    const end = start + width;
    bins.push({ low: text(start), high: text(end), last: text(end > high ? high : end - 1n) });
  }
  return bins;
}

/** Bins with nice limits for doubles. A range too narrow for the digits of a double gives one bin. */
export function doubleBins(low: number, high: number): BinLimits[] {
  const edges = doubleEdges(low, high, niceDouble(high / targetBins - low / targetBins));
  return edges.slice(1).map((edge, index) => ({
    low: doubleText(edges[index] ?? low),
    high: doubleText(edge),
    last: doubleText(edge >= high && index === edges.length - 2 ? high : nextBelow(edge)),
  }));
}

/** Multiples of the width from at most `low` to above `high`; only both ends where there are no such doubles. */
function doubleEdges(low: number, high: number, width: number): number[] {
  let count = Math.floor(low / width);
  if (multiple(count, width) > low) count--;
  const edges = [multiple(count, width)];
  for (let edge = edges[0] ?? low; edge <= high; edges.push(edge)) {
    const next = multiple(++count, width);
    if (!(next > edge) || !Number.isFinite(next)) return [low, high];
    edge = next;
  }
  return edges.length < 2 ? [low, high] : edges;
}

/** The smallest 1, 2 or 5 times a power of ten that is not below the width. */
function niceInteger(width: bigint): bigint {
  const power = 10n ** BigInt(String(width).length - 1);
  return [power, 2n * power, 5n * power].find((nice) => nice >= width) ?? 10n * power;
}

function niceDouble(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width));
  return [power, 2 * power, 5 * power].find((nice) => nice >= width) ?? 10 * power;
}

/** 3 × 0.1 as 0.3: a multiple without the noise of binary fractions. */
function multiple(count: number, width: number): number {
  return Number((count * width).toPrecision(15));
}

/** The largest double below a finite one, by stepping its bits (IEEE 754). */
function nextBelow(value: number): number {
  if (value === 0) return -Number.MIN_VALUE;
  const bits = new BigInt64Array(1);
  const double = new Float64Array(bits.buffer);
  double[0] = value;
  bits[0] = (bits[0] ?? 0n) + (value > 0 ? -1n : 1n);
  return double[0];
}

function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value % by < 0n ? quotient - 1n : quotient;
}
