import fs from 'node:fs';
import { text as readText } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { withAudiences } from '../../src/audiences/statements/audience-session.ts';
import type { WorkspaceSession } from '../../src/catalog/session/session.ts';
import type { CancelSignal } from '../../src/core/cancel.ts';
import { errorFromData, errorToData, StillhouseError } from '../../src/core/error.ts';
import { readSqlFile } from '../../src/dialect/sql-file.ts';
import { type SqlDialect, sqlDialects, statementsOf } from '../../src/dialect/sql-dialect.ts';
import type { StatementRange } from '../../src/dialect/split.ts';
import { distillerExportables, plainExportables, printExport, targetOf } from './export-command.ts';
import { openDatabase } from './open-project.ts';
import { printResult, type ResultFormat, resultFormats } from './print-result.ts';
import { distillerRunner, plainRunner, type SqlRunner } from './sql-runner.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage.ts';
import { importAll, readImport } from './wanted-import.ts';

/** `stillhouse sql …`: runs statements in order and prints the last one's result. */
export async function runSql(args: readonly string[], terminal: Terminal, signal: CancelSignal): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      import: { type: 'string', multiple: true, default: [] },
      project: { type: 'string' },
      dialect: { type: 'string' },
      'show-sql': { type: 'boolean', default: false },
      as: { type: 'string' },
      e: { type: 'string', short: 'e' },
      file: { type: 'string' },
      format: { type: 'string', default: 'table' },
      'max-rows': { type: 'string' },
    },
  });
  const script = await scriptOf(values.e, values.file);
  const dialect = dialectOf(values.dialect, script);
  if (values['show-sql'] && dialect === 'duckdb') throw new UsageError('--show-sql needs --dialect distiller.');
  const statements = statementsOf(script, dialect);
  if (statements.length === 0) throw new UsageError('There is no statement to run.');
  const target = values.as === undefined ? undefined : targetOf(values.as);
  if (target !== undefined && dialect === 'duckdb') {
    await printExport(script, plainExportables(script, statements), target, terminal);
    return;
  }
  const format = resultFormats.find((known) => known === values.format);
  if (format === undefined) throw new UsageError(`--format of sql is one of ${resultFormats.join(', ')}.`);
  if (!/^\d*$/.test(values['max-rows'] ?? '')) throw new UsageError('--max-rows takes a whole number.');
  const maxRows = Number(values['max-rows'] ?? Infinity);
  const imports = await Promise.all(values.import.map(readImport));

  const database = await openDatabase(values.project);
  try {
    await importAll(database, imports, signal);
    if (target !== undefined) {
      const exportables = await distillerExportables(script, statements, database, terminal);
      await printExport(script, exportables, target, terminal);
      return;
    }
    const session = withAudiences(await database.workspace.openSession('command line'), database);
    const runner =
      dialect === 'duckdb'
        ? plainRunner(session)
        : await distillerRunner(session, database, terminal, { showsSql: values['show-sql'] });
    const options = { format, maxRows, terminal, signal };
    await runScript({ session, runner }, script, statements, options).finally(() => session.close());
  } finally {
    await database.close();
  }
}

/** What `--dialect` says; without it the script's first line decides. */
function dialectOf(given: string | undefined, script: string): SqlDialect {
  const dialect = given === undefined ? readSqlFile(script).dialect : sqlDialects.find((known) => known === given);
  if (dialect === undefined) throw new UsageError(`--dialect is one of ${sqlDialects.join(', ')}.`);
  return dialect;
}

interface ScriptOptions {
  readonly format: ResultFormat;
  readonly maxRows: number;
  readonly terminal: Terminal;
  readonly signal: CancelSignal;
  /** Print no rows. */
  readonly quiet?: boolean;
}

async function runScript(
  { session, runner }: { readonly session: WorkspaceSession; readonly runner: SqlRunner },
  script: string,
  statements: readonly StatementRange[],
  options: ScriptOptions,
): Promise<void> {
  for (const [index, { start, end }] of statements.entries()) {
    const isLast = index === statements.length - 1;
    try {
      await runOne(runner, script, { start, end }, isLast ? options : { ...options, quiet: true });
    } catch (error) {
      throw located(error, script, start);
    }
  }
  if (!session.inTransaction) return;
  throw new StillhouseError('transaction', 'The script ends within a transaction, which was rolled back.', {
    remedy: 'End it with COMMIT.',
  });
}

async function runOne(runner: SqlRunner, script: string, range: StatementRange, options: ScriptOptions): Promise<void> {
  const { signal, terminal, quiet } = options;
  const ready = runner.ready(script.slice(range.start, range.end));
  try {
    await runner.announce?.(ready, script, range.start);
    const query = runner.run(ready.text, { signal });
    query.outcome.catch(() => undefined); // told by the rows as well
    try {
      const columns = await query.columns;
      await (quiet === true ? drain(query) : printResult(query, columns, options));
    } finally {
      await query.close();
    }
    for (const notice of (await query.outcome).notices ?? []) terminal.tell(`Notice: ${notice}`);
  } catch (error) {
    throw error instanceof StillhouseError ? ready.located(error) : error;
  }
}

async function drain(query: { next(): Promise<unknown> }): Promise<void> {
  while ((await query.next()) !== undefined) continue;
}

/** Adds the line and column in the script that an error points at. */
function located(error: unknown, script: string, statementStart: number): unknown {
  if (!(error instanceof StillhouseError) || error.range === undefined) return error;
  const before = script.slice(0, statementStart + error.range.start).split('\n');
  const place = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
  return errorFromData({ ...errorToData(error), message: `${error.message} (${place})` });
}

/** A file named `-` is standard input. */
async function scriptOf(text: string | undefined, file: string | undefined): Promise<string> {
  if (text !== undefined && file === undefined) return text;
  if (text !== undefined || file === undefined) throw new UsageError('sql needs either -e SQL or --file F.');
  try {
    return file === '-' ? await readText(process.stdin) : fs.readFileSync(file, 'utf8');
  } catch (error) {
    throw new StillhouseError('file-missing', `${file} cannot be read.`, { cause: error });
  }
}
