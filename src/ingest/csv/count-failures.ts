import { createCancelSource, throwIfCancelled } from '../../core/cancel.ts';
import { StillhouseError } from '../../core/error.ts';
import { sql } from '../../core/sql.ts';
import { type Column, isNull } from '../../engine/batch.ts';
import { rows } from '../../engine/collect.ts';
import { valueAt } from '../../engine/value.ts';
import { failsSql } from '../values/fails-sql.ts';
import { survives } from '../values/survive.ts';
import type { ValueType } from '../values/value-type.ts';
import { tryEngine } from './engine-attempt.ts';
import type { Encoding } from './encoding.ts';
import { type ImportPlan, planImport, readerOptions } from './import-plan.ts';
import { type CsvReadContext, progressOf } from './load-context.ts';
import { engineSource, field } from './text-source.ts';

/** How many values of a column there are, and how many of them a type would damage, over all rows of the file. */
export interface FailureCount {
  /** Values that are not NULL. */
  readonly values: number;
  readonly failures: number;
}

/** Counts what the column at `position` (from 0) would lose under a type, without loading anything. */
export async function countFailures(context: CsvReadContext, position: number, type: ValueType): Promise<FailureCount> {
  const plan = await planImport(context.source, context.options);
  if (position >= plan.head.names.length) {
    throw new StillhouseError('input-invalid', `"${context.source.name}" has no column number ${position + 1}.`);
  }
  const text = field(position);
  const attempt = await tryEngine(context, plan, {
    async read(reading, signal) {
      const statement = sql`SELECT
  count(*) AS records,
  count(${text}) AS filled,
  count(*) FILTER (WHERE ${failsSql(text, type)}) AS failures
FROM ${engineSource(reading).from}`;
      const [row] = await rows(context.session, statement.text, progressOf(context, 'counting', signal));
      return { records: Number(row?.records), values: Number(row?.filled), failures: Number(row?.failures) };
    },
    reconcile: ({ records, values, failures }, scan) =>
      Promise.resolve(records === scan.records ? { values, failures } : undefined),
  });
  return 'result' in attempt ? attempt.result : countByReader(context, plan, attempt.encoding.encoding, position, type);
}

async function countByReader(
  context: CsvReadContext,
  plan: ImportPlan,
  encoding: Encoding,
  position: number,
  type: ValueType,
): Promise<FailureCount> {
  const signal = context.signal ?? createCancelSource().signal;
  let values = 0;
  let failures = 0;
  for await (const event of context.extract(readerOptions(plan, encoding), signal)) {
    throwIfCancelled(signal);
    if (event.kind === 'progress') {
      context.onProgress?.({ phase: 'counting', fraction: Math.min(1, event.bytes / context.source.size) });
    }
    const column = event.kind === 'batch' ? event.batch.columns[position + 2] : undefined;
    if (column === undefined) continue;
    for (let row = 0; row < column.length; row++) {
      if (isNull(column, row)) continue;
      values++;
      if (!survives(textOf(column, row), type)) failures++;
    }
  }
  return { values, failures };
}

function textOf(column: Column, row: number): string {
  const value = valueAt(column, row);
  return typeof value === 'string' ? value : '';
}
