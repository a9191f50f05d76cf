import { describe, expect, test } from 'vitest';
import { sql } from '../../../src/core/sql.ts';
import type { Step } from '../../../src/modules/contract.ts';
import { reportHtml } from '../../../src/report/report-html.ts';
import type { RunRecord } from '../../../src/runner/run-record.ts';

const figures = {
  columns: [
    { name: '<b>', type: 'VARCHAR' },
    { name: 'n', type: 'BIGINT' },
  ],
  rows: [['<script>alert(1)</script>', 1234.5], [null, 2], ...Array.from({ length: 120 }, (_, n) => [`r${n}`, n])],
  rowCount: 5000,
};
const record: RunRecord = {
  version: 1,
  id: 'one',
  module: 'explore.test',
  moduleVersion: 3,
  title: 'Rock & roll',
  input: { dataset: 'a"b', groups: [], days: 30, rules: [{ name: 'x' }], saveAs: '' },
  startedAt: '2026-01-01T00:00:00.000Z',
  finishedAt: '2026-01-01T12:34:56.000Z',
  steps: [],
  checks: [
    {
      id: 'a',
      title: 'All well',
      severity: 'error',
      passed: true,
      remedy: 'None.',
      evidence: { ...figures, rowCount: 0 },
    },
    { id: 'b', title: 'No <gaps>', severity: 'warning', passed: false, remedy: 'Fill.', evidence: figures },
  ],
  findings: [{ id: 'f', title: 'Found', words: '5 < 6.', reading: 'Look.', figures }],
  outputs: [{ name: 'kept', title: 'Kept', from: ['a"b'], rows: 7, replaced: false, snapshot: 1 }],
};
const step: Step = {
  kind: 'sql',
  id: 's',
  title: 'Select',
  explanation: { what: 'Selects.', why: 'To see.' },
  as: 'table',
  creates: ['s'],
  query: sql`SELECT 1 < 2 AS yes`,
};
const html = reportHtml({ record, steps: [step], charts: { f: '<svg id="drawn"></svg>' } });

test('everything a reader needs is in it', () => {
  for (const part of [
    'Rock &amp; roll',
    'Made on 2026-01-01 12:34 UTC',
    'version 3',
    '5 &lt; 6.',
    '<svg id="drawn"></svg>',
    '<td class="number">1,234.5</td>',
    '<td class="null">NULL</td>',
    '… and 4,900 more rows.',
    'Not so: No &lt;gaps&gt;',
    'All well',
    'a&quot;b',
    '[{&quot;name&quot;:&quot;x&quot;}]',
    'Kept as <strong>kept</strong>: 7 rows',
    'SELECT 1 &lt; 2 AS yes',
  ]) {
    expect(html).toContain(part);
  }
});

describe('it is safe and stands alone', () => {
  test('no value becomes markup', () => {
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<b>');
  });

  test('nothing is fetched', () => {
    expect(html).not.toMatch(/https?:|src=|@import|url\(/);
  });
});
