import { StillhouseError } from '../../core/error.ts';
import { type BlockCipher, createBlockCipher, refuseWrongKey } from '../../privacy/aes/block-cipher.ts';
import { createGcm, type Gcm, nonceLength, tagLength } from '../../privacy/aes/gcm.ts';
import { decryptPadded, encryptPadded } from '../../privacy/aes/padded-blocks.ts';
import type { AesMode } from '../../privacy/aes/spark-aes.ts';
import type { SecureRandom } from '../../privacy/ports.ts';

/** How one value is encrypted. */
export interface AesCall {
  readonly mode: AesMode;
  readonly key: Uint8Array;
  /** Authenticated with the value; GCM alone has it. */
  readonly aad: Uint8Array;
}

const vectorLengths: Readonly<Record<AesMode, number>> = { GCM: nonceLength, CBC: 16, ECB: 0 };

/** A mode as SQL names it, with its padding. Throws `sql-value` for pairs that Spark has not either. */
export function aesMode(mode: string, padding: string): AesMode {
  const [name, fill] = [mode.toUpperCase(), padding.toUpperCase()];
  const fits = fill === 'DEFAULT' || fill === (name === 'GCM' ? 'NONE' : 'PKCS');
  if ((name === 'GCM' || name === 'CBC' || name === 'ECB') && fits) return name;
  throw new StillhouseError(
    'sql-value',
    `AES takes GCM, CBC (PKCS) and ECB (PKCS), not ${mode} with padding ${padding}.`,
  );
}

/** Initialisation vector, ciphertext and tag one behind the other. An empty vector is drawn. Throws `sql-value`. */
export function encryptValue(value: Uint8Array, call: AesCall, given: Uint8Array, random: SecureRandom): Uint8Array {
  refuseWrongKey(call.key);
  refuseAad(call);
  const length = vectorLengths[call.mode];
  if (given.length !== 0 && given.length !== length) {
    throw new StillhouseError(
      'sql-value',
      `${call.mode} takes an initialisation vector of ${length} bytes, not ${given.length}.`,
    );
  }
  const vector = given.length === 0 ? random(length) : given;
  if (call.mode === 'GCM') {
    const sealed = new Uint8Array(length + value.length + tagLength);
    sealed.set(vector);
    gcmOf(call).sealInto({ nonce: vector, bytes: value }, sealed, length);
    return sealed;
  }
  if (call.mode === 'ECB') return encryptPadded(cipherOf(call.key), value);
  const blocks = encryptPadded(cipherOf(call.key), value, vector);
  const all = new Uint8Array(length + blocks.length);
  all.set(vector);
  all.set(blocks, length);
  return all;
}

/** Turns `encryptValue` back. Throws `sql-value` for another key or mode, and for bytes that were changed. */
export function decryptValue(value: Uint8Array, call: AesCall): Uint8Array {
  refuseWrongKey(call.key);
  refuseAad(call);
  const start = vectorLengths[call.mode];
  const plain = value.length < start ? undefined : open(value.subarray(start), call, value.subarray(0, start));
  if (plain === undefined) {
    throw new StillhouseError(
      'sql-value',
      'A value cannot be decrypted: it was encrypted with another key or mode, or it was changed.',
    );
  }
  return plain;
}

function open(bytes: Uint8Array, call: AesCall, vector: Uint8Array): Uint8Array | undefined {
  if (call.mode === 'GCM') return gcmOf(call).openOne({ nonce: vector, bytes });
  return decryptPadded(cipherOf(call.key), bytes, call.mode === 'CBC' ? vector : undefined);
}

function refuseAad({ mode, aad }: AesCall): void {
  if (mode === 'GCM' || aad.length === 0) return;
  throw new StillhouseError('sql-value', `${mode} takes no additional data; GCM does.`);
}

let last: { readonly key: Uint8Array; readonly aad: Uint8Array; readonly gcm: Gcm } | undefined;

/** The tables of a key are kept for the next value. */
function gcmOf({ key, aad }: AesCall): Gcm {
  if (last === undefined || !isSame(last.key, key) || !isSame(last.aad, aad)) {
    const [ownKey, ownAad] = [Uint8Array.from(key), Uint8Array.from(aad)];
    last = { key: ownKey, aad: ownAad, gcm: createGcm(ownKey, ownAad) };
  }
  return last.gcm;
}

let lastCipher: { readonly key: Uint8Array; readonly cipher: BlockCipher } | undefined;

function cipherOf(key: Uint8Array): BlockCipher {
  if (lastCipher === undefined || !isSame(lastCipher.key, key)) {
    lastCipher = { key: Uint8Array.from(key), cipher: createBlockCipher(key) };
  }
  return lastCipher.cipher;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}
