import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mostHeldBytes } from '../../../src/distiller/whole-rows.ts';
import { jsonAt } from '../../../src/engine/json.ts';
import { type DistillerFixture, openDistillerFixture } from './distiller-fixture.ts';

let fixture: DistillerFixture;
beforeAll(async () => {
  fixture = await openDistillerFixture();
});
afterAll(() => fixture.close());

const rows = (script: string) => fixture.rows(script);

describe('blocks', () => {
  test('run their statements in order and give the rows of the last', async () => {
    expect(
      await rows(`$$ BEGIN
  CREATE TABLE chain_a AS SELECT 1 AS n;
  CREATE TABLE chain_b AS SELECT n + 1 AS n FROM chain_a;
  SELECT n FROM chain_b;
END $$;`),
    ).toEqual(['[2]']);
  });

  test.each(['$$BEGIN SET @a = SELECT 1; SELECT @a AS a; $$END;', '--/\n$$ BEGIN SELECT 1 AS a; END $$;\n/'])(
    'are written as %s too',
    async (script) => {
      expect((await fixture.run(script)).columns).toEqual(['a']);
    },
  );

  test('that fail run EXCEPTION; what ran before stays, what follows does not run', async () => {
    const answer = await fixture.run(`$$ BEGIN
  CREATE TABLE before_it AS SELECT 1 AS a;
  SELECT nothing FROM before_it;
  CREATE TABLE behind_it AS SELECT 1 AS a;
EXCEPTION WHEN OTHER THEN
  SET @ret = SELECT 'ERROR';
  SELECT @ret AS ret;
END $$;`);
    expect(answer.rows).toEqual(['["ERROR"]']);
    expect(answer.notices).toEqual([
      'The block failed, and its EXCEPTION part ran: There is no column “nothing” here.',
    ]);
    expect(await rows("SELECT table_exists('before_it'), table_exists('behind_it')")).toEqual(['["true","false"]']);
  });

  test('without EXCEPTION fail with the place in their own text', async () => {
    expect(await fixture.failure('$$ BEGIN SET @a = SELECT 1; SELECT nothing FROM chain_a; END $$')).toMatchObject({
      at: 'nothing',
    });
  });

  test('a failure while rows are read counts as well', async () => {
    expect(
      await rows(
        "$$ BEGIN SELECT assert_true(n > 5) FROM chain_a; EXCEPTION WHEN OTHERS THEN SELECT 'caught' AS x; END $$",
      ),
    ).toEqual(['["caught"]']);
  });

  const rowsBeyondMemory = Math.ceil(mostHeldBytes / 64) + 100_000;
  const longRows = `SELECT n, repeat('x', 64) AS filling FROM (SELECT explode(sequence(1, ${rowsBeyondMemory})) AS n)`;

  test.each(['', "EXCEPTION WHEN OTHERS THEN SELECT 'caught' AS x;"])(
    'give long results whole, with “%s”',
    async (exception) => {
      let [count, last] = [0, ''];
      const query = fixture.session.run(`$$ BEGIN ${longRows}; ${exception} END $$`);
      for (let batch = await query.next(); batch !== undefined; batch = await query.next()) {
        count += batch.rowCount;
        last = batch.columns
          .slice(0, 1)
          .map((column) => jsonAt(column, batch.rowCount - 1))
          .join();
      }
      expect([count, last]).toEqual([rowsBeyondMemory, String(rowsBeyondMemory)]);
    },
  );

  test('a failure behind very many rows counts as well, and nothing is left of them', async () => {
    expect(
      await rows(
        `$$ BEGIN SELECT n, filling, assert_true(n < ${rowsBeyondMemory}) FROM (${longRows});
EXCEPTION WHEN OTHERS THEN SELECT 'caught' AS x; END $$`,
      ),
    ).toEqual(['["caught"]']);
    const session = await fixture.database.engine.openSession();
    const left = await session
      .query("SELECT table_name FROM duckdb_tables() WHERE starts_with(table_name, '~block')")
      .next();
    await session.close();
    expect(left?.rowCount ?? 0).toBe(0);
  });

  test('nest; inner ones see and change the variables of outer ones', async () => {
    expect(
      await rows(`$$ BEGIN
  SET @a = SELECT 1;
  $$ BEGIN SET @b = SELECT @a + 1; SET @a = SELECT 5; END $$;
  SELECT @a AS a;
END $$;`),
    ).toEqual(['["5"]']);
    expect(
      await fixture.failure('$$ BEGIN $$ BEGIN SET @inner = SELECT 1; END $$; SELECT @inner; END $$'),
    ).toMatchObject({ at: '@inner', message: 'The variable “@inner” has no value here.' });
  });

  test('an inner EXCEPTION leaves the outer block running', async () => {
    expect(
      await rows(`$$ BEGIN
  SET @state = SELECT 'fine';
  $$ BEGIN SELECT * FROM no_such_table; EXCEPTION WHEN OTHERS THEN SET @state = SELECT 'repaired'; END $$;
  SELECT @state;
END $$;`),
    ).toEqual(['["repaired"]']);
  });

  test('tell the notices of all their statements', async () => {
    const { notices } = await fixture.run(`$$ BEGIN
  CREATE TABLE noticed WITH (rowvalidation='false') AS SELECT 1 AS a;
  SELECT a FROM noticed;
END $$`);
    expect(notices).toEqual(['rowvalidation = false has no effect here: rows are always checked as they are written.']);
  });

  test('RAISE stops them with its message', async () => {
    expect(await fixture.failure("$$ BEGIN RAISE 'not today'; END $$")).toMatchObject({
      message: 'not today',
      at: "RAISE 'not today'",
    });
  });

  test('what is cancelled is no failure to be handled', async () => {
    const query = fixture.session.run(
      "$$ BEGIN SELECT count(*) FROM range(100000000) a JOIN range(1000) b ON a.id % 7 = b.id; EXCEPTION WHEN OTHERS THEN SELECT 'caught'; END $$",
    );
    const outcome = query.outcome.catch((error: unknown) => error);
    await query.close();
    expect(await outcome).toMatchObject({ code: 'cancelled' });
  });
});

