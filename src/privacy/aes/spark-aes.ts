import { cbc, ecb } from '@noble/ciphers/aes.js';
import { StillhouseError } from '../../core/error.ts';
import { createGcm, nonceLength } from './gcm.ts';

/** The modes of Spark's `aes_encrypt`. */
export type AesMode = 'GCM' | 'CBC' | 'ECB';

/** A column of values, NULL among them. */
export type Values = readonly (Uint8Array | null)[];

/** Values that go through the cipher at a time. */
const chunk = 4096;

/** Bytes of the initialisation vector that stands before each ciphertext. */
const vectorLength: Readonly<Record<AesMode, number>> = { GCM: nonceLength, CBC: 16, ECB: 0 };

/**
 * Encrypts each value in the layout of Spark 3.3's `aes_encrypt`: for GCM 12 bytes of vector, ciphertext and 16 bytes of
 * tag, for CBC 16 bytes of vector and ciphertext, for ECB ciphertext alone; CBC and ECB are padded after PKCS #7. `vectors`
 * gives so many bytes that nobody can foretell. Throws `input-invalid` for a key of the wrong length.
 */
export function aesEncrypt(
  values: Values,
  { mode, key, aad }: AesOptions,
  vectors: (length: number) => Uint8Array,
): Values {
  refuseWrongKey(key);
  switch (mode) {
    case 'GCM': {
      const { seal } = createGcm(key, aad);
      return inChunks(values, (some) => {
        const messages = some.map((bytes) => ({ bytes, nonce: vectors(nonceLength) }));
        return seal(messages).map((sealed, index) => joined(messages[index]?.nonce ?? sealed, sealed));
      });
    }
    case 'CBC':
      return values.map((value) => {
        if (value === null) return null;
        const vector = vectors(vectorLength.CBC);
        return joined(vector, cbc(key, vector).encrypt(value));
      });
    case 'ECB':
      return values.map((value) => value && ecb(key).encrypt(value));
  }
}

/** Turns `aesEncrypt` back; a value that was made with another key, mode or layout, or was changed, becomes NULL. */
export function aesDecrypt(values: Values, { mode, key, aad }: AesOptions): Values {
  refuseWrongKey(key);
  if (mode === 'GCM') {
    const { open } = createGcm(key, aad);
    return inChunks(values, (some) =>
      open(some.map((value) => ({ nonce: padded(value, nonceLength), bytes: value.subarray(nonceLength) }))),
    );
  }
  return values.map((value) => {
    if (value === null) return null;
    const start = vectorLength[mode];
    if (value.length < start + 16) return null;
    const cipher = mode === 'CBC' ? cbc(key, value.subarray(0, start)) : ecb(key);
    try {
      return cipher.decrypt(value.subarray(start));
    } catch {
      return null; // wrong padding is how these modes say that the key does not fit
    }
  });
}

export interface AesOptions {
  readonly mode: AesMode;
  /** 16, 24 or 32 bytes. */
  readonly key: Uint8Array;
  /** Authenticated with each value and not part of it; GCM only, otherwise empty. */
  readonly aad: Uint8Array;
}

/** Throws `input-invalid` for a key that is not of 16, 24 or 32 bytes. */
export function refuseWrongKey(key: Uint8Array): void {
  if ([16, 24, 32].includes(key.length)) return;
  throw new StillhouseError('input-invalid', `The key has ${key.length} bytes, and AES takes 16, 24 or 32.`, {
    remedy: 'Keep a key of that length, or say that it is written as hexadecimal digits or Base64.',
  });
}

function inChunks(values: Values, work: (some: readonly Uint8Array[]) => readonly (Uint8Array | undefined)[]): Values {
  const done: (Uint8Array | null)[] = [];
  for (let start = 0; start < values.length; start += chunk) {
    const some = values.slice(start, start + chunk);
    const filled = work(some.filter((value) => value !== null));
    let next = 0;
    for (const value of some) done.push(value === null ? null : (filled[next++] ?? null));
  }
  return done;
}

function joined(head: Uint8Array, tail: Uint8Array): Uint8Array {
  const all = new Uint8Array(head.length + tail.length);
  all.set(head);
  all.set(tail, head.length);
  return all;
}

function padded(value: Uint8Array, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  bytes.set(value.subarray(0, length));
  return bytes;
}
