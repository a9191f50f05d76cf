import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runProgram } from '../../../electron/cli/program.ts';
import { createCancelSource } from '../../../src/core/cancel.ts';

/** What a run of the program gave. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process. */
export async function cli(...args: readonly string[]): Promise<Run> {
  let [out, err] = ['', ''];
  const code = await runProgram(
    args,
    {
      print(text) {
        out += text;
        return Promise.resolve();
      },
      tell(message) {
        err += `${message}\n`;
      },
    },
    createCancelSource().signal,
  );
  return { code, out, err };
}

/** A folder for files of one test file. */
export function temporaryFolder(): {
  at(name: string): string;
  write(name: string, content: string): string;
  remove(): void;
} {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stillhouse-cli-'));
  const at = (name: string) => path.join(folder, name);
  return {
    at,
    write(name, content) {
      fs.writeFileSync(at(name), content);
      return at(name);
    },
    remove() {
      fs.rmSync(folder, { recursive: true });
    },
  };
}
