import type { CancelSignal } from '../core/cancel.ts';
import { StillhouseError } from '../core/error.ts';
import type { Sql } from '../core/sql.ts';
import { type Batch, type Column, isNull } from '../engine/batch.ts';
import { collect } from '../engine/collect.ts';
import type { Session } from '../engine/engine.ts';
import { bytesAt, numberAt } from '../engine/value.ts';
import type { ComputeStep } from '../modules/contract.ts';
import { packBytes } from '../modules/kernel-bytes.ts';
import type { KernelTable } from '../modules/kernel.ts';

/** Reads each query whole as columns of doubles, texts and blobs as columns of bytes. */
export async function readKernelInputs(
  session: Session,
  queries: ComputeStep['inputs'],
  signal: CancelSignal,
): Promise<Record<string, KernelTable>> {
  const tables: Record<string, KernelTable> = {};
  for (const [name, query] of Object.entries(queries)) tables[name] = await readTable(session, query, signal);
  return tables;
}

async function readTable(session: Session, query: Sql, signal: CancelSignal): Promise<KernelTable> {
  const { columns, batches, rowCount } = await collect(session, query.text, { signal });
  const isBytes = columns.map(({ type }) => type.kind === 'text' || type.kind === 'blob');
  const values = columns.map((_column, index) => new Float64Array(isBytes[index] === true ? 0 : rowCount));
  let first = 0;
  for (const batch of batches) {
    batch.columns.forEach((column, index) => {
      const target = values[index];
      for (let row = 0; target !== undefined && isBytes[index] === false && row < batch.rowCount; row++)
        target[first + row] = numberAt(column, row);
    });
    first += batch.rowCount;
  }
  const named = columns.map(({ name }, index) => ({ name, index }));
  const bytes = named.filter(({ index }) => isBytes[index] === true);
  return {
    rowCount,
    columns: Object.fromEntries(
      named
        .filter(({ index }) => isBytes[index] === false)
        .map(({ name, index }) => [name, values[index] ?? new Float64Array(0)]),
    ),
    ...(bytes.length > 0 && {
      bytes: Object.fromEntries(
        bytes.map(({ name, index }) => [name, packBytes(bytesOf(batches, index, rowCount))] as const),
      ),
    }),
  };
}

function bytesOf(batches: readonly Batch[], index: number, rowCount: number): readonly (Uint8Array | null)[] {
  const all: (Uint8Array | null)[] = new Array<Uint8Array | null>(rowCount).fill(null);
  let first = 0;
  for (const { columns, rowCount: rows } of batches) {
    const column = columns[index];
    for (let row = 0; column !== undefined && row < rows; row++) {
      if (!isNull(column, row)) all[first + row] = bytesAt(column, row);
    }
    first += rows;
  }
  return all;
}

/** Makes the step's table of what its kernel gave, with the scratch database's own session; gives the number of rows. */
export async function writeKernelTable(writer: Session, step: ComputeStep, table: KernelTable): Promise<number> {
  const columns = step.columns.map((name): Column => {
    const bytes = table.bytes?.[name];
    if (bytes !== undefined) return { type: { kind: 'blob' }, length: table.rowCount, ...bytes };
    const values = table.columns[name];
    if (values?.length === table.rowCount) return doubles(values);
    throw new StillhouseError('internal', `The kernel ${step.kernel} gave no column "${name}".`);
  });
  const batch: Batch = { rowCount: table.rowCount, columns };
  await writer.append(step.creates.slice(1), step.columns, batch, { create: true });
  return table.rowCount;
}

/** NaN is NULL. */
function doubles(values: Float64Array<ArrayBuffer>): Column {
  const validity = new Uint8Array((values.length + 7) >> 3);
  values.forEach((value, row) => {
    if (!Number.isNaN(value)) validity[row >> 3] = (validity[row >> 3] ?? 0) | (1 << (row & 7));
  });
  return { type: { kind: 'float', bits: 64 }, length: values.length, validity, values };
}
