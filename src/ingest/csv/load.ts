import { relation, sql } from '../../core/sql.ts';
import type { ImportNote } from '../contract.ts';
import { sqlTypeOf, typeInWords } from '../values/type-words.ts';
import type { ColumnPlan } from './column-plan.ts';
import type { EncodingChoice } from './encoding.ts';
import type { Setback } from './engine-attempt.ts';
import { loadByEngine, type RoadResult } from './engine-road.ts';
import { type ImportPlan, planImport } from './import-plan.ts';
import type { CsvLoadContext, CsvReport } from './load-context.ts';
import { loadByReader } from './reader-road.ts';
import { createRejectTable } from './reject-table.ts';

/**
 * Imports a CSV file into the staging table, with types that all rows bear out, and reports what it did. Plain files are read
 * by the engine, all others by our own reader. When it fails or is cancelled, neither the table nor the rejects exist.
 */
export async function loadCsv(context: CsvLoadContext): Promise<CsvReport> {
  const plan = await planImport(context.source, context.options);
  const { head } = plan;
  try {
    await createRejectTable(context.session, context.rejects);
    const attempt = await loadByEngine(context, plan);
    if ('result' in attempt) return report(plan, attempt.result, head.encoding, []);
    await dropTables(context);
    await createRejectTable(context.session, context.rejects);
    const result = await loadByReader(context, plan, attempt.encoding.encoding);
    return report(plan, result, attempt.encoding, [...readerNotes(attempt, head.encoding), ...result.notes]);
  } catch (error) {
    await dropTables(context);
    throw error;
  }
}

async function dropTables({ session, staging, rejects }: CsvLoadContext): Promise<void> {
  for (const table of [staging, rejects]) await session.exec(sql`DROP TABLE IF EXISTS ${relation(table)}`.text);
}

function report(
  { head }: ImportPlan,
  { columns, counts }: RoadResult,
  encoding: EncodingChoice,
  notes: readonly ImportNote[],
): CsvReport {
  return {
    counts,
    columns: columns.map(({ name, decision }) => ({ name, sqlType: sqlTypeOf(decision.type), ...decision })),
    notes: [...head.notes, ...notes, ...columns.flatMap(readingNotes)],
    dialect: head.dialect,
    encoding,
  };
}

function readerNotes({ reason, encoding }: Setback, assumed: EncodingChoice): ImportNote[] {
  const notes = [{ code: 'careful-reader', message: `The file was read byte by byte: ${reason}.`, count: 1 }];
  if (encoding.encoding === assumed.encoding) return notes;
  const message = `The file was read as ${encoding.encoding}: ${encoding.evidence}.`;
  return [...notes, { code: 'encoding', message, count: 1 }];
}

/** A column that could be more than text, if the user says how to read it. */
function readingNotes({ name, decision: { reason, alternatives } }: ColumnPlan): ImportNote[] {
  if (alternatives.length === 0) return [];
  const readings = alternatives.map(typeInWords).join(', or as ');
  return [{ code: 'readings', message: `"${name}" stays text: ${reason}. It can be read as ${readings}.`, count: 1 }];
}
