import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** A server made of processes and a folder of its own, on ports of its own on loopback. */
export interface TestServer {
  stop(): Promise<void>;
}

/** Fails in words when a program the tests need is not installed. */
export function requireProgram(file: string, packages: string): void {
  if (fs.existsSync(file)) return;
  throw new Error(`The delivery tests need ${file}: install ${packages}, for example with apt-get install.`);
}

export function serverFolder(name: string): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), `stillhouse-${name}-`));
}

/** A port nobody listens on. */
export async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}

/** Processes that end together, and with the test run. */
export function processGroup(folder: string) {
  const children: ChildProcess[] = [];
  const log = path.join(folder, 'server.log');
  const killAll = () => {
    for (const child of children) child.kill('SIGKILL');
  };
  process.once('exit', killAll);
  return {
    start(command: string, args: readonly string[]): ChildProcess {
      const output = fs.openSync(log, 'a');
      const child = spawn(command, args, { cwd: folder, stdio: ['ignore', output, output] });
      fs.closeSync(output);
      children.push(child);
      return child;
    },
    async stop(): Promise<void> {
      const ended = children.map(
        (child) =>
          new Promise<void>((resolve) => {
            if (child.exitCode !== null || child.signalCode !== null) resolve();
            else child.once('exit', () => resolve());
          }),
      );
      killAll();
      process.removeListener('exit', killAll);
      await Promise.all(ended);
      fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    /** Waits until `isReady` says so. Throws with the end of the log when that does not happen. */
    async untilReady(what: string, isReady: () => Promise<boolean>): Promise<void> {
      for (let tries = 0; tries < 300; tries++) {
        if (await isReady().catch(() => false)) return;
        if (children.some(({ exitCode, signalCode }) => exitCode !== null || signalCode !== null)) break;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      const words = fs.readFileSync(log, 'utf8').slice(-1000);
      await this.stop();
      throw new Error(`${what} did not start. ${words}`);
    },
  };
}

/** True when something accepts connections there. */
export function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
