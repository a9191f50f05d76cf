import { expect, test } from 'vitest';
import { scratchPathSchema } from '../../../src/host/scratch-path.ts';

test.each(['a/part-00000.csv', 'Été/übung 2/x=1/part-00000.json', 'v1.2/a.b'])('%s is a path', (path) => {
  expect(scratchPathSchema.safeParse(path).success).toBe(true);
});

test.each([
  ...['', '/a', 'a/', 'a//b', '.', '..', '../a', 'a/../b', 'a/..', '.git/config', 'a/b.', 'a ', ' a'],
  ...['C:/a', 'a\\b', 'a\0', 'a\n', 'con', 'NUL.csv', 'lpt1/a', '%a', 'a*', 'x'.repeat(101), 'a/'.repeat(10) + 'a'],
])('%j is none', (path) => {
  expect(scratchPathSchema.safeParse(path).success).toBe(false);
});
