import { z } from 'zod';
import { StillhouseError } from '../../../core/error.ts';
import { chacha20Blocks } from '../../../privacy/noise/chacha20.ts';
import { aesDecrypt, aesEncrypt } from '../../../privacy/aes/spark-aes.ts';
import { packBytes, unpackBytes } from '../../kernel-bytes.ts';
import { defineKernel, type KernelTable } from '../../kernel.ts';

/** The name of the column that a step reads and makes, by its place from 0. */
export function valueName(index: number): string {
  return `value_${index + 1}`;
}

/** Encrypts or decrypts columns of bytes with AES, in Spark's layout. */
export const aesKernel = defineKernel({
  id: 'privacy.aes',
  parameters: z.object({
    direction: z.enum(['encrypt', 'decrypt']),
    mode: z.enum(['GCM', 'CBC', 'ECB']),
    aad: z.string(),
    columns: z.int(),
  }),
  run({ keys, rows }, { direction, mode, aad, columns }, progress) {
    const options = { mode, key: keyOf(keys, 'cipher_key'), aad: new TextEncoder().encode(mode === 'GCM' ? aad : '') };
    const vectors = direction === 'encrypt' && mode !== 'ECB' ? vectorSource(keyOf(keys, 'vector_key')) : noVectors;
    const made = Array.from({ length: columns }, (_, index) => {
      progress(index / columns);
      const column = rows?.bytes?.[valueName(index)];
      const values = column === undefined ? [] : unpackBytes(column);
      const done = direction === 'encrypt' ? aesEncrypt(values, options, vectors) : aesDecrypt(values, options);
      return [valueName(index), packBytes(done)] as const;
    });
    return { rowCount: rows?.rowCount ?? 0, columns: {}, bytes: Object.fromEntries(made) };
  },
});

function keyOf(keys: KernelTable | undefined, name: string): Uint8Array {
  const column = keys?.bytes?.[name];
  const [key] = column === undefined ? [] : unpackBytes(column);
  if (key !== undefined && key !== null) return Uint8Array.from(key);
  throw new StillhouseError('input-invalid', 'The key cannot be read as it is said to be written.', {
    remedy: 'Say whether the key is text, hexadecimal digits or Base64.',
  });
}

/** Initialisation vectors that nobody can foretell, from the random bytes of the run. */
function vectorSource(seed: Uint8Array): (length: number) => Uint8Array {
  const nextBlock = chacha20Blocks(seed, new Uint8Array(12));
  let block = nextBlock();
  let used = 0;
  return (length) => {
    if (used + length > block.length) {
      block = nextBlock();
      used = 0;
    }
    used += length;
    return block.slice(used - length, used);
  };
}

function noVectors(): Uint8Array {
  return new Uint8Array(0);
}
