import type { Batch, Column } from '../../../src/engine/batch.ts';

const encoder = new TextEncoder();

function bits(flags: readonly boolean[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array((flags.length + 7) >> 3);
  flags.forEach((flag, index) => {
    if (flag) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (1 << (index & 7));
  });
  return bytes;
}

const validityOf = (values: readonly unknown[]) =>
  values.includes(null) ? { validity: bits(values.map((value) => value !== null)) } : {};

/** A BIGINT column. */
export function integers(values: readonly (number | null)[]): Column {
  return {
    type: { kind: 'integer', bits: 64, signed: true },
    length: values.length,
    values: BigInt64Array.from(values, (value) => BigInt(value ?? 0)),
    ...validityOf(values),
  };
}

/** A DOUBLE column. */
export function doubles(values: readonly (number | null)[]): Column {
  return {
    type: { kind: 'float', bits: 64 },
    length: values.length,
    values: Float64Array.from(values, (value) => value ?? 0),
    ...validityOf(values),
  };
}

/** A VARCHAR column. */
export function texts(values: readonly (string | null)[]): Column {
  const pieces = values.map((value) => encoder.encode(value ?? ''));
  const offsets = new Int32Array(values.length + 1);
  pieces.forEach((piece, index) => {
    offsets[index + 1] = (offsets[index] ?? 0) + piece.length;
  });
  const bytes = new Uint8Array(offsets[values.length] ?? 0);
  pieces.forEach((piece, index) => bytes.set(piece, offsets[index]));
  return { type: { kind: 'text' }, length: values.length, offsets, values: bytes, ...validityOf(values) };
}

/** A BOOLEAN column. */
export function booleans(values: readonly (boolean | null)[]): Column {
  return {
    type: { kind: 'boolean' },
    length: values.length,
    values: bits(values.map((value) => value === true)),
    ...validityOf(values),
  };
}

/** A LIST of BIGINT column. */
export function lists(values: readonly (readonly (number | null)[] | null)[]): Column {
  const offsets = new Int32Array(values.length + 1);
  values.forEach((value, index) => {
    offsets[index + 1] = (offsets[index] ?? 0) + (value?.length ?? 0);
  });
  const items = integers(values.flatMap((value) => value ?? []));
  return {
    type: { kind: 'list', item: items.type },
    length: values.length,
    offsets,
    children: [items],
    ...validityOf(values),
  };
}

/** A STRUCT column with one field an entry. */
export function structs(fields: Readonly<Record<string, Column>>, length: number): Column {
  return {
    type: {
      kind: 'struct',
      fields: Object.entries(fields).map(([name, column]) => ({ name, type: column.type })),
    },
    length,
    children: Object.values(fields),
  };
}

/** A batch of columns of the same length. */
export function batch(...columns: readonly Column[]): Batch {
  return { rowCount: columns[0]?.length ?? 0, columns };
}
