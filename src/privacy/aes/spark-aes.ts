import { createBlockCipher, refuseWrongKey } from './block-cipher.ts';
import { createGcm, nonceLength } from './gcm.ts';
import { decryptPadded, encryptPadded } from './padded-blocks.ts';

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
    case 'CBC': {
      const cipher = createBlockCipher(key);
      return values.map((value) => {
        if (value === null) return null;
        const vector = vectors(vectorLength.CBC);
        return joined(vector, encryptPadded(cipher, value, vector));
      });
    }
    case 'ECB': {
      const cipher = createBlockCipher(key);
      return values.map((value) => value && encryptPadded(cipher, value));
    }
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
  const cipher = createBlockCipher(key);
  const start = vectorLength[mode];
  return values.map((value) => {
    if (value === null) return null;
    const vector = start === 0 ? undefined : value.subarray(0, start);
    return decryptPadded(cipher, value.subarray(start), vector) ?? null;
  });
}

export interface AesOptions {
  readonly mode: AesMode;
  /** 16, 24 or 32 bytes. */
  readonly key: Uint8Array;
  /** Authenticated with each value and not part of it; GCM only, otherwise empty. */
  readonly aad: Uint8Array;
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
