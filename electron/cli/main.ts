import { createCancelSource } from '../../src/core/cancel.ts';
import { toStillhouseError } from '../../src/core/error.ts';
import { runImport } from './import-command.ts';
import { runSql } from './sql-command.ts';
import { usage, UsageError } from './usage.ts';

/** Runs the program with its arguments and gives the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  const cancel = createCancelSource();
  process.once('SIGINT', () => {
    cancel.cancel();
  });
  try {
    switch (command) {
      case 'sql':
        await runSql(rest, cancel.signal);
        return 0;
      case 'import':
        await runImport(rest, cancel.signal);
        return 0;
      case undefined:
      case 'help':
      case '--help':
      case '-h':
        process.stdout.write(usage);
        return command === undefined ? 2 : 0;
      default:
        throw new UsageError(`There is no command "${command}".`);
    }
  } catch (error) {
    if (isUsageError(error)) {
      process.stderr.write(`${error.message}\n\n${usage}`);
      return 2;
    }
    const { message, remedy } = toStillhouseError(error);
    process.stderr.write(`${[message, remedy].filter((part) => part !== undefined).join('\n')}\n`);
    return 1;
  }
}

/** Wrong options are found by Node's own parser, which throws errors of its own. */
function isUsageError(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

process.exitCode = await main(process.argv.slice(2));
