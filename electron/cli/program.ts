import type { CancelSignal } from '../../src/core/cancel.ts';
import { StillhouseError, toStillhouseError } from '../../src/core/error.ts';
import { nearestName } from '../../src/dialect/lint/nearest.ts';
import { runCipher } from './cipher-command.ts';
import { runErase } from './erase-command.ts';
import { runImport } from './import-command.ts';
import { runLessons } from './lessons-command.ts';
import { runModules } from './modules-command.ts';
import { runPlan } from './plan-command.ts';
import { runRun } from './run-command.ts';
import { runSend } from './send-command.ts';
import { runSends } from './sends-command.ts';
import { runSql } from './sql-command.ts';
import { OutputClosed, type Terminal } from './terminal.ts';
import { commandNames, usageOf, UsageError } from './usage.ts';

/** Runs the program with its arguments and gives the exit code: 0 done, 1 the work failed, 2 wrong usage. */
export async function runProgram(args: readonly string[], terminal: Terminal, signal: CancelSignal): Promise<number> {
  const [command, ...rest] = args;
  try {
    if (rest.includes('--help') || rest.includes('-h')) {
      await terminal.print(usageOf(command));
      return 0;
    }
    switch (command) {
      case 'sql':
        await runSql(rest, terminal, signal);
        return 0;
      case 'import':
        await runImport(rest, terminal, signal);
        return 0;
      case 'modules':
        await runModules(rest, terminal);
        return 0;
      case 'plan':
        await runPlan(rest, terminal, signal);
        return 0;
      case 'run':
        await runRun(rest, terminal, signal);
        return 0;
      case 'send':
        await runSend(rest, terminal, signal);
        return 0;
      case 'sends':
        await runSends(rest, terminal, signal);
        return 0;
      case 'lessons':
        await runLessons(rest, terminal, signal);
        return 0;
      case 'erase':
        await runErase(rest, terminal, signal);
        return 0;
      case 'encrypt':
      case 'decrypt':
        await runCipher(command, rest, terminal, signal);
        return 0;
      case 'bench':
        throw new StillhouseError('capability', 'Benchmarks are built from the sources of the program.', {
          remedy: 'In a checkout, run npm run bench, or npm run cli -- bench.',
        });
      case 'help':
      case '--help':
      case '-h':
        await terminal.print(usageOf(rest[0]));
        return 0;
      case undefined:
        throw new UsageError('What is to be done?');
      default:
        throw new UsageError(noCommand(command));
    }
  } catch (error) {
    if (error instanceof OutputClosed) return 0;
    if (isUsageError(error)) {
      terminal.tell(`${error.message}\n\n${usageOf(command)}`);
      return 2;
    }
    const { message, remedy } = toStillhouseError(error);
    terminal.tell([message, remedy].filter((part) => part !== undefined).join('\n'));
    return 1;
  }
}

function noCommand(command: string): string {
  const nearest = nearestName(command, commandNames);
  const meant = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
  return `There is no command "${command}".${meant}`;
}

/** Wrong options are found by Node's own parser, which throws errors of its own. */
function isUsageError(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
