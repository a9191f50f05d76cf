import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openSampleTables, sampleFiles, sampleFolder, type SampleTables, tableOf } from './sample-tables.ts';
import { readTruths, truthText } from './truth-text.ts';
import { chapterTruths } from './truths/chapters.ts';
import { clickstreamTables, clickstreamTruths } from './truths/clickstream.ts';
import { customerTruths } from './truths/customers.ts';
import { messageTables, messageTruths } from './truths/messages.ts';
import { modelDistances } from './truths/models.ts';
import { shopTruths } from './truths/shop.ts';

const readme = fs.readFileSync(path.join(sampleFolder, 'README.md'), 'utf8');
const truths = readTruths(path.join(sampleFolder, 'truths.json'));
const queries = { ...clickstreamTruths, ...messageTruths, ...customerTruths, ...chapterTruths };

let tables: SampleTables;
beforeAll(async () => {
  tables = await openSampleTables();
  for (const statement of [...clickstreamTables, ...messageTables]) await tables.ask(statement);
});
afterAll(() => tables.close());

/** The rows of a table in a section, the cells without their blanks. */
function tableIn(title: string, head: string): readonly (readonly string[])[] {
  const section = readme.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
  const part =
    section
      .trim()
      .split(/\n\n+/)
      .find((block) => block.startsWith(`| ${head} `)) ?? '';
  const cells = (line: string) => line.split(/(?<!\\)\|/).slice(1, -1);
  return part
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) => cells(line).map((cell) => cell.trim()));
}

describe('the data dictionary', () => {
  test.each(sampleFiles)('tells rows, columns and types of %s', async (file) => {
    const report = tables.reports.get(file);
    expect(report).toMatchObject({ rejected: 0, skipped: 0 });
    const loaded = report?.loaded.toLocaleString('en') ?? '';
    expect(readme).toMatch(new RegExp(`## ${file.replaceAll('.', '\\.')}\n\n${loaded} (rows|records)\\b`));

    const described = tableIn(file, file.includes('.ndjson') ? 'Field' : 'Column').flatMap(
      ([fields = '', types = '']) =>
        fields.split(', ').map((field, index) => ({
          field: field.replaceAll('`', ''),
          type: types.startsWith('STRUCT') ? types : (types.split(', ')[index] ?? types),
        })),
    );
    const types = described.map(({ field }) => `typeof(${columnPath(field)})`).join(', ');
    const found = await tables.ask(`SELECT concat_ws(chr(10), ${types}) FROM ${tableOf(file)} LIMIT 1`);
    expect(found.replaceAll('"', '').split('\n')).toEqual(described.map(({ type }) => type));
    const told = new Set(described.map(({ field }) => field.split(/[.[]/)[0]));
    const columns = await tables.ask(`SELECT string_agg(column_name, ',' ORDER BY column_name)
FROM duckdb_columns()
WHERE table_name = '${tableOf(file)}' AND schema_name = 'main'`);
    expect([...told].sort().join(',')).toBe(columns);
  });

  test.each(Object.entries(truths))('tells the truths of %s as truths.json does', (file, known) => {
    expect(tableIn(file, 'Truth')).toEqual(
      Object.entries(known).map(([name, value]) => [`\`${name}\``, truthText(value)]),
    );
  });
});

describe('queries find', () => {
  test('the truths of the demo project', async () => {
    const told = tableIn('Known truths of the three files above', 'Figure');
    expect(told.map(([figure]) => figure)).toEqual(Object.keys(shopTruths));
    for (const [figure = '', value] of told) {
      const found = await tables.ask(shopTruths[figure] ?? '');
      expect(/^[\d.]+$/.test(found) ? truthText(Number(found)) : found, figure).toBe(value);
    }
  });

  test.each(Object.entries(queries))('the truths of %s', async (file, statements) => {
    for (const [name, statement] of Object.entries(statements)) {
      const known = truths[file]?.[name];
      const found = await tables.ask(statement);
      const isSingle = typeof known === 'number' || typeof known === 'string';
      expect(isSingle ? figure(found) : figures(found), name).toEqual(known);
    }
  });

  test.each(Object.entries(modelDistances(truths)))('the model behind %s within the noise', async (_, statement) => {
    const distance = Number(await tables.ask(statement));
    expect(distance).toBeGreaterThan(0);
    expect(distance).toBeLessThan(4);
  });

  test('the drivers of the NPS in the order of their weights', async () => {
    const weights = z.record(z.string(), z.number()).parse(truths['nps_survey.csv']?.weightsOfRatingsBeforeRounding);
    const slopes = Object.keys(weights).map(
      (name) => `SELECT '${name}' AS name, regr_slope(score, ${name}_rating) AS slope
FROM nps_survey`,
    );
    const found = await tables.ask(
      `SELECT string_agg(name, ' ' ORDER BY slope DESC) FROM (${slopes.join(' UNION ALL ')})`,
    );
    const byWeight = Object.entries(weights).sort(([, a], [, b]) => b - a);
    expect(found).toBe(byWeight.map(([name]) => name).join(' '));
  });

  test('that every purchase on the web site is an order of the web', async () => {
    const strangers = `SELECT count(*)
FROM clicks
LEFT JOIN orders ON order_id = commerce."order".purchaseID
  AND amount = commerce."order".priceTotal
  AND ordered_at = timestamp
  AND customer_id = identityMap.CRMID[1].id
WHERE commerce.purchases IS NOT NULL AND order_id IS NULL`;
    expect(await tables.ask(strangers)).toBe('0');
    const missing = `SELECT count(*)
FROM orders
ANTI JOIN clicks ON order_id = commerce."order".purchaseID
WHERE channel = 'web' AND ordered_at >= TIMESTAMP '2026-03-03'`;
    expect(await tables.ask(missing)).toBe('0');
  });
});

function columnPath(field: string): string {
  return field.replaceAll('[].', '[1].').replace('[]', '').split('.').map(quoted).join('.');
}

const quoted = (part: string) => (part.endsWith('[1]') ? `"${part.slice(0, -3)}"[1]` : `"${part}"`);
const figure = (text: string) => (/^-?[\d.]+$/.test(text) ? Number(text) : text);

/** `a: 1; b: c 2, d 3` as an object. */
function figures(text: string): unknown {
  return Object.fromEntries(
    text.split('; ').map((part) => {
      const [key = '', value = ''] = part.split(': ');
      const inner = value.split(', ').map((pair) => pair.split(' '));
      return [
        key,
        inner[0]?.length === 2 ? Object.fromEntries(inner.map(([k = '', v = '']) => [k, figure(v)])) : figure(value),
      ];
    }),
  );
}
