import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { splitStatements } from '../../../src/dialect/split.ts';
import { linesIn, shownScript } from '../../../src/distiller/shown-script.ts';
import { type DistillerFixture, openDistillerFixture } from './distiller-fixture.ts';

let fixture: DistillerFixture;
beforeAll(async () => {
  fixture = await openDistillerFixture();
  await fixture.run('CREATE TABLE t AS SELECT explode(array(1, 2, 3)) AS n');
});
afterAll(() => fixture.close());

const steps = (statement: string) => fixture.session.steps(statement);

/** Runs SQL of the engine as a tab of its own would. */
async function runEngine(script: string): Promise<void> {
  const session = await fixture.database.workspace.openSession('engine');
  for (const { start, end } of splitStatements(script)) {
    const query = session.run(script.slice(start, end));
    while ((await query.next()) !== undefined) continue;
    await query.outcome;
  }
  await session.close();
}

const chain = `$$ BEGIN
  SET @least = SELECT max(n) FROM t;
  CREATE TABLE big AS SELECT n, n * 2 AS m FROM t WHERE n > CAST(@least AS INT) - 2;
  CREATE TABLE bigger AS SELECT *, m / 4 AS k FROM big;
  INSERT INTO bigger SELECT m, n, '7' FROM big;
  INSERT OVERWRITE INTO big SELECT * FROM big WHERE n = 2;
  SELECT m AS wanted INTO chosen FROM big;
END $$`;
const left = `SELECT
  (SELECT concat_ws(',', sort_array(collect_list(concat_ws(':', n, m, k)))) FROM bigger) AS bigger,
  (SELECT concat_ws(',', collect_list(concat_ws(':', n, m))) FROM big) AS big,
  (SELECT sum(wanted) FROM chosen) AS chosen`;
const remove = 'DROP TABLE big; DROP TABLE bigger; DROP TABLE chosen';

describe('a block is shown', () => {
  test('as SQL of the engine that does what the block does', async () => {
    const shown = shownScript(await steps(chain), { source: chain, lines: () => ({ first: 1, last: 1 }) });
    await fixture.run(chain);
    const expected = await fixture.rows(left);
    expect(expected).toEqual(['["2:4:1.0,3:6:1.5,4:2:7.0,6:3:7.0","2:4",4]']);
    await fixture.run(remove);
    await runEngine(shown);
    expect(await fixture.rows(left)).toEqual(expected);
    await fixture.run(remove);
  });

  test('statement by statement under the lines they are for', async () => {
    const script = shownScript(await steps(chain), { source: chain, lines: linesIn(chain, 0, (range) => range) });
    expect(script.split('\n').filter((line) => line.startsWith('-- '))).toEqual([
      '-- Line 2: SET @least = SELECT max(n) FROM t',
      '-- The value is put as text in the places of @least.',
      '-- Line 3: CREATE TABLE big AS SELECT n, n * 2 AS m FROM t WHERE n > C…',
      '-- Line 4: CREATE TABLE bigger AS SELECT *, m / 4 AS k FROM big',
      "-- Line 5: INSERT INTO bigger SELECT m, n, '7' FROM big",
      '-- Line 6: INSERT OVERWRITE INTO big SELECT * FROM big WHERE n = 2',
      '-- Line 7: SELECT m AS wanted INTO chosen FROM big',
    ]);
    expect(script).toContain("getvariable('least')");
  });

  test('without touching anything', async () => {
    await steps('$$ BEGIN SET auto_to_json = true; DECLARE c CURSOR FOR SELECT 1; PREPARE p AS SELECT 1; END $$');
    expect(await fixture.rows('SET auto_to_json')).toEqual(['["auto_to_json","false"]']);
    expect((await fixture.failure('FETCH c')).message).toContain('There is no open cursor');
    expect((await fixture.failure('EXECUTE p')).message).toContain('There is no prepared statement');
  });

  test('with what Stillhouse does itself and what is known only later', async () => {
    const block = `$$ BEGIN
  SET auto_to_json = true;
  SET @from = SELECT 1;
  SELECT * FROM t SNAPSHOT AS OF @from;
  RAISE 'enough';
EXCEPTION WHEN OTHERS THEN
  DROP TABLE IF EXISTS none;
END $$`;
    expect((await steps(block)).map(({ words, statements }) => [words, statements.length])).toEqual([
      ['Stillhouse keeps the setting for this session.', 0],
      ['The value is put as text in the places of @from.', 1],
      [expect.stringMatching(/^Its SQL is known once what stands before it has run\. As it is now: .*“@from”/), 0],
      ['Ends the block with an error.', 1],
      ['Only where the block fails.', 1],
    ]);
    await expect(steps('$$ BEGIN SELECT nothing FROM t; END $$')).rejects.toThrow('There is no column “nothing”');
  });
});