describe('variables', () => {
  test('are text until they are cast', async () => {
    expect(
      await rows('$$ BEGIN SET @n = SELECT 41; SELECT @n AS t, CAST(@n AS int) + 1 AS n, typeof(@n) AS k; END $$'),
    ).toEqual(['["41",42,"string"]']);
  });

  test('narrow what an INSERT writes, as IF would', async () => {
    await fixture.run('CREATE TABLE guarded AS SELECT 1 AS a WHERE false');
    await fixture.run(
      "$$ BEGIN SET @there = SELECT table_exists('no_such_table'); INSERT INTO guarded (SELECT 1 WHERE @there = 'true'); INSERT INTO guarded (SELECT 2 WHERE @there = 'false'); END $$",
    );
    expect(await rows('SELECT a FROM guarded')).toEqual(['[2]']);
  });

  test.each([
    ['SET @x = SELECT 1', 'Variables live in blocks: $$ BEGIN … END $$.', 'SET @x = SELECT 1'],
    ['SELECT @x', 'The variable “@x” has no value here.', '@x'],
    [
      '$$ BEGIN SET @x = SELECT 1, 2; END $$',
      'A variable takes a query of one column, and this one has 2.',
      'SELECT 1, 2',
    ],
  ])('%s is refused at its place', async (statement, message, at) => {
    expect(await fixture.failure(statement)).toMatchObject({ message, at });
  });

  test('a query of two rows is refused', async () => {
    const { message } = await fixture.failure('$$ BEGIN SET @x = SELECT id FROM range(2); END $$');
    expect(message).toContain('A variable takes a query of one row.');
  });
});

test('the checkpoint pattern inserts only what is new at its second run', async () => {
  await fixture.run(`CREATE TABLE DIM_TABLE_ABC AS SELECT 'e1' AS _id, 1 AS v;
CREATE TABLE DIM_TABLE_ABC_Incremental AS SELECT * FROM DIM_TABLE_ABC WHERE false;
DROP TABLE IF EXISTS checkpoint_log;
CREATE TABLE checkpoint_log AS SELECT cast(NULL AS string) process_name, cast(NULL AS string) process_status,
  cast(NULL AS string) last_snapshot_id, cast(NULL AS TIMESTAMP) process_timestamp WHERE false;
INSERT INTO checkpoint_log SELECT 'DIM_TABLE_ABC' process_name,'SUCCESSFUL' process_status, cast(NULL AS string) last_snapshot_id, CURRENT_TIMESTAMP process_timestamp;`);
  const block = `$$ BEGIN
  SET resolve_fallback_snapshot_on_failure=true;
  SET @from_snapshot_id = SELECT coalesce(last_snapshot_id,'HEAD') FROM checkpoint_log a JOIN (SELECT MAX(process_timestamp) process_timestamp
      FROM checkpoint_log WHERE process_name='DIM_TABLE_ABC' AND process_status='SUCCESSFUL') b ON a.process_timestamp=b.process_timestamp;
  SET @to_snapshot_id = SELECT snapshot_id FROM (SELECT history_meta('DIM_TABLE_ABC')) WHERE is_current = true;
  SET @last_updated_timestamp = SELECT CURRENT_TIMESTAMP;
  INSERT INTO DIM_TABLE_ABC_Incremental SELECT * FROM DIM_TABLE_ABC SNAPSHOT BETWEEN @from_snapshot_id AND @to_snapshot_id
      WHERE NOT EXISTS (SELECT _id FROM DIM_TABLE_ABC_Incremental a WHERE _id=a._id);
  INSERT INTO checkpoint_log SELECT 'DIM_TABLE_ABC','SUCCESSFUL', cast(@to_snapshot_id AS string), cast(@last_updated_timestamp AS TIMESTAMP);
EXCEPTION WHEN OTHERS THEN SELECT 'ERROR';
END $$;`;
  expect((await fixture.run(block)).notices).toEqual([]);
  expect(await rows('SELECT _id FROM DIM_TABLE_ABC_Incremental')).toEqual(['["e1"]']);
  const [snapshot = ''] = await rows(
    "SELECT CAST(snapshot_id AS string) FROM (SELECT history_meta('DIM_TABLE_ABC')) WHERE is_current",
  );
  expect(await rows('SELECT last_snapshot_id FROM checkpoint_log WHERE last_snapshot_id IS NOT NULL')).toEqual([
    snapshot,
  ]);

  // Its NOT EXISTS binds _id to the inner table: once that has rows, nothing more goes in, as in the original.
  const corrected = block.replace('_id=a._id', 'DIM_TABLE_ABC._id=a._id');
  await fixture.run("INSERT INTO DIM_TABLE_ABC SELECT 'e2', 2");
  expect((await fixture.run(corrected)).notices).toEqual([]);
  expect(await rows('SELECT _id FROM DIM_TABLE_ABC_Incremental ORDER BY 1')).toEqual(['["e1"]', '["e2"]']);
  expect(await rows('SELECT count(*) FROM checkpoint_log')).toEqual(['[3]']);
});
