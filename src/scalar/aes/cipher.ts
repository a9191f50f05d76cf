import { cbc, ecb } from '@noble/ciphers/aes.js';
import { StillhouseError } from '../../core/error.ts';
import { createGcm, type Gcm, nonceLength } from '../../privacy/aes/gcm.ts';
import { type AesMode, refuseWrongKey } from '../../privacy/aes/spark-aes.ts';
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
  const sealed = seal(value, call, vector);
  const all = new Uint8Array(vector.length + sealed.length);
  all.set(vector);
  all.set(sealed, vector.length);
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

function seal(bytes: Uint8Array, call: AesCall, vector: Uint8Array): Uint8Array {
  switch (call.mode) {
    case 'GCM':
      return gcmOf(call).seal([{ nonce: vector, bytes }])[0] ?? bytes;
    case 'CBC':
      return cbc(call.key, vector).encrypt(bytes);
    case 'ECB':
      return ecb(call.key).encrypt(bytes);
  }
}

function open(bytes: Uint8Array, call: AesCall, vector: Uint8Array): Uint8Array | undefined {
  if (call.mode === 'GCM') return gcmOf(call).open([{ nonce: vector, bytes }])[0];
  try {
    return (call.mode === 'CBC' ? cbc(call.key, vector) : ecb(call.key)).decrypt(bytes);
  } catch {
    return undefined; // wrong padding is how these modes say that the key does not fit
  }
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

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);