test('cursors and prepared statements are shown as they run', async () => {
  await fixture.run('DECLARE c CURSOR FOR SELECT n FROM t; FETCH c; PREPARE p AS SELECT $1 + 1 AS r');
  expect((await fixture.session.show('FETCH 2 FROM c'))[0]).toContain('rowid >= 1 AND rowid < 3');
  expect(await fixture.session.show('EXECUTE p(3)')).toEqual(['SELECT 3 + 1 AS r']);
  expect(await fixture.rows('FETCH 5 FROM c')).toEqual(['[2]', '[3]']);
  await fixture.run('CLOSE c; DEALLOCATE p');
});

test('every statement says what it did, with counts where there are any', async () => {
  const words: (string | undefined)[] = [];
  for (const statement of [
    'CREATE TABLE made AS SELECT n FROM t',
    'CREATE TABLE IF NOT EXISTS made AS SELECT 1 AS n',
    'CREATE TEMP TABLE passing AS SELECT n FROM t WHERE n = 1',
    'CREATE TABLE empty (a INT, b STRING)',
    'SELECT n INTO TEMP taken FROM t',
    'INSERT INTO made SELECT 9',
    'INSERT INTO passing SELECT 9',
    'INSERT OVERWRITE INTO made SELECT 1',
    'CREATE VIEW seen AS SELECT * FROM made',
    'CREATE VIEW IF NOT EXISTS seen AS SELECT * FROM t',
    'ALTER TABLE made RENAME TO named',
    'DROP VIEW seen',
    'DROP VIEW IF EXISTS seen',
    'DROP TABLE named',
    'DROP TABLE IF EXISTS named',
    'DROP TABLE passing',
    'CREATE DATABASE d',
    'CREATE DATABASE IF NOT EXISTS d',
    'CREATE SCHEMA d.s',
    'USE d',
    'USE main',
    'DROP DATABASE d CASCADE',
    'BEGIN',
    'ROLLBACK',
    'DECLARE c CURSOR FOR SELECT * FROM t',
    '$$ BEGIN CREATE TABLE one AS SELECT 1 AS a; INSERT INTO one SELECT 2; END $$',
  ]) {
    words.push((await fixture.run(statement)).words);
  }
  expect(words).toEqual([
    'Table “made” created with 3 rows.',
    'Nothing was made.',
    'Temporary table “passing” created with 1 row.',
    'Table “empty” created with 2 columns and no rows.',
    'Temporary table “taken” created with 3 rows.',
    '1 row added to “made”.',
    '1 row added to “passing”.',
    '“made” has 1 row now, in place of those it had.',
    'View “seen” created.',
    '“seen” was there already and stayed as it was.',
    '“made” is called “named” now.',
    'View “seen” dropped.',
    'There was no view “seen”.',
    'Table “named” dropped. “Undo last change to data” brings it back.',
    'There was no table “named”.',
    'Table “passing” dropped.',
    'Database “d” created.',
    '“d” was there already.',
    'Schema “d.s” created.',
    'Tables without a schema are looked for in “d” now.',
    'Tables without a schema are looked for in “main” now.',
    'Database “d” dropped.',
    'Transaction open: what it changes is seen in this session only, until COMMIT.',
    'Rolled back.',
    'The cursor “c” is open on 3 rows.',
    '2 statements ran. 1 row added to “one”.',
  ]);
});
