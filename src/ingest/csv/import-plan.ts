import { StillhouseError } from '../../core/error.ts';
import type { ByteSource } from '../contract.ts';
import { columnNames } from './column-names.ts';
import { type ColumnPlan, planColumns } from './column-plan.ts';
import type { CsvOptions } from './csv-options.ts';
import type { Encoding } from './encoding.ts';
import { type CsvHead, readHead } from './head.ts';
import type { CsvImportOptions } from './load-context.ts';

/** Bytes of a file that are looked at before it is read. */
const headLength = 1 << 20;

/** Everything that is settled before the first record is loaded. */
export interface ImportPlan {
  readonly head: CsvHead;
  /** The columns to load, with the types that the sample speaks for. */
  readonly columns: readonly ColumnPlan[];
  readonly nullTexts: readonly string[];
}

/** Looks at the beginning of a file and settles, with the user's choices, how to import it. */
export async function planImport(source: ByteSource, options: CsvImportOptions): Promise<ImportPlan> {
  const bytes = await source.head(headLength);
  const head = readHead(bytes, bytes.length < headLength, options);
  if (head.names.length === 0) {
    const what = bytes.length === 0 ? 'is empty' : 'holds no record';
    throw new StillhouseError('file-format', `"${source.name}" ${what}: there is nothing to import.`);
  }
  const choices = options.columns ?? head.names.map((name) => ({ name, type: 'auto' as const, include: true }));
  if (choices.length !== head.names.length) {
    throw new StillhouseError(
      'input-invalid',
      `"${source.name}" has ${head.names.length} columns, but ${choices.length} were described.`,
      { remedy: 'Look at the preview again after changing the delimiter or the quotes.' },
    );
  }
  const { names } = columnNames(
    choices.map(({ name }) => name),
    choices.length,
    true,
  );
  const columns = planColumns(
    choices.map((choice, index) => ({ ...choice, name: names[index] ?? choice.name })),
    head.rows,
  );
  if (columns.length === 0) throw new StillhouseError('input-invalid', 'No column was chosen for the import.');
  return { head, columns, nullTexts: options.nullTexts ?? [] };
}

/** How our own reader is to read the file. */
export function readerOptions({ head, nullTexts }: ImportPlan, encoding: Encoding): CsvOptions {
  return { dialect: head.dialect, encoding, names: head.names, nullTexts };
}
