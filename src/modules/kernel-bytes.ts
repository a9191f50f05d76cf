import type { ByteColumn, KernelTable } from './kernel.ts';

/** Values as a column of bytes. */
export function packBytes(values: readonly (Uint8Array | null)[]): ByteColumn {
  const offsets = new Int32Array(values.length + 1);
  const validity = new Uint8Array((values.length + 7) >> 3);
  values.forEach((value, row) => {
    offsets[row + 1] = (offsets[row] ?? 0) + (value?.length ?? 0);
    if (value !== null) validity[row >> 3] = (validity[row >> 3] ?? 0) | (1 << (row & 7));
  });
  const packed = new Uint8Array(offsets[values.length] ?? 0);
  values.forEach((value, row) => {
    if (value !== null) packed.set(value, offsets[row]);
  });
  return { values: packed, offsets, validity };
}

/** A column of bytes as values, NULL among them; they share its memory. */
export function unpackBytes({ values, offsets, validity }: ByteColumn): readonly (Uint8Array | null)[] {
  return Array.from({ length: offsets.length - 1 }, (_, row) =>
    ((validity[row >> 3] ?? 0) & (1 << (row & 7))) === 0 ? null : values.subarray(offsets[row], offsets[row + 1]),
  );
}

/** The memory of a table, each block once, for handing it to another thread without a copy. */
export function kernelBuffers({ columns, bytes = {} }: KernelTable): readonly ArrayBuffer[] {
  const packed = Object.values(bytes).flatMap(({ values, offsets, validity }) => [values, offsets, validity]);
  return [...new Set([...Object.values(columns), ...packed].map(({ buffer }) => buffer))];
}
