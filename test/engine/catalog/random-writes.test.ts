import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  asOf,
  contents,
  type Fixture,
  openFixture,
  randomSource,
  readRows,
  run,
  temporaryDatabase,
  travelled,
} from './workspace-fixture.ts';

/** What the model remembers of a table after a write: everything, and which snapshot each row (by `id`) was born in. */
interface Memory {
  readonly snapshot: number;
  readonly contents: readonly string[];
  readonly born: ReadonlyMap<string, number>;
}

const table = '"Odd ""table"""';
const name = ['Odd "table"'];
const create = `CREATE TABLE ${table} (
  id INTEGER, version INTEGER DEFAULT 0, "text" VARCHAR, tags VARCHAR[], detail STRUCT(a INTEGER, "b c" DOUBLE), same BOOLEAN
)`;

let fixture: Fixture;
let database: ReturnType<typeof temporaryDatabase>;
beforeEach(() => {
  database = temporaryDatabase();
});
afterEach(async () => {
  await fixture.close();
  database.remove();
});

type Random = ReturnType<typeof randomSource>;

function statements(random: Random, nextId: () => number) {
  const condition = () =>
    random.pick([
      `id % ${random.below(7) + 2} = ${random.below(3)}`,
      `id IN (SELECT id FROM ${table} WHERE version = ${random.below(3)})`,
      `"text" IS NULL`,
      `detail.a > ${random.below(40)}`,
      `len(tags) = ${random.below(3)}`,
      `id = ${random.below(60)}`,
      'false',
      `same AND id < ${random.below(80)}`,
    ] as const);
  const newRows = () => {
    const size = random.pick([1, 1, 3, 20, 0] as const);
    const first = nextId();
    for (let index = 0; index < size; index++) nextId();
    return `SELECT ${first} + range AS id, 0 AS version, CASE WHEN range % 4 = 0 THEN NULL ELSE 'r' || range END AS "text",
      list_transform(range(range % 3), lambda x: 'tag' || x) AS tags,
      CASE WHEN range % 5 = 1 THEN NULL ELSE {'a': (range * 7)::INTEGER, 'b c': range / 3} END AS detail, true AS same
      FROM range(${size})`;
  };
  return {
    insert: () => `INSERT INTO ${table} BY NAME ${newRows()}`,
    delete: () => `DELETE FROM ${table} WHERE ${condition()}`,
    deleteUsing: () =>
      `WITH chosen AS (SELECT range AS k FROM range(${random.below(50)})) DELETE FROM ${table} AS o USING chosen WHERE o.id = chosen.k * ${random.below(4) + 1}`,
    deleteRandom: () => `DELETE FROM ${table} WHERE random() < 0.1`,
    update: () => `UPDATE ${table} SET version = version + 1 WHERE ${condition()}`,
    updateList: () => `UPDATE ${table} SET version = version + 1, tags = list_append(tags, 'x') WHERE ${condition()}`,
    updateFrom: () =>
      `UPDATE ${table} AS o SET version = version + s.n FROM (SELECT range AS k, 1 AS n FROM range(30)) AS s WHERE o.id = s.k * 2`,
    updateRandom: () => `UPDATE ${table} SET version = version + 1 WHERE random() < 0.2`,
    merge:
      () => `MERGE INTO ${table} AS o USING (${newRows()} UNION ALL SELECT id, version, "text", tags, detail, same FROM ${table} WHERE id % 5 = ${random.below(5)}) AS s
      ON o.id = s.id
      WHEN MATCHED AND o.id % 2 = 0 THEN DELETE
      WHEN MATCHED THEN UPDATE SET version = o.version + 1
      WHEN NOT MATCHED THEN INSERT BY NAME`,
    prepared: () => `EXECUTE bump(${random.below(60)})`,
    clear: () => random.pick([`TRUNCATE ${table}`, `DELETE FROM ${table}`] as const),
    upsert: () =>
      `INSERT INTO ${table} BY NAME (${newRows()} UNION ALL SELECT * REPLACE (version + 1 AS version) FROM ${table} WHERE id % 6 = ${random.below(6)})
       ON CONFLICT (id) DO UPDATE SET version = excluded.version`,
    orReplace: () =>
      `INSERT OR REPLACE INTO ${table} SELECT * REPLACE (version + 1 AS version) FROM ${table} WHERE ${condition()}`,
    orIgnore: () => `INSERT INTO ${table} (version, id) SELECT 5, id - 1 FROM ${table} ON CONFLICT DO NOTHING`,
    mergeUsing: () =>
      `MERGE INTO ${table} AS o USING (SELECT range::INTEGER AS id FROM range(${random.below(40)})) AS source USING (id)
       WHEN MATCHED THEN UPDATE SET version = o.version + source.id * 0 + 1`,
    mergeBySource: () =>
      `MERGE INTO ${table} AS o USING (SELECT id FROM ${table} WHERE id % 9 < 8) AS s ON o.id = s.id
       WHEN NOT MATCHED BY SOURCE THEN DELETE`,
    replace: () => `CREATE OR REPLACE TABLE ${table} AS FROM ${table} WHERE ${condition()}`,
    reborn: () =>
      `CREATE OR REPLACE TABLE ${table} AS SELECT * REPLACE (version + 1 AS version) FROM ${table} WHERE id % 3 > 0`,
  };
}

