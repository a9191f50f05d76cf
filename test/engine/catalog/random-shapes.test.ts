import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { identifier } from '../../../src/core/sql.ts';
import {
  asOf,
  contents,
  type Fixture,
  openFixture,
  randomSource,
  run,
  temporaryDatabase,
  travelled,
} from './workspace-fixture.ts';

interface Column {
  name: string;
  type: string;
}

/** A table as the test knows it: what it looked like after each of its snapshots. */
interface Model {
  name: string;
  columns: Column[];
  readonly states: Map<number, readonly string[]>;
}

const values: Readonly<Record<string, readonly [string, ...string[]]>> = {
  INTEGER: ['1', '2', 'NULL'],
  BIGINT: ['9007199254740993', '-1', 'NULL'],
  DOUBLE: ["'nan'", '0.0', '-0.0', '1.5'],
  VARCHAR: ["''", "'a'", "'A'", 'NULL', "'it''s'"],
  'INTEGER[]': ['[]', '[1, NULL]', 'NULL'],
  'STRUCT(a INTEGER)': ["{'a': 1}", "{'a': NULL}", 'NULL'],
  INTERVAL: ["INTERVAL '1 month'", "INTERVAL '30 days'"],
  'VARCHAR COLLATE NOCASE': ["'x'", "'X'"],
  "ENUM('a', 'b')": ["'a'", "'b'"],
};
const types = Object.keys(values) as [string, ...string[]];

let fixture: Fixture;
let database: ReturnType<typeof temporaryDatabase>;
beforeEach(() => {
  database = temporaryDatabase();
});
afterEach(async () => {
  await fixture.close();
  database.remove();
});

