import { parseArgs } from 'node:util';
import type { CancelSignal } from '../../src/core/cancel.ts';
import { importFile, type ImportRequest, type ImportServices } from '../../src/ingest/run/import-file.ts';
import type { ImportReport } from '../../src/ingest/run/request.ts';
import { importFileAt } from '../node/extractors.ts';
import { chooseFormat, parseSettings } from './import-options.ts';
import { openDatabase } from './open-project.ts';
import { createProgressLine } from './progress.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage.ts';

/** `stillhouse import PATH --as NAME …`: imports one file and prints the report. */
export async function runImport(args: readonly string[], terminal: Terminal, signal: CancelSignal): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      as: { type: 'string' },
      project: { type: 'string' },
      set: { type: 'string', multiple: true, default: [] },
      replace: { type: 'boolean', default: false },
      append: { type: 'boolean', default: false },
      format: { type: 'string', default: 'text' },
    },
  });
  const [filePath] = positionals;
  if (filePath === undefined || positionals.length > 1) throw new UsageError('import takes one file.');
  if (values.as === undefined) throw new UsageError('import needs --as NAME, the table to make.');
  if (!['text', 'json'].includes(values.format)) throw new UsageError('--format of import is text or json.');
  if (values.replace && values.append) throw new UsageError('import takes --replace or --append, not both.');
  const settings = parseSettings(values.set);
  const mode = values.replace ? 'replace' : values.append ? 'append' : 'create';
  const file = importFileAt(filePath);
  const format = await chooseFormat(file, settings);
  const database = await openDatabase(values.project);
  try {
    const target = { schema: 'main', name: values.as, mode } as const;
    const report = await importInto(database, { file, format, target, signal });
    await terminal.print(values.format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : reportText(report));
  } finally {
    await database.close();
  }
}

/** Imports one file, with progress on standard error. */
export async function importInto(
  services: ImportServices,
  request: Omit<ImportRequest, 'onProgress'>,
): Promise<ImportReport> {
  const line = createProgressLine();
  try {
    return await importFile(services, {
      ...request,
      onProgress: ({ step, fraction, rows }) => {
        const count = rows === undefined ? '' : `, ${rows.toLocaleString('en')} rows`;
        line.show(`${request.file.source.name}: ${step} ${Math.round(fraction * 100)} %${count}`);
      },
    });
  } finally {
    line.end();
  }
}

function reportText(report: ImportReport): string {
  const { file, target, read, loaded, rejected, skipped } = report;
  const number = (count: number) => count.toLocaleString('en');
  return [
    `${file} → ${target.name}`,
    `read ${number(read)} = loaded ${number(loaded)} + rejected ${number(rejected)} + skipped ${number(skipped)}`,
    ...(report.reading.length > 0 ? [report.reading.join(', ')] : []),
    ...report.columns.map(
      ({ name, sqlType, reason }) => `  ${name} ${sqlType}${reason === undefined ? '' : ` (${reason})`}`,
    ),
    ...report.notes.map(({ message, count }) => `note: ${message}${count > 1 ? ` (${number(count)} times)` : ''}`),
    '',
  ].join('\n');
}
