import { expect, test } from 'vitest';
import { withoutCppExports } from '../../../src/duckdb/needed-exports.ts';

const text = (value: string) => [value.length, ...new TextEncoder().encode(value)];
const section = (id: number, items: readonly (readonly number[])[]) => {
  const content = [items.length, ...items.flat()];
  return [id, content.length, ...content];
};
const answering = (answer: number) => [4, 0, 0x41, answer, 0x0b];

test('C++ symbols are exported no more, and what is left answers as before', () => {
  const code = Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [[0x60, 0, 1, 0x7f]]),
    ...section(3, [[0], [0], [0]]),
    ...section(7, [
      [...text('_ZN6duckdb2DBC1Ev'), 0x00, 0],
      [...text('first'), 0x00, 0],
      [...text('orig$_ZN6duckdb2DBC1Ev'), 0x00, 1],
      [...text('_zone'), 0x00, 2],
      [...text('orig$second'), 0x00, 1],
    ]),
    ...section(10, [answering(7), answering(8), answering(9)]),
  ]);
  const changed = withoutCppExports(code);
  expect(changed.length).toBeLessThan(code.length);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(changed));
  const answers = Object.entries(exports).map(([name, run]) => [name, (run as () => number)()]); // each is a function
  expect(answers).toEqual([
    ['first', 7],
    ['_zone', 9],
    ['orig$second', 8],
  ]);
});

test('code that ends too early is told', () => {
  expect(() => withoutCppExports(Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 7, 9, 3, 1]))).toThrow(
    /ends too early/,
  );
});
