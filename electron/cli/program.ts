import type { CancelSignal } from '../../src/core/cancel.ts';
import { toStillhouseError } from '../../src/core/error.ts';
import { runImport } from './import-command.ts';
import { runSql } from './sql-command.ts';
import { OutputClosed, type Terminal } from './terminal.ts';
import { usage, UsageError } from './usage.ts';

/** Runs the program with its arguments and gives the exit code: 0 done, 1 the work failed, 2 wrong usage. */
export async function runProgram(args: readonly string[], terminal: Terminal, signal: CancelSignal): Promise<number> {
  const [command, ...rest] = args;
  try {
    switch (command) {
      case 'sql':
        await runSql(rest, terminal, signal);
        return 0;
      case 'import':
        await runImport(rest, terminal, signal);
        return 0;
      case 'help':
      case '--help':
      case '-h':
        await terminal.print(usage);
        return 0;
      case undefined:
        throw new UsageError('What is to be done?');
      default:
        throw new UsageError(`There is no command "${command}".`);
    }
  } catch (error) {
    if (error instanceof OutputClosed) return 0;
    if (isUsageError(error)) {
      terminal.tell(`${error.message}\n\n${usage}`);
      return 2;
    }
    const { message, remedy } = toStillhouseError(error);
    terminal.tell([message, remedy].filter((part) => part !== undefined).join('\n'));
    return 1;
  }
}

/** Wrong options are found by Node's own parser, which throws errors of its own. */
function isUsageError(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
