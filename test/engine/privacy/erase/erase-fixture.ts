import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { openDatabase } from '../../../../electron/cli/open-project.ts';
import { appendHistory } from '../../../../electron/node/host/history.ts';
import type { ProjectLayout } from '../../../../electron/node/host/layout.ts';
import { createProjectFolder } from '../../../../electron/node/host/project-folder.ts';
import { writeQuery } from '../../../../electron/node/host/queries.ts';
import { writeSend } from '../../../../electron/node/sends/send-folder.ts';
import { text } from '../../../../src/catalog/store/execute.ts';
import { rows } from '../../../../src/engine/collect.ts';
import { keepRun } from '../../../../src/runner/run-store.ts';
import { cli } from '../../cli/run-cli.ts';

/** The person whom the tests erase. */
export const zoe = { id: 'CUST-7741-ZOE', email: 'zoe.quarkington@example.com' } as const;

const waitingSend = '20240102-030405-0a1b2c3d';

async function script(layout: ProjectLayout, statements: readonly string[]): Promise<void> {
  const run = await cli('sql', '--project', layout.folder, '-e', statements.join(';\n'));
  if (run.code !== 0) throw new Error(run.err);
}

/** A project in which the person is everywhere: live, updated, deleted, dropped, replaced, in records and in files. */
export async function makeProject(folder: string): Promise<ProjectLayout> {
  const layout = await createProjectFolder(folder, 'Erase', new Date());
  const person = `CASE WHEN i = 40 THEN '${zoe.id}' ELSE 'CUST-' || i END`;
  const email = `CASE WHEN i = 40 THEN '${zoe.email}' ELSE 'person' || i || '@example.com' END`;
  await script(layout, [
    `CREATE TABLE customers AS SELECT ${person} AS customer_id, ${email} AS email, i AS points FROM range(300) AS r(i)`,
    `CREATE TABLE visits AS SELECT i AS visit, {'ECID': [{'id': 'x' || i}, {'id': ${email}}]} AS "identityMap" FROM range(200) AS r(i)`,
    `UPDATE customers SET points = points + 1 WHERE customer_id IN ('${zoe.id}', 'CUST-41')`,
    `DELETE FROM customers WHERE points = 20`,
    `INSERT INTO customers VALUES ('CUST-900', 'Late@example.com', 1)`,
    `UPDATE customers SET points = 7 WHERE customer_id = '${zoe.id}'`,
    `CREATE TABLE former AS FROM customers`,
    `DROP TABLE former`,
    `CREATE TABLE calls AS SELECT CASE WHEN i % 50000 = 40 THEN '${zoe.id}' ELSE 'CUST-' || i END AS customer_id, i AS number FROM range(120000) AS r(i)`,
    `CREATE OR REPLACE TABLE calls AS SELECT customer_id, number FROM calls WHERE number < 1000`,
    `CREATE AUDIENCE regulars WITH (primary_identity = email, identity_namespace = Email) AS SELECT email, customer_id FROM customers`,
    `CREATE VIEW points AS SELECT customer_id, points FROM customers`,
  ]);
  await keepRecords(layout);
  await keepFiles(layout);
  return layout;
}

async function keepRecords(layout: ProjectLayout): Promise<void> {
  const database = await openDatabase(layout.folder);
  const session = await database.engine.openSession();
  const figures = {
    columns: [{ name: 'email', type: 'VARCHAR' }],
    rows: [[zoe.email], ['other@example.com']],
    rowCount: 2,
  };
  const at = new Date(0).toISOString();
  await keepRun(session, {
    version: 1,
    id: randomUUID(),
    module: 'explore.test',
    moduleVersion: 1,
    title: 'A run',
    input: { person: zoe.id },
    startedAt: at,
    finishedAt: at,
    steps: [],
    checks: [],
    findings: [{ id: 'top', title: 'Top', words: `The first is ${zoe.email}.`, reading: '', figures }],
    outputs: [],
  });
  for (const statement of [
    `CREATE TABLE _stillhouse.sent_member (send_id VARCHAR, person VARCHAR, "keys" VARCHAR[])`,
    `INSERT INTO _stillhouse.sent_member VALUES ('s', 'hash', [sha256('${zoe.email}')]), ('s', 'hash', ['${zoe.email}']), ('s', 'other', ['else'])`,
    `CREATE TABLE _stillhouse."rejects b" (record BIGINT, line BIGINT, "column" VARCHAR, value VARCHAR, reason VARCHAR)`,
    `INSERT INTO _stillhouse."rejects b" VALUES (1, 1, 'age', '${zoe.email}', 'no number'), (2, 2, 'age', 'many', 'no number')`,
  ]) {
    await session.exec(statement);
  }
  await session.close();
  await saveAndClose(database);
}

