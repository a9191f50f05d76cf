import { describe, expect, test } from 'vitest';
import { parseDistiller } from '../../../src/dialect/distiller/parse/index.ts';
import { splitDistiller } from '../../../src/dialect/distiller/parse/split.ts';
import { readTopics } from './case-files.ts';

const readable = readTopics().flatMap(({ cases }) => cases.filter(({ expected }) => expected.kind === 'rows'));

describe('every case that runs is read', () => {
  test.each(readable)('$file: $title', ({ sql }) => {
    for (const { start, end } of splitDistiller(sql)) {
      expect(parseDistiller(sql.slice(start, end), { offset: start }).span.start).toBe(start);
    }
  });
});
