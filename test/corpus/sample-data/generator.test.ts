import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { expect, test } from 'vitest';
import { dataFolder, sampleFiles, sampleFolder } from './sample-tables.ts';

/** The bytes of a file; packed ones unpacked, since versions of zlib pack differently. */
function contentOf(folder: string, name: string): Buffer {
  const bytes = fs.readFileSync(path.join(folder, name));
  return name.endsWith('.gz') ? zlib.gunzipSync(bytes) : bytes;
}

test('the generator writes the files and their truths byte for byte', () => {
  const made = fs.mkdtempSync(path.join(os.tmpdir(), 'stillhouse-sample-'));
  execFileSync(process.execPath, [path.join(sampleFolder, 'generate.mjs'), made]);
  const madeData = path.join(made, 'data');
  expect(fs.readdirSync(madeData).sort()).toEqual(sampleFiles);
  for (const name of sampleFiles) {
    expect(contentOf(madeData, name).equals(contentOf(dataFolder, name)), name).toBe(true);
  }
  expect(contentOf(made, 'truths.json').equals(contentOf(sampleFolder, 'truths.json'))).toBe(true);
  fs.rmSync(made, { recursive: true });
});

test('packed files hold no time of packing, and all files together stay small', () => {
  for (const name of sampleFiles.filter((file) => file.endsWith('.gz'))) {
    expect(fs.readFileSync(path.join(dataFolder, name)).readUInt32LE(4), name).toBe(0);
  }
  const bytes = sampleFiles.reduce((sum, name) => sum + fs.statSync(path.join(dataFolder, name)).size, 0);
  expect(bytes).toBeLessThan(12_000_000);
});
