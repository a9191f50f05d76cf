import { describe, expect, test } from 'vitest';
import { adobeName, expandName, nameProblem, safeName, storeRules } from '../../../../src/activation/naming.ts';
import { planFiles } from '../../../../src/activation/prepare/file-plan.ts';
import { fileFormatSchema } from '../../../../src/activation/prepare/send-settings.ts';
import { targetNameProblem } from '../../../../src/activation/sends/target-names.ts';

const facts = {
  title: 'Summer / “Söle”',
  dataset: 'customers',
  now: new Date('2026-03-04T05:06:07.089Z'),
  mark: 'send-42',
  part: 0,
  rows: 17,
};
const how = { extension: 'csv', several: false, rules: storeRules };

describe('names of files', () => {
  test('fill macros in, in the format given', () => {
    expect(expandName('{dataset}-{date}_{time}', facts, how)).toBe('customers-2026-03-04_050607.csv');
    expect(expandName('{timestamp:YYYYMMDDHHmm}/{rows}-{send}', facts, how)).toBe('202603040506/17-send-42.csv');
    expect(expandName('{date:DD.MM.YYYY}', facts, how)).toBe('04.03.2026.csv');
    expect(expandName('{part:00000}|{part:001}|{part}', { ...facts, part: 9 }, how)).toBe('00009-010-10.csv');
    expect(expandName(adobeName, facts, { ...how, extension: 'ndjson.gz' })).toBe(
      'customers/exportTime=202603040506/part-00000-tid-send-42.c000.ndjson.gz',
    );
  });

  test('cannot leave their folder, nor hold what some system refuses', () => {
    for (const name of [
      '../../etc/passwd',
      '/a//b/',
      'C:\\x\\..\\y',
      'a\0b\nc',
      '.hidden',
      'a/./b',
      ' x ',
      'q?*"<>|',
    ]) {
      expect(targetNameProblem(safeName(name, storeRules))).toBeUndefined();
    }
    expect(safeName('../../etc/passwd', storeRules)).toBe('etc/passwd');
    expect(safeName('a/b\\c', { folders: false, longest: 100 })).toBe('a-b-c');
    expect(expandName('{audience}', facts, how)).toBe('Summer - “Söle”.csv');
    expect(() => safeName('..', storeRules)).toThrow('Nothing is left');
    expect(() => safeName('é'.repeat(451), storeRules)).toThrow('902 bytes is too long');
  });

  test('say what is wrong with them', () => {
    expect(nameProblem('{dataset}-{date:YYYY}')).toBeUndefined();
    expect(nameProblem('{customer}')).toContain('There is no {customer}. Use {audience}');
    expect(nameProblem('{date')).toBe('A brace is not closed.');
    expect(nameProblem('{toString}')).toContain('There is no {toString}');
    expect(() => expandName('{x}', facts, how)).toThrow('cannot be used');
  });
});

describe('files', () => {
  const format = (given: object) => fileFormatSchema.parse({ name: 'f', ...given });

  test('hold at most so many rows, each under a name of its own', () => {
    expect(planFiles(5, format({ rowsPerFile: 2, gzip: true }), facts, storeRules)).toEqual([
      { name: 'f-1.csv.gz', firstRow: 0, rows: 2 },
      { name: 'f-2.csv.gz', firstRow: 2, rows: 2 },
      { name: 'f-3.csv.gz', firstRow: 4, rows: 1 },
    ]);
    expect(
      planFiles(4, format({ rowsPerFile: 2, name: '{part:0}/{rows}' }), facts, storeRules).map(({ name }) => name),
    ).toEqual(['0/2.csv', '1/2.csv']);
    expect(planFiles(3, format({ format: 'parquet', gzip: true }), facts, storeRules)).toEqual([
      { name: 'f.parquet', firstRow: 0, rows: 3 },
    ]);
    expect(planFiles(0, format({}), facts, storeRules)).toEqual([]);
  });
});
