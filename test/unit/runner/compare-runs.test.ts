import { expect, test } from 'vitest';
import { compareRuns } from '../../../src/runner/compare-runs.ts';
import { parseRunRecord, type RunRecord } from '../../../src/runner/run-record.ts';

type Cell = string | number | null;
const record = (input: RunRecord['input'], rows: readonly (readonly Cell[])[]): RunRecord => ({
  version: 1,
  id: 'one',
  module: 'explore.test',
  moduleVersion: 1,
  title: 'Test',
  input,
  startedAt: '2026-01-01T00:00:00.000Z',
  finishedAt: '2026-01-01T00:00:01.000Z',
  steps: [],
  checks: [],
  findings: [
    {
      id: 'f',
      title: 'Finding',
      words: 'Words.',
      reading: 'Reading.',
      figures: {
        columns: [
          { name: 'group', type: 'VARCHAR' },
          { name: 'people', type: 'BIGINT' },
          { name: 'share', type: 'DOUBLE' },
        ],
        rows: rows.map((row) => [...row]),
        rowCount: rows.length,
      },
    },
  ],
  outputs: [],
});

test('figures are matched by the texts of their rows, whatever their order', () => {
  const before = record({ days: 30, dataset: 'a' }, [
    ['x', 1, 0.5],
    ['y', 2, 0.25],
    ['gone', 3, null],
  ]);
  const now = record({ days: 60, dataset: 'a' }, [
    ['y', 2, 0.5],
    ['x', 1, 0.5],
    ['new', 4, null],
  ]);
  expect(compareRuns(before, now)).toEqual({
    settings: ['days: 30 → 60'],
    figures: [
      { finding: 'Finding', row: 'y', column: 'share', before: 0.25, now: 0.5 },
      { finding: 'Finding', row: 'new', column: 'people', before: null, now: 4 },
      { finding: 'Finding', row: 'gone', column: 'people', before: 3, now: null },
    ],
    same: 3,
  });
});

test('rows alike are told apart by their number', () => {
  const rows = [
    ['x', 1, null],
    ['x', 2, null],
  ];
  expect(compareRuns(record({}, rows), record({}, rows))).toEqual({ settings: [], figures: [], same: 2 });
});

test('a stored record comes back as it was, and anything else is refused', () => {
  const stored = record({ days: 30 }, [['x', 1, 0.5]]);
  expect(parseRunRecord(JSON.stringify(stored))).toEqual(stored);
  expect(() => parseRunRecord('{"version":2}')).toThrow('A stored run of a module cannot be read.');
});
