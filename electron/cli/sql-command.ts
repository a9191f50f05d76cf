import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { withAudiences } from '../../src/audiences/statements/audience-session.ts';
import type { StatementOptions, WorkspaceQuery } from '../../src/catalog/session/outcome.ts';
import type { WorkspaceSession } from '../../src/catalog/session/session.ts';
import type { CancelSignal } from '../../src/core/cancel.ts';
import { errorFromData, errorToData, StillhouseError } from '../../src/core/error.ts';
import { splitDistiller } from '../../src/dialect/distiller/parse/split.ts';
import { splitStatements, type StatementRange } from '../../src/dialect/split.ts';
import type { DistillerServices } from '../../src/distiller/place.ts';
import { withDistiller } from '../../src/distiller/session.ts';
import { openDatabase } from './open-project.ts';
import { printResult, type ResultFormat, resultFormats } from './print-result.ts';
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
      dialect: { type: 'string', default: 'duckdb' },
      'show-sql': { type: 'boolean', default: false },
      e: { type: 'string', short: 'e' },
      file: { type: 'string' },
      format: { type: 'string', default: 'table' },
      'max-rows': { type: 'string' },
    },
  });
  const script = scriptOf(values.e, values.file);
  const dialect = dialects.find((known) => known === values.dialect);
  if (dialect === undefined) throw new UsageError(`--dialect is one of ${dialects.join(', ')}.`);
  if (values['show-sql'] && dialect === 'duckdb') throw new UsageError('--show-sql needs --dialect distiller.');
  const statements = dialect === 'duckdb' ? splitStatements(script) : splitDistiller(script);
  if (statements.length === 0) throw new UsageError('There is no statement to run.');
  const format = resultFormats.find((known) => known === values.format);
  if (format === undefined) throw new UsageError(`--format of sql is one of ${resultFormats.join(', ')}.`);
  if (!/^\d*$/.test(values['max-rows'] ?? '')) throw new UsageError('--max-rows takes a whole number.');
  const maxRows = Number(values['max-rows'] ?? Infinity);
  const imports = await Promise.all(values.import.map(readImport));

  const database = await openDatabase(values.project);
  try {
    await importAll(database, imports, signal);
    const session = withAudiences(await database.workspace.openSession('command line'), database);
    const runner = dialect === 'duckdb' ? session : distillerRunner(session, database, values['show-sql'], terminal);
    const options = { format, maxRows, terminal, signal };
    await runScript({ session, runner }, script, statements, options).finally(() => session.close());
  } finally {
    await database.close();
  }
}

const dialects = ['duckdb', 'distiller'] as const;

interface ScriptOptions {
  readonly format: ResultFormat;
  readonly maxRows: number;
  readonly terminal: Terminal;
  readonly signal: CancelSignal;
}

/** Runs statements; each is given as it was written. */
interface Runner {
  run(statement: string, options: StatementOptions): WorkspaceQuery;
  /** Tells what the engine is given instead, before it runs. */
  announce?(statement: string): Promise<void>;
}

function distillerRunner(
  session: WorkspaceSession,
  services: DistillerServices,
  showsSql: boolean,
  { tell }: Terminal,
): Runner {
  const distiller = withDistiller(session, services);
  if (!showsSql) return distiller;
  return {
    run: (statement, options) => distiller.run(statement, options),
    async announce(statement) {
      for (const text of await distiller.show(statement)) tell(`${text};`);
    },
  };
}

async function runScript(
  { session, runner }: { readonly session: WorkspaceSession; readonly runner: Runner },
  script: string,
  statements: readonly StatementRange[],
  options: ScriptOptions,
): Promise<void> {
  for (const [index, { start, end }] of statements.entries()) {
    const statement = script.slice(start, end);
    await runner.announce?.(statement);
    const query = runner.run(statement, { signal: options.signal });
    query.outcome.catch(() => undefined); // told by the rows as well
    try {
      const columns = await query.columns;
      const isLast = index === statements.length - 1;
      await (isLast ? printResult(query, columns, options) : drain(query));
    } catch (error) {
      throw located(error, script, start);
    } finally {
      await query.close();
    }
    for (const notice of (await query.outcome).notices ?? []) options.terminal.tell(`Notice: ${notice}`);
  }
  if (!session.inTransaction) return;
  throw new StillhouseError('transaction', 'The script ends within a transaction, which was rolled back.', {
    remedy: 'End it with COMMIT.',
  });
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

function scriptOf(text: string | undefined, file: string | undefined): string {
  if (text !== undefined && file === undefined) return text;
  if (text !== undefined || file === undefined) throw new UsageError('sql needs either -e SQL or --file F.');
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    throw new StillhouseError('file-missing', `${file} cannot be read.`, { cause: error });
  }
}
