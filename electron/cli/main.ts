import { createCancelSource } from '../../src/core/cancel.ts';
import { runProgram } from './program.ts';
import { processTerminal } from './terminal.ts';

const cancel = createCancelSource();
process.once('SIGINT', cancel.cancel);
process.exitCode = await runProgram(process.argv.slice(2), processTerminal(), cancel.signal);
