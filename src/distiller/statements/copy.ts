import { createCancelSource } from '../../core/cancel.ts';
import type { Copy } from '../../dialect/distiller/syntax/statement.ts';
import { faultAt } from '../../dialect/distiller/translate/context.ts';
import { csvDefaults, type ExportFormat, type ExportNote } from '../../export/export-format.ts';
import { scratchPathSchema } from '../../host/scratch-path.ts';
import { listingSql } from '../listing.ts';
import type { Place } from '../place.ts';
import { reading, runTranslated } from '../run-sql.ts';
import type { ScratchFile, ScratchSpace } from '../scratch.ts';
import { shown } from '../shown.ts';
import { translateQuery } from '../translate.ts';
import type { Handler } from './handler.ts';

/** As Spark writes them: JSON a line each, without the keys whose values are NULL. */
const fileFormats = { parquet: 'parquet', csv: 'csv', json: 'ndjson' } as const satisfies Record<
  Copy['format'],
  ExportFormat
>;

/** Writes one file into the project's scratch folder, in place of one that an earlier COPY left there. */
export const copyHandler: Handler<'copy'> = {
  async run(copy, place) {
    const path = scratchFile(copy, place);
    const scratch = requireScratch(copy, place);
    const { sql: translated, notices } = await translateQuery(copy.query, place);
    const { signal = createCancelSource().signal } = place.options;
    const query = runTranslated(translated, place);
    try {
      const columns = await query.columns;
      const file = await scratch.create(path);
      const tally = { rows: 0 };
      const options = {
        delimited: csvDefaults,
        compression: 'snappy',
        omitted: columns.map(({ name }) => name),
      } as const;
      const task = { format: fileFormats[copy.format], options, columns, sheetName: '' };
      const pieces = scratch.encode(task, counted(query, tally), signal);
      const { bytes, notes } = await writeAll(pieces, file);
      await query.outcome;
      const summary = listingSql(
        ['path', { name: 'rows', type: 'BIGINT' }, { name: 'bytes', type: 'BIGINT' }],
        [[file.where, tally.rows, bytes]],
      );
      return reading(runTranslated(summary, place), [...notices, ...notes.map(noteWords)]);
    } finally {
      await query.close();
    }
  },
  async show(copy, place) {
    const path = scratchFile(copy, place);
    const { sql: translated } = await translateQuery(copy.query, place);
    return shown(copy, [translated], `Stillhouse writes the rows into the project’s folder, as scratch/${path}.`);
  },
};

/** The file's path below the scratch folder. */
function scratchFile({ path, format, span }: Copy, place: Place): string {
  const folder = /^%scratch_space%\/+(.*?)\/*$/is.exec(path)?.[1];
  if (folder === undefined) {
    throw faultAt(
      place,
      span,
      `COPY cannot write to “${path}”: statements reach no folder but the project’s own for scratch files.`,
      "Write TO '%scratch_space%/folder', or run the query by itself and Export its rows to a place you choose.",
      'capability',
    );
  }
  const file = `${folder}/part-00000.${format}`;
  const checked = scratchPathSchema.safeParse(file);
  if (checked.success) return file;
  throw faultAt(place, span, `COPY cannot write to “${path}”.`, checked.error.issues[0]?.message);
}

function requireScratch({ span }: Copy, place: Place): ScratchSpace {
  const { scratch } = place.services;
  if (scratch !== undefined) return scratch;
  throw faultAt(
    place,
    span,
    'COPY writes into the project’s folder, and no project is open.',
    'Open one; on the command line, name it with --project.',
    'capability',
  );
}

async function* counted(
  query: { next(): ReturnType<ReturnType<typeof runTranslated>['next']> },
  tally: { rows: number },
) {
  for (let batch = await query.next(); batch !== undefined; batch = await query.next()) {
    tally.rows += batch.rowCount;
    yield batch;
  }
}

/** The file is there whole, or not at all. */
async function writeAll(
  pieces: ReturnType<ScratchSpace['encode']>,
  file: ScratchFile,
): Promise<{ readonly bytes: number; readonly notes: readonly ExportNote[] }> {
  let bytes = 0;
  try {
    for (;;) {
      const step = await pieces.next();
      if (step.done === true) {
        await file.commit();
        return { bytes, notes: step.value };
      }
      await file.write(step.value);
      bytes += step.value.length;
    }
  } catch (error) {
    await file.abort();
    throw error;
  } finally {
    await pieces.return([]);
  }
}

function noteWords({ message, count }: ExportNote): string {
  return count > 1 ? `${message} (${count} times)` : message;
}
