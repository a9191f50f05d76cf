import { describe, expect, test } from 'vitest';
import { hover } from '../../../src/dialect/hover/hover.ts';
import { signatureHelp } from '../../../src/dialect/signature.ts';
import { atCursor, sampleCatalog } from './sample-catalog.ts';

const at = (marked: string) => {
  const { text, position } = atCursor(marked);
  const found = hover(text, position, sampleCatalog);
  return found === undefined
    ? undefined
    : { word: text.slice(found.range.start, found.range.end), text: found.markdown };
};

describe('hover', () => {
  test.each([
    ['SELECT ro|und(1)', 'round', 'round(x DOUBLE, precision INTEGER) → DOUBLE'],
    ['SELECT ro|und(1)', 'round', 'Example: `round(42.4332, 2)`'],
    ['SELECT na|me FROM customers', 'name', '`name` VARCHAR · customers'],
    ['SELECT c.name| FROM customers c', 'name', '`name` VARCHAR · c'],
    ['SELECT c|.name FROM customers c', 'c', '**main.customers** · table · 1,204 rows'],
    ['SELECT * FROM cust|omers', 'customers', 'created_at TIMESTAMP'],
    ['SELECT * FROM "Ord|er Lines"', '"Order Lines"', 'One row a line.'],
    ['UPDATE cust|omers SET name = 1', 'customers', '**main.customers**'],
    ['SELECT o.address.ge|o FROM orders o', 'geo', '`address.geo` STRUCT(lat DOUBLE, lon DOUBLE) · o'],
    ['WITH a AS (SELECT 1 AS x) SELECT * FROM |a', 'a', '**a** · common table\n\n```sql\nx INTEGER\n```'],
    ['SELECT count(*) AS n FROM customers ORDER BY |n', 'n', '`n` BIGINT'],
    ['SELECT list_filter(items, x -> |x.price > 1) FROM orders', 'x', 'STRUCT(sku VARCHAR'],
    ['SELECT * FROM customers Q|UALIFY true', 'QUALIFY', 'window functions'],
    ['SELECT * EXCL|UDE (id) FROM customers', 'EXCLUDE', 'all columns but these'],
    ['SELECT * FROM read|_csv(1)', 'read_csv', 'About read_csv.'],
    ['SELECT to|day()', 'today', 'today()'],
  ])('%s', (marked, word, part) => {
    expect(at(marked)?.word).toBe(word);
    expect(at(marked)?.text).toContain(part);
  });

  test.each([
    "SELECT 'na|me' FROM customers",
    'SELECT 1 -- na|me',
    'SELECT nothing| FROM customers',
    '|',
    'SELECT 1 + |2',
  ])('nothing at %s', (marked) => {
    expect(at(marked)).toBeUndefined();
  });
});

describe('signatureHelp', () => {
  test.each<[string, [name: string, active: number, parameter: number] | undefined]>([
    ['SELECT round(|', ['round', 0, 0]],
    ['SELECT round(1|', ['round', 0, 0]],
    ['SELECT round(1, |', ['round', 1, 1]],
    ['SELECT round(1, 2|)', ['round', 1, 1]],
    ['SELECT round(1, 2)|', undefined],
    ['SELECT round(upper(|), 2)', ['upper', 0, 0]],
    ['SELECT round(upper(x, y)|, 2)', ['round', 0, 0]],
    ['SELECT round((1 + |), 2)', ['round', 0, 0]],
    ['SELECT round([1, 2, |], 2)', ['round', 0, 0]],
    ['SELECT round(1,\n|\nFROM orders', ['round', 1, 1]],
    ['SELECT concat(1, 2, 3, |)', ['concat', 0, 1]],
    ['SELECT round(precision := |)', ['round', 0, 0]],
    ['SELECT round(1, precision := |)', ['round', 1, 1]],
    ['SELECT * FROM read_csv(|)', ['read_csv', 0, 0]],
    ['SELECT x IN (|', undefined],
    ['SELECT sum((SELECT | FROM orders))', undefined],
    ['SELECT nothing(|)', undefined],
    ["SELECT round('a, |b')", ['round', 0, 0]],
    ['SELECT 1 -- round(|', undefined],
  ])('%s', (marked, expected) => {
    const { text, position } = atCursor(marked);
    const help = signatureHelp(text, position, sampleCatalog);
    expect(help === undefined ? undefined : [help.found.name, help.active, help.parameter]).toEqual(expected);
  });
});