describe.each([11, 12, 13, 14])('random shapes, seed %i', (seed) => {
  test('rows and columns of every snapshot come back', async () => {
    const random = randomSource(seed);
    const inFile = seed % 2 === 0;
    fixture = await openFixture(inFile ? database.path : undefined);
    const live: Model[] = [];
    const dropped = new Map<number, Model>();
    let serial = 0;

    const newName = (prefix: string) => `${prefix} "${++serial}"`;
    const newColumn = (): Column => ({
      name: newName(random.pick(['c', 'rank', 'rid', 'born'])),
      type: random.pick(types),
    });
    const columnText = ({ name, type }: Column) => `${identifier(name).text} ${type}`;
    const valueFor = ({ type }: Column) =>
      `CAST(${random.pick(values[type] ?? ['NULL'])} AS ${type.replace(' COLLATE NOCASE', '')})`;
    const written = (model: Model) => identifier(model.name).text;
    const rowsFor = (model: Model, count: number) =>
      Array.from({ length: count }, () => `(${model.columns.map(valueFor).join(', ')})`).join(', ');
    const someRows = () => `rowid % ${random.below(3) + 2} = ${random.below(2)}`;
    const pickColumn = (model: Model) => random.pick(model.columns as [Column, ...Column[]]);

    const settle = async (model: Model, outcome: { snapshot?: number }) => {
      const now = await contents(fixture.session, `FROM ${written(model)}`);
      if (outcome.snapshot === undefined) expect(now).toEqual([...model.states.values()].at(-1));
      else model.states.set(outcome.snapshot, now);
    };
    const write = async (model: Model, statement: string) => settle(model, await run(fixture.session, statement));

    const createTable = async () => {
      const model: Model = {
        name: newName('T'),
        columns: Array.from({ length: random.below(3) + 1 }, newColumn),
        states: new Map(),
      };
      const key = random.below(3) === 0 ? [{ name: 'key', type: 'INTEGER' }] : [];
      const body = [...key.map(() => 'key INTEGER DEFAULT 7 CHECK (key > 0)'), ...model.columns.map(columnText)].join(
        ', ',
      );
      model.columns = [...key.map(() => ({ name: 'key', type: 'INTEGER' })), ...model.columns];
      await write(model, `CREATE TABLE ${written(model)} (${body})`);
      live.push(model);
    };

    const operations: Readonly<Record<string, (model: Model) => Promise<void>>> = {
      insert: (model) => write(model, `INSERT INTO ${written(model)} VALUES ${rowsFor(model, random.below(6) + 1)}`),
      insertMany: (model) => write(model, `INSERT INTO ${written(model)} VALUES ${rowsFor(model, 30)}`),
      double: (model) => write(model, `INSERT INTO ${written(model)} FROM ${written(model)} LIMIT 20`),
      delete: (model) => write(model, `DELETE FROM ${written(model)} WHERE ${someRows()}`),
      update: (model) => {
        const column = pickColumn(model);
        return write(
          model,
          `UPDATE ${written(model)} SET ${identifier(column.name).text} = ${valueFor(column)} WHERE ${someRows()}`,
        );
      },
      updateAsExecuted: async (model) => {
        const column = pickColumn(model);
        await run(
          fixture.session,
          `PREPARE change AS UPDATE ${written(model)} SET ${identifier(column.name).text} = ${valueFor(column)} WHERE ${someRows()}`,
        );
        await write(model, 'EXECUTE change');
        await run(fixture.session, 'DEALLOCATE change');
      },
      truncate: (model) => write(model, `TRUNCATE ${written(model)}`),
      addColumn: async (model) => {
        const column = newColumn();
        await write(
          model,
          `ALTER TABLE ${written(model)} ADD COLUMN ${columnText(column)} DEFAULT ${valueFor(column)}`,
        );
        model.columns.push(column);
      },
      dropColumn: async (model) => {
        const column = pickColumn(model);
        if (model.columns.length === 1 || column.name === 'key') return;
        await write(model, `ALTER TABLE ${written(model)} DROP COLUMN ${identifier(column.name).text}`);
        model.columns = model.columns.filter((other) => other !== column);
      },
      renameColumn: async (model) => {
        const column = pickColumn(model);
        if (column.name === 'key') return;
        const to = newName('renamed');
        await write(
          model,
          `ALTER TABLE ${written(model)} RENAME COLUMN ${identifier(column.name).text} TO ${identifier(to).text}`,
        );
        column.name = to;
      },
      retype: async (model) => {
        const column = model.columns.find(({ type, name }) => type === 'INTEGER' && name !== 'key');
        if (column === undefined) return;
        await write(model, `ALTER TABLE ${written(model)} ALTER ${identifier(column.name).text} SET DATA TYPE BIGINT`);
        column.type = 'BIGINT';
      },
      renameTable: async (model) => {
        const to = newName('Renamed');
        const outcome = await run(fixture.session, `ALTER TABLE ${written(model)} RENAME TO ${identifier(to).text}`);
        model.name = to;
        await settle(model, outcome);
      },
      replace: async (model) => {
        const columns = random.below(2) === 0 ? model.columns : [newColumn(), newColumn()];
        const next = { ...model, columns };
        await write(
          model,
          `CREATE OR REPLACE TABLE ${written(model)} AS FROM (VALUES ${rowsFor(next, 8)}) AS v(${columns.map(({ name }) => identifier(name).text).join(', ')})`,
        );
        model.columns = columns.map(({ name, type }) => ({ name, type: type.replace(' COLLATE NOCASE', '') }));
      },
      drop: async (model) => {
        const { snapshot = 0 } = await run(fixture.session, `DROP TABLE ${written(model)}`);
        live.splice(live.indexOf(model), 1);
        dropped.set(snapshot, model);
      },
      restore: async (model) => {
        const [snapshot, state] = random.pick([...model.states] as [[number, readonly string[]]]);
        const { snapshots } = await fixture.workspace.restore(model.name, snapshot);
        expect(await contents(fixture.session, `FROM ${written(model)}`)).toEqual(state);
        const [made] = snapshots;
        if (made !== undefined) model.states.set(made, state);
        model.columns = columnsOf(state);
      },
    };

    const undrop = async () => {
      const [target] = fixture.workspace.dropped;
      const model = target && dropped.get(target.snapshot);
      if (target === undefined || model === undefined) return;
      model.name = random.below(2) === 0 ? model.name : newName('Back');
      const { snapshots } = await fixture.workspace.undrop(target, model.name);
      dropped.delete(target.snapshot);
      live.push(model);
      await settle(model, { snapshot: snapshots[0] ?? 0 });
      expect([...model.states.values()].at(-1)).toEqual([...model.states.values()].at(-2));
    };

    const verify = async () => {
      for (const model of live) {
        for (const [snapshot, state] of model.states) {
          expect(await travelled(fixture.session, [model.name], asOf(snapshot))).toEqual(state);
        }
      }
    };

    const kinds = Object.keys(operations) as [string, ...string[]];
    const steps = 56;
    for (let step = 0; step < steps; step++) {
      if (live.length === 0 || (live.length < 3 && random.below(8) === 0)) await createTable();
      if (random.below(8) === 0) await undrop();
      const kind = random.pick([...kinds, 'insert', 'insert', 'delete', 'update', 'update'] as readonly string[] as [
        string,
      ]);
      const model = random.pick(live as [Model, ...Model[]]);
      await operations[kind]?.(model);
      if (step % 14 === 13 && step < steps - 1) await verify();
      if (inFile && step % 17 === 16) {
        await fixture.close();
        fixture = await openFixture(database.path, Date.UTC(2024, 1, step));
        expect(fixture.workspace.drift).toEqual([]);
      }
    }
    await verify();
  });
});

/** The columns a remembered state tells of. */
function columnsOf(state: readonly string[]): Column[] {
  const described = state
    .filter((line) => /^\["(?:[^"\\]|\\.)*","[A-Z]/.test(line))
    .map((line) => JSON.parse(line) as [string, string]);
  return described.filter(([, type]) => type in values).map(([name, type]) => ({ name, type }));
}
