import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openNodeEngine } from '../../../electron/node/engine.ts';
import { collect, scalar } from '../../../src/engine/collect.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stillhouse-scalar-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const statements = [
  `CREATE TABLE people (
  name VARCHAR CHECK (sh_crc32(name) > 0),
  code VARCHAR DEFAULT sh_soundex('Miller'),
  shown VARCHAR GENERATED ALWAYS AS (sh_initcap(name))
)`,
  "CREATE VIEW masked AS SELECT sh_mask(name, 'X', 'x', 'n', '') AS name FROM people",
  'CREATE MACRO checked(t) AS sh_crc32(t)',
  'CREATE INDEX by_sound ON people ((sh_soundex(name)))',
  "INSERT INTO people (name) VALUES ('ada')",
];
const question =
  "SELECT concat_ws(' ', p.name, p.code, p.shown, m.name, checked('Spark')) FROM people AS p, masked AS m";
const answer = 'ada M460 Ada xxx 1557323817';

test.each(['closed', 'checkpointed', 'killed'])(
  'a database whose objects use our functions opens again when it was %s',
  async (how) => {
    const databasePath = path.join(folder, `${how}.duckdb`);
    const first = await openNodeEngine({ databasePath });
    const session = await first.openSession();
    for (const statement of statements) await session.exec(statement);
    if (how === 'checkpointed') await first.database.checkpoint();
    const kept = how === 'killed' ? copyOf(databasePath) : databasePath;
    await first.close();
    const second = await openNodeEngine({ databasePath: kept });
    const again = await second.openSession();
    expect(await scalar(again, question)).toBe(answer);
    await again.exec("INSERT INTO people (name) VALUES ('grace')");
    expect((await collect(again, 'FROM masked')).rowCount).toBe(2);
    await second.close();
  },
);

/** What a kill at this moment would leave: the file, and the log with everything that was committed. */
function copyOf(databasePath: string): string {
  const copy = `${databasePath}.copy`;
  fs.copyFileSync(databasePath, copy);
  fs.copyFileSync(`${databasePath}.wal`, `${copy}.wal`);
  return copy;
}