/** Makes the command line save what was written beside the catalog. */
async function saveAndClose(database: Awaited<ReturnType<typeof openDatabase>>): Promise<void> {
  const session = await database.workspace.openSession('fixture');
  const query = session.run('CREATE TABLE saved AS SELECT 1 AS one');
  while ((await query.next()) !== undefined) continue;
  await query.close();
  await session.close();
  await database.close();
}

async function keepFiles(layout: ProjectLayout): Promise<void> {
  const entry = { at: new Date(0).toISOString(), durationMs: 1, rows: 1, outcome: 'done' } as const;
  await appendHistory(layout.history, {
    ...entry,
    id: 'a',
    sql: `FROM customers WHERE email = '${zoe.email.toUpperCase()}'`,
  });
  await appendHistory(layout.history, { ...entry, id: 'b', sql: 'FROM customers' });
  await writeQuery(layout.queries, { name: 'one person', text: `FROM customers\nWHERE customer_id = '${zoe.id}'` });
  await writeQuery(layout.queries, { name: 'all', text: 'FROM customers' });
  fs.writeFileSync(layout.state, JSON.stringify({ filter: { who: { kind: 'person', id: zoe.id } } }));
  fs.mkdirSync(layout.backups, { recursive: true });
  fs.copyFileSync(layout.database, path.join(layout.backups, 'workspace-2024.duckdb'));
  for (const end of ['next', 'cli.saved']) fs.copyFileSync(layout.database, `${layout.database}.${end}`);
  fs.mkdirSync(path.join(layout.scratch, 'of a query'), { recursive: true });
  fs.writeFileSync(path.join(layout.scratch, 'of a query', 'part-00000.csv'), `email\n${zoe.email}\n`);
  await keepSendFiles(layout);
}

async function keepSendFiles(layout: ProjectLayout): Promise<void> {
  const folder = path.join(layout.sends, waitingSend, 'files');
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, '000'), `email\n${zoe.email}\n`);
  await writeSend(layout.sends, {
    version: 1,
    id: waitingSend,
    state: 'ready',
    destination: 'd',
    title: 'A send',
    kind: 'dataset',
    source: { dataset: 'customers', snapshot: null, sql: `FROM customers WHERE email = '${zoe.email}'` },
    identity: null,
    format: { name: 'csv', compression: 'none', options: {} },
    rows: 1,
    leftOut: [],
    consent: null,
    mapping: [],
    undoes: null,
    idempotencyKey: '0123456789abcdef',
    createdAt: new Date(0).toISOString(),
    finishedAt: null,
    files: [{ name: 'a.csv', rows: 1, bytes: 10, sha256: '0'.repeat(64), remote: null }],
    manifest: null,
    attempts: 0,
    error: null,
    to: { id: 'd', name: 'D', kind: 'folder', words: 'a folder' },
  });
}

/** Relative paths of the files in which any of the texts stands, in UTF-8 or UTF-16, in small or capital letters too. */
export function filesWith(folder: string, texts: readonly string[]): readonly string[] {
  const needles = texts
    .flatMap((text) => [text, text.toLowerCase(), text.toUpperCase()])
    .flatMap((text) => {
      const utf16 = Buffer.from(text, 'utf16le');
      return [Buffer.from(text), utf16, Buffer.from(utf16).swap16()];
    });
  return fs
    .readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => fs.statSync(path.join(folder, name)).isFile())
    .filter((name) => {
      const bytes = fs.readFileSync(path.join(folder, name));
      return needles.some((needle) => bytes.includes(needle));
    })
    .sort();
}

/** Everybody else: count and checksum of every dataset now and at each of its snapshots, by dataset and snapshot. */
export async function others(layout: ProjectLayout): Promise<ReadonlyMap<string, string>> {
  const { workspace, engine, close } = await openDatabase(layout.folder);
  const session = await engine.openSession();
  const found = new Map<string, string>();
  const sum = async (key: string, query: string, columns: string) => {
    const [row] = await rows(
      session,
      `SELECT concat(count(*), ' ', bit_xor(hash(entry))) AS line FROM (${query}) AS entry
WHERE NOT contains(concat(${columns}), '${zoe.id}') AND NOT contains(concat(${columns}), '${zoe.email}')`,
    );
    found.set(key, text(row?.line));
  };
  for (const { name, kind, columns } of workspace.datasets) {
    const names = columns.map((column) => `entry."${column.name}"::VARCHAR`).join(', ');
    await sum(name, `FROM "${name}"`, names);
    if (kind !== 'table') continue;
    for (const { id, columns: then, available } of await workspace.history(name)) {
      if (!available) throw new Error(`Snapshot ${id} of ${name} cannot be read.`);
      const travelled = await workspace.travel(name, { kind: 'as-of', snapshot: id });
      await sum(
        `${name} as of ${id}`,
        travelled.text,
        then.map((column) => `entry."${column.name}"::VARCHAR`).join(', '),
      );
    }
  }
  await session.close();
  await close();
  return found;
}
