import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from './run-cli.ts';

/** The program as it is shipped, bundled afresh; inside the checkout, where its packages are found. */
const root = fileURLToPath(new URL('../../../', import.meta.url));
const bundle = path.join(root, `.cache/cli-${process.pid}`);
const files = temporaryFolder();

beforeAll(async () => {
  const configFile = path.join(root, 'build/vite.electron.ts');
  await build({ configFile, mode: 'cli', logLevel: 'error', build: { outDir: bundle } });
});
afterAll(() => {
  files.remove();
  fs.rmSync(bundle, { recursive: true });
});

function start(args: readonly string[], { folder = bundle, flags = [] as readonly string[] } = {}) {
  const child = spawn(process.execPath, [...flags, path.join(folder, 'cli.mjs'), ...args], { cwd: files.at('') });
  const words = { out: '', err: '' };
  child.stdout.on('data', (text) => (words.out += String(text)));
  child.stderr.on('data', (text) => (words.err += String(text)));
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.on('close', (code) => {
      resolve({ code, ...words });
    });
  });
  return { child, ended };
}

test('results go to standard output, messages to standard error, and the exit code tells', async () => {
  files.write('a.csv', 'id\n1\n');
  const runs = [
    ['sql', '--import', 't=a.csv', '-e', 'FROM t', '--format', 'json'],
    ['sql', '-e', 'SELECT nope'],
    ['sql', '--wrong'],
  ].map((args) => start(args).ended);
  expect(await Promise.all(runs)).toEqual([
    { code: 0, out: '[\n{"id":1}\n]\n', err: '' },
    { code: 1, out: '', err: 'There is no column "nope" here. (line 1, column 8)\n' },
    { code: 2, out: '', err: expect.stringMatching(/^Unknown option '--wrong'[^]*Exit codes: 0 done/) as string },
  ]);
});

test('statements come from standard input as well', async () => {
  const { child, ended } = start(['sql', '--file', '-', '--format', 'csv']);
  child.stdin.end('SELECT 1 AS one;\nSELECT 2 AS two;\n');
  expect(await ended).toEqual({ code: 0, out: 'two\n2\n', err: '' });
});

test('the engine outlives statements that overflow the stack of its thread', async () => {
  const steps = Array.from({ length: 400 }, (_, index) => `s${index + 1} AS (SELECT * FROM s${index})`);
  const deep = `SELECT * FROM (WITH s0 AS (SELECT 1 AS a), ${steps.join(', ')} SELECT a FROM s400)`;
  const block = `$$ BEGIN ${deep}; EXCEPTION WHEN OTHERS THEN SET @failed = SELECT 1; END $$;\n`;
  const script = `${block.repeat(3)}CREATE TABLE after AS SELECT md5('a') AS h; SELECT h FROM after;`;
  const file = files.write('deep.sql', `-- dialect: distiller\n${script}`);
  const run = await start(['sql', '--format', 'csv', '--file', file], { flags: ['--stack-size=300'] }).ended;
  expect(run).toMatchObject({ code: 0, out: 'h\n0cc175b9c0f1b6a831c399e269772661\n' });
  expect(run.err.match(/^Notice: .* nested too deeply/gm)).toHaveLength(3);
});

test('without the engine’s package it says so and ends', async () => {
  const alone = files.at('alone');
  fs.cpSync(bundle, alone, { recursive: true });
  expect(await start(['sql', '-e', 'SELECT 1'], { folder: alone }).ended).toEqual({
    ...{ code: 1, out: '' },
    err: expect.stringMatching(/^The engine is missing: [^]*run npm ci/) as string,
  });
});

test('a reader that has seen enough ends it quietly', async () => {
  const { child, ended } = start(['sql', '--format', 'csv', '-e', 'SELECT range AS i FROM range(50000000)']);
  child.stdout.once('data', () => child.stdout.destroy());
  expect(await ended).toMatchObject({ code: 0, err: '' });
});

test('an interrupt cancels the statement', async () => {
  const { child, ended } = start(['sql', '--format', 'csv', '-e', 'SELECT 1 AS one FROM range(10000000000)']);
  child.stdout.once('data', () => child.kill('SIGINT'));
  expect(await ended).toMatchObject({ code: 1, err: 'Cancelled.\n' });
});
