import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FunctionShape } from '../../../src/dialect/catalog-shape.ts';
import { complete } from '../../../src/dialect/completion/complete.ts';
import { hover } from '../../../src/dialect/hover/hover.ts';
import { rows } from '../../../src/engine/collect.ts';
import { isOffered } from '../../../src/sql/functions/offered.ts';
import { cellText, openSampleDatabase, type SampleDatabase } from './sample-database.ts';

let database: SampleDatabase;
beforeAll(async () => {
  database = await openSampleDatabase();
  await database.session.exec(
    `CREATE TABLE example AS SELECT 1 AS id, 'a' AS name, 'b' AS nickname, 'DE' AS country, 'mail' AS channel, 2.5::DOUBLE AS amount,
       1.5::DOUBLE AS growth, 3.0::DOUBLE AS price, 2.0::DOUBLE AS quantity, 1.0::DOUBLE AS x, 2.0::DOUBLE AS y,
       TIMESTAMP '2024-01-01' AS time, DATE '2024-01-01' AS day`,
  );
  await database.session.exec('SET VARIABLE start_date = 1');
});
afterAll(() => database.engine.close());

const find = (name: string, kind?: FunctionShape['kind']) =>
  database.catalog.functions.find((found) => found.name === name && (kind === undefined || found.kind === kind));

/** Why the engine refuses to run a statement; `undefined` when it does not. */
async function refusal(statement: string): Promise<string | undefined> {
  const query = database.session.query(statement);
  try {
    await query.columns;
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await query.close();
  }
}

describe('the list of functions', () => {
  test('holds every kind, each with a description and an example', () => {
    const kinds = new Set(database.catalog.functions.map((found) => found.kind));
    expect([...kinds].sort()).toEqual([
      'aggregate',
      'macro',
      'pragma',
      'scalar',
      'table-function',
      'table-macro',
      'window',
    ]);
    const silent = database.catalog.functions.filter(
      (found) => (found.description ?? '') === '' || found.examples.length === 0,
    );
    expect(silent.map((found) => found.name)).toEqual([]);
  });

  test('draws overloads together', () => {
    expect(
      find('round')?.signatures.map((signature) => signature.parameters.map((parameter) => parameter.name)),
    ).toEqual([['x'], ['x', 'precision']]);
    expect(find('round')?.signatures[0]?.parameters[0]?.type).toBe('NUMERIC');
    expect(find('read_csv')?.signatures[0]?.parameters.find((parameter) => parameter.name === 'header')).toEqual({
      name: 'header',
      type: 'BOOLEAN',
      named: true,
    });
    expect(find('concat')?.signatures[0]?.varargs).toBe('ANY');
  });

  test.each([
    'read_json',
    'json_extract',
    'read_parquet',
    'timezone',
    'read_xlsx',
    '+',
    '__internal_compress_string_ubigint',
    'glob',
  ])('%s is not offered', (name) => {
    expect(find(name)).toBeUndefined();
  });

  test('a macro of the user appears with its comment', async () => {
    await database.session.exec('CREATE OR REPLACE MACRO "Add Tax"(net, rate) AS net * (1 + rate)');
    await database.session.exec(`COMMENT ON MACRO "Add Tax" IS 'Net plus tax.'`);
    const { functionsSql } = await import('../../../src/sql/functions/functions-sql.ts');
    const { parseFunctions } = await import('../../../src/sql/functions/parse-functions.ts');
    const found = parseFunctions(await rows(database.session, functionsSql().text)).find(
      (each) => each.name === 'Add Tax',
    );
    expect(found).toMatchObject({ kind: 'macro', description: 'Net plus tax.' });
    expect(found?.signatures[0]?.parameters.map((parameter) => parameter.name)).toEqual(['net', 'rate']);
  });
});

describe('what is offered works', () => {
  test('every offered function of an expression exists and none needs what is missing offline', async () => {
    const text = 'SELECT ';
    const offered = complete(text, text.length, database.catalog).items.filter((item) =>
      ['scalar', 'aggregate', 'macro', 'window'].includes(item.kind),
    );
    expect(offered.length).toBeGreaterThan(400);
    const missing: string[] = [];
    for (const item of offered) {
      const window = item.kind === 'window' ? ' OVER ()' : '';
      const reason = await refusal(`SELECT ${item.label}()${window}`);
      if (reason !== undefined && /There is no function|offline|extension|internal use/.test(reason))
        missing.push(`${item.label}: ${reason}`);
    }
    expect(missing).toEqual([]);
  });

  test('our own examples run', async () => {
    const { builtInFunctions } = await import('../../../src/sql/functions/built-in.ts');
    const { ownDescriptionLines } = await import('../../../src/sql/functions/description-lines.ts');
    const own = ownDescriptionLines
      .trim()
      .split('\n')
      .map((line) => line.split(' | ')[2] ?? '');
    const failed: string[] = [];
    for (const example of [...own, ...builtInFunctions.flatMap((found) => found.examples)]) {
      if (/\.(csv|txt|png)'/.test(example)) continue;
      const grouping = example.startsWith('grouping') ? ' GROUP BY ROLLUP (country)' : '';
      const statement = /^(FROM|PRAGMA) /.test(example) ? example : `SELECT ${example} FROM example${grouping}`;
      const reason = await refusal(statement);
      if (reason !== undefined) failed.push(`${statement}: ${reason}`);
    }
    expect(failed).toEqual([]);
  });

  test('the examples of the engine run, for functions of constants', async () => {
    const failed: string[] = [];
    let tried = 0;
    for (const found of database.catalog.functions) {
      const [example = ''] = found.examples;
      if (found.kind !== 'scalar' || !example.startsWith(`${found.name}(`)) continue;
      tried++;
      const reason = await refusal(`SELECT ${example}`);
      if (reason !== undefined) failed.push(found.name);
    }
    expect(tried).toBeGreaterThan(200);
    expect(failed.length / tried).toBeLessThan(0.1);
  });
});

test('a hover over a function shows its signature and description', () => {
  expect(hover('SELECT date_trunc(1)', 8, database.catalog)?.markdown).toMatch(
    /^```sql\ndate_trunc\(part VARCHAR, [^]*Truncate to specified precision/,
  );
});

test('withheld functions are all known to the engine, so that the list does not rot', async () => {
  const known = new Set(
    (await rows(database.session, 'SELECT DISTINCT function_name AS name FROM duckdb_functions()')).map((row) =>
      cellText(row.name),
    ),
  );
  const shown = new Set(database.catalog.functions.map((found) => found.name));
  const hidden = [...known].filter((name) => /^[a-z]/.test(name) && !shown.has(name) && !isOffered(name, 'scalar'));
  expect(hidden).toEqual(expect.arrayContaining(['timezone', 'checkpoint', 'sum_no_overflow']));
});
