import { StillhouseError } from '../../core/error.ts';
import { listLength, setSize, type Sketch } from './sketch.ts';

const [version, family, bytePerPlace] = [1, 7, 2];
const [compactFlag, emptyFlag, outOfOrderFlag] = [8, 4, 16];
const [listMode, setMode, placesMode] = [0, 1, 2] as const;
const preambleInts = [2, 3, 10] as const;
const placesStart = 40;

/**
 * A sketch as DataSketches' `HllSketch.toUpdatableByteArray` writes one of type HLL_8 (`PreambleUtil`, serial version 1): a
 * list or set of coupons with its free places, or a byte for each place. The same values give the same bytes. Merged places are marked as out of order: whoever reads
 * them estimates from them alone.
 */
export function sketchToBytes(sketch: Sketch): Uint8Array {
  if (!('coupons' in sketch)) return placesToBytes(sketch);
  const count = sketch.coupons.size;
  const coupons = [...sketch.coupons].sort((one, other) => one - other);
  if (count < listLength) {
    const view = begin(listMode, sketch.lgK, 8 + 4 * listLength);
    view.setUint8(4, Math.log2(listLength));
    view.setUint8(5, count === 0 ? emptyFlag : 0);
    view.setUint8(6, count);
    coupons.forEach((coupon, index) => {
      view.setInt32(8 + 4 * index, coupon, true);
    });
    return new Uint8Array(view.buffer);
  }
  const size = setSize(count, sketch.lgK) ?? 0;
  const view = begin(setMode, sketch.lgK, 12 + 4 * 2 ** size);
  view.setUint8(4, size);
  view.setInt32(8, count, true);
  for (const coupon of coupons) view.setInt32(12 + 4 * freePlace(view, coupon, size), coupon, true);
  return new Uint8Array(view.buffer);
}

/** Where a set keeps a coupon: tried at its lowest bits, then on by an odd stride of the bits above (`CouponHashSet.find`). */
function freePlace(view: DataView, coupon: number, size: number): number {
  const mask = 2 ** size - 1;
  const stride = ((coupon & 0x3ffffff) >>> size) | 1;
  let place = coupon & mask;
  while (view.getInt32(12 + 4 * place, true) !== 0) place = (place + stride) & mask;
  return place;
}

function placesToBytes({ lgK, values, grownEstimate }: Extract<Sketch, { values: Uint8Array }>): Uint8Array {
  const view = begin(placesMode, lgK, placesStart + values.length);
  view.setUint8(5, grownEstimate === undefined ? outOfOrderFlag : 0);
  view.setFloat64(8, grownEstimate ?? 0, true);
  let [low, high, empty] = [0, 0, 0];
  for (const value of values) {
    if (value < 32) low += 2 ** -value;
    else high += 2 ** -value;
    if (value === 0) empty++;
  }
  view.setFloat64(16, low, true);
  view.setFloat64(24, high, true);
  view.setInt32(32, empty, true);
  const bytes = new Uint8Array(view.buffer);
  bytes.set(values, placesStart);
  return bytes;
}

function begin(mode: 0 | 1 | 2, lgK: number, length: number): DataView<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(length));
  [preambleInts[mode], version, family, lgK].forEach((byte, index) => {
    view.setUint8(index, byte);
  });
  view.setUint8(7, mode | (bytePerPlace << 2));
  return view;
}

/** Reads what `sketchToBytes` or DataSketches has written, compact or not. Throws `sql-value` for anything else. */
export function sketchFromBytes(bytes: Uint8Array): Sketch {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || view.getUint8(1) !== version || view.getUint8(2) !== family)
    throw wrongSketch('it is no HLL sketch');
  const [lgK, lgSize, flags, modes] = [view.getUint8(3), view.getUint8(4), view.getUint8(5), view.getUint8(7)];
  const mode = modes & 3;
  if (mode === placesMode) {
    if (modes >> 2 !== bytePerPlace) throw wrongSketch('it is packed as HLL_4 or HLL_6; HLL_8 is read');
    if (bytes.length < placesStart + 2 ** lgK) throw wrongSketch('it is cut off');
    const grownEstimate = (flags & outOfOrderFlag) === 0 ? view.getFloat64(8, true) : undefined;
    return { lgK, values: bytes.slice(placesStart, placesStart + 2 ** lgK), grownEstimate };
  }
  const start = mode === setMode ? 12 : 8;
  const count = mode === setMode && bytes.length >= 12 ? view.getInt32(8, true) : view.getUint8(6);
  const length = (flags & compactFlag) === 0 && (flags & emptyFlag) === 0 ? 2 ** lgSize : count;
  if (bytes.length < start + 4 * length) throw wrongSketch('it is cut off');
  const coupons = new Set<number>();
  for (let index = 0; index < length; index++) {
    const coupon = view.getInt32(start + 4 * index, true);
    if (coupon !== 0) coupons.add(coupon);
  }
  return { lgK, coupons };
}

const wrongSketch = (why: string) => new StillhouseError('sql-value', `A sketch cannot be read: ${why}.`);
