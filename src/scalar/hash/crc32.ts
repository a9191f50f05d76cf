import { scalarFunction } from '../contract.ts';
import { Word64 } from './word64.ts';

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) remainder = (remainder >>> 1) ^ ((remainder & 1) === 1 ? 0xedb88320 : 0);
  return remainder >>> 0;
});

/** The CRC-32 of IEEE 802.3, 0 to 2³² − 1, as zip files have it. */
export function crc32(bytes: Uint8Array): number {
  let remainder = 0xffffffff;
  for (const byte of bytes) remainder = (remainder >>> 8) ^ (table[(remainder ^ byte) & 0xff] ?? 0);
  return (remainder ^ 0xffffffff) >>> 0;
}

const result = new Word64();

/** `sh_crc32(text or bytes)`: Spark's `crc32`. */
export const crc32Function = scalarFunction({
  name: 'sh_crc32',
  takes: ['bytes'],
  gives: 'bigint',
  row: (bytes) => result.set(0, crc32(bytes)),
});
