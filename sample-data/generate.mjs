import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';
import { makeCompany } from './generator/company.mjs';

/**
 * Makes every sample file and `truths.json`. Everything follows from one seed, so the truths can be recovered by tests.
 * Run with `node sample-data/generate.mjs [FOLDER]`; without a folder the files go beside this one.
 */
const folder = process.argv[2] ?? path.dirname(fileURLToPath(import.meta.url));
const { files, truths } = makeCompany();
fs.mkdirSync(path.join(folder, 'data'), { recursive: true });
for (const [name, text] of Object.entries(files)) {
  const content = name.endsWith('.gz') ? zlib.gzipSync(text, { level: 9 }) : text;
  fs.writeFileSync(path.join(folder, 'data', name), content);
}
fs.writeFileSync(path.join(folder, 'truths.json'), `${JSON.stringify(truths, null, 2)}\n`);
