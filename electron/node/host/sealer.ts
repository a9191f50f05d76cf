import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Encrypts small texts so that only this user of this machine can read them. */
export interface Sealer {
  /** Kept beside what was sealed: another sealer's bytes cannot be opened. */
  readonly kind: 'system' | 'key-file';
  /** What it protects from and what not, in words for the user. */
  readonly words: string;
  seal(text: string): Uint8Array;
  /** Throws on bytes that were changed or sealed by another key. */
  open(bytes: Uint8Array): string;
}

const nonceBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM with a random key in a file only this user may read. It protects copies of the secrets alone, as in a
 * backup or a synchronised folder, not from a program that runs as this user: that can read the key too.
 */
export function createKeyFileSealer(keyFile: string): Sealer {
  return {
    kind: 'key-file',
    words:
      'Secrets are encrypted with a key that lies in a file beside them, readable by your user only. Other users cannot read them; a program that runs as you could.',
    seal(text) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', readOrMakeKey(keyFile), nonce);
      return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },
    open(bytes) {
      const end = bytes.length - tagBytes;
      const decipher = createDecipheriv('aes-256-gcm', readOrMakeKey(keyFile), bytes.subarray(0, nonceBytes));
      decipher.setAuthTag(bytes.subarray(end));
      return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, end)), decipher.final()]).toString('utf8');
    },
  };
}

/** Two programs that start together agree on the key of the one that made the file first. */
function readOrMakeKey(file: string): Buffer {
  if (!fs.existsSync(file)) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    const temporary = `${file}.${process.pid}.tmp`;
    fs.writeFileSync(temporary, randomBytes(32), { mode: 0o600 });
    try {
      fs.linkSync(temporary, file);
    } catch (error) {
      if (!fs.existsSync(file)) throw error;
    } finally {
      fs.rmSync(temporary, { force: true });
    }
  }
  return fs.readFileSync(file);
}
