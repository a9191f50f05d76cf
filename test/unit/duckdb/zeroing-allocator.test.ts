import { expect, test } from 'vitest';
import { withZeroingAllocator } from '../../../src/duckdb/zeroing-allocator.ts';

const header = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const text = (value: string) => [value.length, ...new TextEncoder().encode(value)];
const section = (id: number, items: readonly (readonly number[])[]) => {
  const content = [items.length, ...items.flat()];
  return [id, content.length, ...content];
};
const body = (code: readonly number[]) => [code.length + 2, 0x00, ...code, 0x0b];

/** An allocator whose every piece is the next 64 bytes, and which never forgets. */
const module = Uint8Array.from([
  ...header,
  ...section(1, [
    [0x60, 1, 0x7f, 1, 0x7f],
    [0x60, 1, 0x7f, 0],
    [0x60, 2, 0x7f, 0x7f, 1, 0x7f],
  ]),
  ...section(2, [[...text('env'), ...text('memory'), 0x02, 0x00, 0x01]]),
  ...section(3, [[0], [1], [2], [0]]),
  ...section(6, [[0x7f, 0x01, 0x41, 0x80, 0x08, 0x0b]]),
  ...section(7, [
    [...text('malloc'), 0x00, 0],
    [...text('free'), 0x00, 1],
    [...text('realloc'), 0x00, 2],
    [...text('malloc_usable_size'), 0x00, 3],
  ]),
  ...section(10, [
    body([0x23, 0x00, 0x23, 0x00, 0x41, 0xc0, 0x00, 0x6a, 0x24, 0x00]),
    body([]),
    body([0x41, 0x00]),
    body([0x41, 0xc0, 0x00]),
  ]),
]);

interface Allocator {
  malloc(bytes: number): number;
  free(pointer: number): void;
  realloc(pointer: number, bytes: number): number;
}

async function load(code: Uint8Array<ArrayBuffer>) {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { instance } = await WebAssembly.instantiate(code, { env: { memory } });
  const allocator = instance.exports as unknown as Allocator; // the functions that the module above exports
  return { allocator, bytes: new Uint8Array(memory.buffer) };
}

test('what is given free is zero, to its last byte and not beyond', async () => {
  const { allocator, bytes } = await load(withZeroingAllocator(module));
  bytes.fill(7);
  const pointer = allocator.malloc(64);
  allocator.free(pointer);
  expect([...bytes.subarray(pointer - 1, pointer + 65)]).toEqual([7, ...Array<number>(64).fill(0), 7]);
  allocator.free(0);
  expect(bytes[0]).toBe(7);
});

test('a piece that changes its size moves with its content, and leaves zeros', async () => {
  const { allocator, bytes } = await load(withZeroingAllocator(module));
  const [pointer, fresh] = [allocator.malloc(64), allocator.realloc(0, 5)];
  expect(fresh).toBe(pointer + 64);
  bytes.fill(7, pointer, pointer + 64);
  const moved = allocator.realloc(pointer, 16);
  expect(moved).toBe(pointer + 128);
  expect([...bytes.subarray(moved, moved + 17)]).toEqual([...Array<number>(16).fill(7), 0]);
  expect(bytes.subarray(pointer, pointer + 64).every((byte) => byte === 0)).toBe(true);
});

test('code without such an allocator is refused', () => {
  expect(() => withZeroingAllocator(Uint8Array.from(header))).toThrow(/^The engine’s/);
  expect(() => withZeroingAllocator(module.slice(0, 60))).toThrow(/^The engine’s/);
});
