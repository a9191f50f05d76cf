import type { CancelSignal } from '../core/cancel.ts';
import { StillhouseError } from '../core/error.ts';
import type { Sql } from '../core/sql.ts';
import type { Batch, Column } from '../engine/batch.ts';
import { collect } from '../engine/collect.ts';
import type { Session } from '../engine/engine.ts';
import { numberAt } from '../engine/value.ts';
import type { ComputeStep } from '../modules/contract.ts';
import type { KernelTable } from '../modules/kernel.ts';

/** Reads each query whole as columns of doubles. */
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
  const values = columns.map(() => new Float64Array(rowCount));
  let first = 0;
  for (const batch of batches) {
    batch.columns.forEach((column, index) => {
      const target = values[index];
      for (let row = 0; target !== undefined && row < batch.rowCount; row++)
        target[first + row] = numberAt(column, row);
    });
    first += batch.rowCount;
  }
  return {
    rowCount,
    columns: Object.fromEntries(columns.map(({ name }, index) => [name, values[index] ?? new Float64Array(0)])),
  };
}

/** Makes the step's table of what its kernel gave, with the scratch database's own session; gives the number of rows. */
export async function writeKernelTable(writer: Session, step: ComputeStep, table: KernelTable): Promise<number> {
  const columns = step.columns.map((name): Column => {
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
