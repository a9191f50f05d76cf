import { createCipheriv, createDecipheriv } from 'node:crypto';
import { expect, test } from 'vitest';
import { createFileDecryptor, createFileEncryptor, type FileCipher } from '../../../src/privacy/file-encryption.ts';

const key = Uint8Array.from({ length: 32 }, (_, index) => index);
const salt = new Uint8Array(16).fill(9);
const bytesOf = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 8)) % 256);

/** Sends a file through in pieces of a size. */
function through(cipher: FileCipher, bytes: Uint8Array, size: number): Buffer {
  const done: Uint8Array[] = [];
  for (let start = 0; start < bytes.length; start += size)
    done.push(...cipher.push(bytes.subarray(start, start + size)));
  return Buffer.concat([...done, ...cipher.finish()]);
}
const encrypted = (bytes: Uint8Array, size = 10_000) => through(createFileEncryptor(key, salt), bytes, size);

test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 200_001])(
  'a file of %i bytes comes back, however it is cut',
  (length) => {
    const bytes = bytesOf(length);
    const sealed = encrypted(bytes);
    expect(sealed.length).toBe(26 + length + 16 * Math.max(1, Math.ceil(length / 65_536)));
    expect(encrypted(bytes, 77_777).equals(sealed)).toBe(true);
    for (const size of [5, 65_552, 1_000_000].filter((size) => size > 5 || length < 2)) {
      expect(through(createFileDecryptor(key), sealed, size).equals(Buffer.from(bytes))).toBe(true);
    }
  },
);

/** AES-CMAC (RFC 4493) by Node's own cipher, for what follows. */
function cmac(message: Buffer): Buffer {
  const encrypt = (block: Buffer) => createCipheriv('aes-256-ecb', key, null).setAutoPadding(false).update(block);
  const doubled = (block: Buffer) => {
    const value = BigInt(`0x${block.toString('hex')}`) << 1n;
    const folded = (value & ((1n << 128n) - 1n)) ^ (value >> 128n === 1n ? 0x87n : 0n);
    return Buffer.from(folded.toString(16).padStart(32, '0'), 'hex');
  };
  const one = doubled(encrypt(Buffer.alloc(16)));
  const isWhole = message.length % 16 === 0;
  const padded = isWhole
    ? message
    : Buffer.concat([message, Buffer.of(0x80), Buffer.alloc(15 - (message.length % 16))]);
  const last = isWhole ? one : doubled(one);
  let state = Buffer.alloc(16);
  for (let start = 0; start < padded.length; start += 16) {
    const block = padded.subarray(start, start + 16).map((byte, index) => {
      const end = start + 16 === padded.length ? (last[index] ?? 0) : 0;
      return byte ^ (state[index] ?? 0) ^ end;
    });
    state = encrypt(Buffer.from(block));
  }
  return state;
}

test('another program reads the format as it is described', () => {
  const sealed = encrypted(bytesOf(70_000));
  const head = sealed.subarray(0, 26);
  expect(head.subarray(0, 10).toString('latin1')).toBe('STILLENC\x01\x10');
  const label = (counter: number) =>
    Buffer.concat([
      Buffer.of(counter),
      Buffer.from('stillhouse file'),
      Buffer.of(0),
      head.subarray(10),
      Buffer.of(1, 0),
    ]);
  const fileKey = Buffer.concat([cmac(label(1)), cmac(label(2))]);
  const open = (chunk: Buffer, nonce: string) => {
    const cipher = createDecipheriv('aes-256-gcm', fileKey, Buffer.from(nonce, 'hex')).setAAD(head);
    cipher.setAuthTag(chunk.subarray(-16));
    return Buffer.concat([cipher.update(chunk.subarray(0, -16)), cipher.final()]);
  };
  const first = open(sealed.subarray(26, 26 + 65_552), '000000000000000000000000');
  const second = open(sealed.subarray(26 + 65_552), '000000000000000000000101');
  expect(Buffer.concat([first, second]).equals(Buffer.from(bytesOf(70_000)))).toBe(true);
});

test.each([
  [
    'changed',
    (file: Buffer) => Buffer.concat([file.subarray(0, 100), Buffer.of((file[100] ?? 0) ^ 1), file.subarray(101)]),
  ],
  ['cut off between chunks', (file: Buffer) => file.subarray(0, 26 + 65_552)],
  ['cut off within a chunk', (file: Buffer) => file.subarray(0, file.length - 20)],
  ['cut off after its head', (file: Buffer) => file.subarray(0, 26)],
  ['cut off within its head', (file: Buffer) => file.subarray(0, 12)],
  ['made longer', (file: Buffer) => Buffer.concat([file, Buffer.of(0)])],
  [
    'put in another order',
    (file: Buffer) =>
      Buffer.concat([
        file.subarray(0, 26),
        file.subarray(26 + 65_552, 26 + 131_104),
        file.subarray(26, 26 + 65_552),
        file.subarray(26 + 131_104),
      ]),
  ],
  ['of another salt', (file: Buffer) => Buffer.concat([file.subarray(0, 10), Buffer.alloc(16), file.subarray(26)])],
  ['no encrypted file', () => Buffer.from('customer_id,name\n1,Jane Doe and many others\n')],
])('a file that is %s is refused', (_words, change) => {
  const file = change(encrypted(bytesOf(200_000)));
  expect(() => through(createFileDecryptor(key), file, 50_000)).toThrow('The file cannot be decrypted.');
});

test('another key does not open it', () => {
  const other = createFileDecryptor(new Uint8Array(32));
  expect(() => through(other, encrypted(bytesOf(10)), 100)).toThrow('its key is another');
});
