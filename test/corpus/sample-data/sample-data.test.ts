import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collect } from '../../../src/engine/collect.ts';
import { textAt } from '../../../src/engine/text.ts';
import { type ImportFixture, openImports } from '../../engine/import/import-fixture.ts';

const folder = fileURLToPath(new URL('../../../sample-data/', import.meta.url));
const readme = fs.readFileSync(path.join(folder, 'README.md'), 'utf8');
const tables = { customers: 'csv', orders: 'csv', web_events: 'ndjson' } as const;

let fixture: ImportFixture;
beforeAll(async () => {
  fixture = await openImports();
});
afterAll(() => fixture.close());

async function ask(statement: string): Promise<string> {
  const column = (await collect(fixture.session, statement)).batches[0]?.columns[0];
  return (column === undefined ? null : textAt(column, 0)) ?? '';
}

test('the generator writes the files byte for byte', () => {
  const made = fs.mkdtempSync(path.join(os.tmpdir(), 'stillhouse-sample-'));
  execFileSync(process.execPath, [path.join(folder, 'generate.mjs'), made]);
  const data = path.join(folder, 'data');
  expect(fs.readdirSync(made)).toEqual(fs.readdirSync(data));
  for (const name of fs.readdirSync(data)) {
    expect(fs.readFileSync(path.join(made, name)).equals(fs.readFileSync(path.join(data, name))), name).toBe(true);
  }
  fs.rmSync(made, { recursive: true });
});

describe('the data dictionary', () => {
  /** The rows of a section's table, the cells without their marks. */
  const section = (title: string) =>
    (readme.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '')
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .slice(2)
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );

  test.each(Object.entries(tables))('tells rows and types of %s', async (name, ending) => {
    const file = `${name}.${ending}`;
    const report = await fixture.importAs(file, fs.readFileSync(path.join(folder, 'data', file)), { as: name });
    expect(report).toMatchObject({ rejected: 0, skipped: 0 });
    expect(readme).toMatch(new RegExp(`## ${file}\n\n${report.loaded.toLocaleString('en')} (rows|records)`));
    for (const [fields = '', types = ''] of section(file)) {
      const names = fields.split(', ').map((field) => field.replaceAll('`', ''));
      for (const [index, field] of names.entries()) {
        const statement = `SELECT any_value(typeof(${field.replace('[]', '')})) FROM ${name}`;
        const type = (await ask(statement)).replaceAll('"', '');
        expect(type, field).toBe(types.startsWith('STRUCT') ? types : (types.split(', ')[index] ?? types));
      }
    }
  });

  const truths: Readonly<Record<string, string>> = {
    'Customers: new, regular, loyal': counts('customers', 'segment', ['new', 'regular', 'loyal']),
    'Customers with marketing consent': 'SELECT count(*) FROM customers WHERE marketing_consent',
    'Customers who ordered at least once': 'SELECT count(DISTINCT customer_id) FROM orders',
    'Orders through web, store, app': counts('orders', 'channel', ['web', 'store', 'app']),
    'Orders returned': "SELECT count(*) FROM orders WHERE status = 'returned'",
    'Units sold': 'SELECT sum(quantity)::BIGINT FROM orders',
    'Revenue of all orders': 'SELECT sum(amount::DECIMAL(12,2)) FROM orders',
    'Month with the highest revenue': `SELECT strftime(date_trunc('month', ordered_at), '%Y-%m') || ': ' || format('{:,.2f}', sum(amount))
      FROM orders GROUP BY date_trunc('month', ordered_at) ORDER BY sum(amount) DESC LIMIT 1`,
    'Revenue of Outerwear, Footwear, Bags, Accessories': `SELECT string_agg(format('{:,.2f}', revenue), ', ' ORDER BY revenue DESC)
      FROM (SELECT category, sum(amount) AS revenue FROM orders GROUP BY category)`,
    'Orders of an unknown customer': 'SELECT count(*) FROM orders ANTI JOIN customers USING (customer_id)',
    'Page views signed in': 'SELECT count(identityMap.CRMID) FROM web_events',
    'Different browsers': 'SELECT count(DISTINCT identityMap.ECID[1].id) FROM web_events',
    'Page views on phone, desktop, tablet': counts('web_events', 'device."type"', ['phone', 'desktop', 'tablet']),
    'Products listed in all page views': 'SELECT sum(len(productListItems))::BIGINT FROM web_events',
  };

  test('tells truths that queries find again', async () => {
    const told = section('Known truths');
    expect(told.map(([figure]) => figure)).toEqual(Object.keys(truths));
    for (const [figure = '', value] of told) {
      const found = await ask(truths[figure] ?? '');
      const text = /^[\d.]+$/.test(found) ? grouped(found) : found;
      expect(text, figure).toBe(value);
    }
  });
});

function counts(table: string, column: string, values: readonly string[]): string {
  const parts = values.map((value) => `format('{:,}', count(*) FILTER (${column} = '${value}'))`);
  return `SELECT ${parts.join(` || ', ' || `)} FROM ${table}`;
}

function grouped(number: string): string {
  return number.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
