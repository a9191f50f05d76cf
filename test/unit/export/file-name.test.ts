import { expect, test } from 'vitest';
import { exportFileName } from '../../../renderer/export/file-name.ts';

test.each([
  ['Orders', 'Orders.csv'],
  ['Q1/Q2: "best"?', 'Q1 Q2 best.csv'],
  ['..', 'result.csv'],
  ['', 'result.csv'],
  ['orders.CSV', 'orders.csv'],
  ['Käufer 2024', 'Käufer 2024.csv'],
  ['a\u0000b\nc', 'a b c.csv'],
])('“%s” is saved as %s', (title, name) => {
  expect(exportFileName(title, 'csv')).toBe(name);
});

test('a long title is cut, its ending kept', () => {
  expect(exportFileName('x'.repeat(500), 'parquet')).toBe(`${'x'.repeat(120)}.parquet`);
});
