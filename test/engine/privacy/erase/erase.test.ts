import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProjectLayout } from '../../../../electron/node/host/layout.ts';
import { readDocument } from '../../../../electron/node/host/project-folder.ts';
import { erasureReportSchema } from '../../../../src/privacy/erase/report.ts';
import { cli, temporaryFolder } from '../../cli/run-cli.ts';
import { filesWith, makeProject, others, zoe } from './erase-fixture.ts';

const files = temporaryFolder();
const home = process.env.XDG_CONFIG_HOME;
let layout: ProjectLayout;
beforeAll(async () => {
  process.env.XDG_CONFIG_HOME = files.at('config');
  layout = await makeProject(files.at('Project'));
});
afterAll(() => {
  if (home === undefined) delete process.env.XDG_CONFIG_HOME;
  else process.env.XDG_CONFIG_HOME = home;
  files.remove();
});

const who = ['--identity', zoe.id, '--identity', zoe.email];
const erase = (...args: readonly string[]) => cli('erase', '--project', layout.folder, ...args);
const ask = async (statement: string) =>
  (await cli('sql', '--project', layout.folder, '--format', 'csv', '-e', statement)).out;
const placesOf = (list: readonly { place: string; count: number; action: string }[]) =>
  Object.fromEntries(list.map(({ place, count, action }) => [place, `${action} ${count}`]));

test('a dry run counts and changes nothing', async () => {
  const before = fs.readFileSync(layout.database);
  const { code, out } = await erase(...who, '--dry-run', '--format', 'json');
  expect(code).toBe(0);
  const { held } = JSON.parse(out) as { held: { place: string; count: number; action: string }[] };
  expect(placesOf(held)).toMatchObject({
    customers: 'deleted 1',
    'former versions of customers': 'deleted 2',
    'former versions of former': 'deleted 1',
    calls: 'deleted 1',
    'former versions of calls': 'deleted 3',
    visits: 'deleted 1',
    regulars: 'deleted 1',
    'people reached by sends': 'deleted 2',
    'records of runs': 'redacted 1',
    'values that imports rejected': 'redacted 1',
    'sends/20240102-030405-0a1b2c3d': 'cancelled 1',
    '.stillhouse/history.ndjson': 'redacted 1',
    '.stillhouse/state.json': 'redacted 1',
    'sql/one person.sql': 'redacted 1',
    'workspace.duckdb.next': 'deleted 1',
    '.stillhouse/backups': 'kept 1',
  });
  expect(fs.readFileSync(layout.database).equals(before)).toBe(true);
  expect(filesWith(layout.folder, [zoe.id, zoe.email])).toContain('workspace.duckdb');
});

test('what is erased is nowhere in the folder, and everybody else is as before, at every snapshot', async () => {
  const before = await others(layout);
  const { generation } = await readDocument(layout);
  const { code, out, err } = await erase(...who, '--delete-backups');
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('The database file was rewritten');
  expect(filesWith(layout.folder, [zoe.id, zoe.email])).toEqual([]);
  expect((await readDocument(layout)).generation).toBe(generation + 1);
  const after = await others(layout);
  for (const [key, line] of before) expect([key, after.get(key)]).toEqual([key, line]);
  expect(await ask('SELECT count(*) AS n FROM customers')).toBe('n\n299\n');
  expect(await ask("SELECT count(*) AS n FROM history_meta('customers') WHERE operation = 'delete'")).toBe('n\n2\n');
  expect(await ask('SELECT count(*) AS n FROM _stillhouse.sent_member')).toBe('n\n1\n');
  expect(await ask('SELECT count(*) AS n FROM points')).toBe('n\n299\n');
  expect(fs.existsSync(layout.erasureMark)).toBe(false);
});

test('the report names nobody and says that nothing remains', () => {
  const [name = ''] = fs.readdirSync(layout.erasures);
  const report = erasureReportSchema.parse(JSON.parse(fs.readFileSync(path.join(layout.erasures, name), 'utf8')));
  expect(report).toMatchObject({ identities: 2, remaining: [] });
  expect(report.hashes).toHaveLength(2);
});

test('people of a column, kept files of others, and wrong choices', async () => {
  fs.writeFileSync(path.join(layout.folder, 'notes.txt'), 'ask person77@example.com');
  expect(
    (
      await cli(
        'sql',
        '--project',
        layout.folder,
        '-e',
        "CREATE TABLE leavers AS SELECT 'person77@example.com' AS who, 'm person78@example.com m' AS note",
      )
    ).code,
  ).toBe(0);
  const { code, out } = await erase('--from', 'leavers.who', '--format', 'json');
  expect(code).toBe(0);
  const { erased, remaining } = erasureReportSchema.parse(JSON.parse(out));
  expect(placesOf(erased)).toMatchObject({ leavers: 'deleted 1', customers: 'deleted 1', visits: 'deleted 1' });
  expect(placesOf(remaining)).toEqual({ 'notes.txt': 'kept 1' });
  expect((await erase('--identity', 'x', '--column', 'customers=nope')).err).toMatch(/has no text or number “nope”/);
  expect((await erase('--identity', ' ')).err).toMatch(/^There is nobody to erase/);
  expect((await erase('--from', 'leavers.none')).err).toMatch(/^There is no column/);
  const left = await erase('--identity', 'CUST-50', '--column', 'customers=', '--format', 'json');
  expect([left.code, left.err]).toEqual([1, expect.stringMatching(/^In \d+ places of the rewritten database file/)]);
  expect(erasureReportSchema.parse(JSON.parse(left.out)).bytesLeft).toBeGreaterThan(0);
  expect(await ask("SELECT count(*) AS n FROM customers WHERE customer_id = 'CUST-50'")).toBe('n\n1\n');
});
