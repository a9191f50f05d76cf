import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type CancelSignal, throwIfCancelled } from '../../src/core/cancel.ts';
import { StillhouseError } from '../../src/core/error.ts';
import { createFileDecryptor, createFileEncryptor, type FileCipher } from '../../src/privacy/file-encryption.ts';
import { secretSource } from './secrets.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage.ts';

/** How a key is written where it is kept. */
const keyFormats = ['text', 'hex', 'base64'] as const;

/**
 * `stillhouse encrypt FILE` and `decrypt FILE`: a whole file by AES-GCM, in pieces of constant memory. The new file gets its
 * name only when it is whole and, for decrypting, proved to be unchanged.
 */
export async function runCipher(
  verb: 'encrypt' | 'decrypt',
  args: readonly string[],
  terminal: Terminal,
  signal: CancelSignal,
): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      key: { type: 'string' },
      'key-format': { type: 'string', default: 'text' },
      secret: { type: 'string', multiple: true, default: [] },
      replace: { type: 'boolean', default: false },
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError(`${verb} takes one file.`);
  if (values.key === undefined) throw new UsageError(`${verb} needs --key NAME.`);
  const format = keyFormats.find((known) => known === values['key-format']);
  if (format === undefined) throw new UsageError(`--key-format is one of ${keyFormats.join(', ')}.`);
  const out = values.out ?? defaultName(verb, file);
  if (fs.existsSync(out) && !values.replace) {
    throw new StillhouseError('file-write', `${out} is there already.`, {
      remedy: 'Name another file with --out, or add --replace.',
    });
  }
  const key = keyBytes(await secretSource(values.secret)(values.key), format);
  await transform(
    file,
    out,
    verb === 'encrypt' ? createFileEncryptor(key, randomBytes(16)) : createFileDecryptor(key),
    signal,
  );
  terminal.tell(`${verb === 'encrypt' ? 'Encrypted' : 'Decrypted'}: ${out}`);
}

const extension = '.enc';

function defaultName(verb: 'encrypt' | 'decrypt', file: string): string {
  if (verb === 'encrypt') return `${file}${extension}`;
  if (file.endsWith(extension)) return file.slice(0, -extension.length);
  throw new UsageError(`decrypt needs --out FILE, since the name does not end in ${extension}.`);
}

/** `file-format` and `input-invalid` errors of the cipher pass through; nothing is left behind by any of them. */
async function transform(file: string, out: string, cipher: FileCipher, signal: CancelSignal): Promise<void> {
  const beside = path.join(path.dirname(out), `.${path.basename(out)}.${randomBytes(4).toString('hex')}`);
  const target = await fs.promises.open(beside, 'wx', 0o600);
  try {
    for await (const piece of source(file)) {
      throwIfCancelled(signal);
      for (const made of cipher.push(piece)) await target.write(made);
    }
    for (const made of cipher.finish()) await target.write(made);
    await target.sync();
    await target.close();
    await fs.promises.rename(beside, out);
  } catch (error) {
    await target.close().catch(() => undefined); // the first error counts
    await fs.promises.rm(beside, { force: true });
    throw error;
  }
}

async function* source(file: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of fs.createReadStream(file)) yield piece as Uint8Array; // a stream without an encoding
  } catch (error) {
    throw new StillhouseError('file-unreadable', `${file} cannot be read.`, { cause: error });
  }
}

function keyBytes(text: string, format: (typeof keyFormats)[number]): Uint8Array {
  if (format === 'text') return new TextEncoder().encode(text);
  return new Uint8Array(Buffer.from(text.trim(), format));
}