type Kind = keyof ReturnType<typeof statements>;
const common = [
  ...(['insert', 'insert', 'insert', 'insert', 'delete', 'delete', 'deleteUsing', 'deleteRandom'] as const),
  ...(['update', 'update', 'updateList', 'updateList', 'updateFrom', 'updateRandom', 'prepared', 'clear'] as const),
  ...(['merge', 'merge', 'mergeUsing', 'mergeBySource'] as const),
] as const;
const kinds = {
  keyed: [...common, 'upsert', 'upsert', 'orReplace', 'orReplace', 'orIgnore'],
  plain: [...common, 'replace', 'reborn'],
} as const satisfies Record<string, readonly [Kind, ...Kind[]]>;

async function remember(snapshot: number, last: Memory | undefined, rewrites: boolean): Promise<Memory> {
  const all = await readRows(fixture.session, `FROM ${table}`);
  const before = new Set(last?.contents);
  const born = new Map<string, number>();
  for (const row of all) {
    const id = /^\[(-?\d+),/.exec(row)?.[1] ?? '';
    const unchanged = !rewrites && before.has(row) && last?.born.has(id) === true;
    born.set(id, unchanged ? (last.born.get(id) ?? snapshot) : snapshot);
  }
  return { snapshot, contents: await contents(fixture.session, `FROM ${table}`), born };
}

/** Expected rows of SNAPSHOT BETWEEN after AND upTo. */
function writtenBetween(memory: Memory, after: number): readonly string[] {
  return memory.contents.filter((row) => {
    const id = /^\[(-?\d+),/.exec(row)?.[1];
    return id === undefined || (memory.born.get(id) ?? 0) > after;
  });
}

describe.each([
  [2, 'plain'],
  [3, 'keyed'],
  [5, 'plain'],
  [6, 'keyed'],
] as const)('random writes, seed %i, %s table', (seed, kindOfTable) => {
  const often: readonly [Kind, ...Kind[]] = kinds[kindOfTable];
  test('every snapshot can be read as it was', async () => {
    const random = randomSource(seed);
    const inFile = seed % 2 === 0;
    fixture = await openFixture(inFile ? database.path : undefined);
    let lastId = 0;
    const make = statements(random, () => lastId++);
    await run(
      fixture.session,
      kindOfTable === 'keyed' ? create.replace('id INTEGER', 'id INTEGER PRIMARY KEY') : create,
    );
    const prepare = `PREPARE bump AS UPDATE ${table} SET version = version + 1 WHERE id >= $1 AND id % 2 = 1`;
    await run(fixture.session, prepare);
    let memories: Memory[] = [await remember(1, undefined, false)];

    const write = async (statement: string) => {
      const rewrites = statement.startsWith('CREATE OR REPLACE');
      const { snapshot } = await run(fixture.session, statement);
      if (snapshot === undefined) {
        expect(await contents(fixture.session, `FROM ${table}`)).toEqual(memories.at(-1)?.contents);
        return;
      }
      memories.push(await remember(snapshot, memories.at(-1), rewrites));
    };
    const verify = async (thoroughly = false) => {
      const last = memories[memories.length - 1];
      for (const memory of memories) {
        expect(await travelled(fixture.session, name, asOf(memory.snapshot))).toEqual(memory.contents);
        if (last === undefined || !thoroughly) continue;
        const since = { kind: 'between', after: memory.snapshot, upTo: 'tail' } as const;
        expect(await travelled(fixture.session, name, since)).toEqual(writtenBetween(last, memory.snapshot));
      }
      const [a, b] = [random.pick(memories as [Memory]), random.pick(memories as [Memory])].sort(
        (x, y) => x.snapshot - y.snapshot,
      );
      if (a === undefined || b === undefined) return;
      const between = { kind: 'between', after: a.snapshot, upTo: b.snapshot } as const;
      expect(await travelled(fixture.session, name, between)).toEqual(writtenBetween(b, a.snapshot));
    };

    const steps = 32;
    for (let step = 0; step < steps; step++) {
      const kind = random.pick(often);
      if (random.below(6) === 0) {
        const kept = [...memories];
        await run(fixture.session, 'BEGIN');
        for (let part = 0; part < 3; part++) await write(make[random.pick(often)]());
        if (random.below(2) === 0) await verify();
        const undo = random.below(3) === 0;
        await run(fixture.session, undo ? 'ROLLBACK' : 'COMMIT');
        if (undo) memories = kept;
      } else {
        await write(make[kind]());
      }
      if (step % 8 === 7 && step < steps - 1) await verify();
      if (inFile && step % 11 === 10) {
        await fixture.close();
        fixture = await openFixture(database.path, Date.UTC(2024, 1, step));
        expect(fixture.workspace.drift).toEqual([]);
        await run(fixture.session, prepare);
        await verify();
      }
    }
    await verify(true);
  });
});
