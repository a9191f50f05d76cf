import { expect, test } from 'vitest';
import { foldingParts } from '../../../src/dialect/folding.ts';

test('statements, brackets and comments over several lines fold; the others do not', () => {
  const text = "SELECT 1;\n/* a\nb */\nWITH a AS (\n  SELECT ')\n' FROM t\n)\nSELECT (1), [1,\n2]\nFROM a;\n((\n";
  const parts = foldingParts(text).map(({ start, end, kind }) => [kind, text.slice(start, end).replaceAll('\n', '⏎')]);
  expect(parts).toEqual([
    ['comment', '/* a⏎b */'],
    ['statement', "WITH a AS (⏎  SELECT ')⏎' FROM t⏎)⏎SELECT (1), [1,⏎2]⏎FROM a"],
    ['bracket', "(⏎  SELECT ')⏎' FROM t⏎)"],
    ['bracket', '[1,⏎2]'],
  ]);
});
