import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SendDocument } from '../../../src/activation/sends/send-document.ts';
import { createProjectFolder } from '../../../electron/node/host/project-folder.ts';
import { cli, temporaryFolder } from './run-cli.ts';

const files = temporaryFolder();
afterAll(() => {
  files.remove();
});

const project = files.at('project');
const out = files.at('out');
const common = ['--project', project, '--preferences', files.at('preferences')];
const settings = {
  title: 'Summer',
  dataset: 'people',
  identity: 'id',
  consent: { kind: 'stated-basis', words: 'Contract: order updates' },
  fields: [{ path: 'mail', header: 'E-Mail', normalise: { kind: 'email' }, hash: 'sha256-hex' }],
  keys: [{ title: 'e-mail', headers: ['E-Mail'] }],
  frequency: { sends: 1, days: 7, within: 'project' },
  file: { name: 'summer-{send}', gzip: false },
};
const send = (given: object, ...args: readonly string[]) => {
  const file = files.write('settings.json', JSON.stringify(given));
  return cli('send', ...common, '--settings', file, '--destination', 'Exports', ...args);
};
const sent = () => (fs.existsSync(out) ? fs.readdirSync(out).filter((name) => name.endsWith('.csv')) : []);

beforeAll(async () => {
  await createProjectFolder(project, 'Shop', new Date('2026-01-01T00:00:00Z'));
  const people = files.write('people.csv', 'id,mail\n1,A@x.org\n2,b@x.org\n3,nonsense\n');
  expect((await cli('import', people, '--as', 'people', '--project', project)).code).toBe(0);
  const destination = { kind: 'folder', id: 'exports', name: 'Exports', folder: out, overwrite: false, manifest: true };
  fs.writeFileSync(
    path.join(project, 'destinations.json'),
    JSON.stringify({ version: 1, destinations: [destination] }),
  );
});

test('a send is shown, sent, listed and undone; whom it reached is kept hashed and not sent to again', async () => {
  const dry = await send(settings, '--dry-run');
  expect([dry.code, dry.err]).toEqual([0, '']);
  expect(dry.out).toContain('2 rows of 3 rows would leave');
  expect(dry.out).toContain('1 row: nothing to match by: no valid “e-mail”');
  expect(sent()).toEqual([]);

  const none = await send({ ...settings, consent: { kind: 'none' } });
  expect(none.code).toBe(1);
  expect(none.err).toContain('choose where consent is written down');
  expect(sent()).toEqual([]);

  const done = await send(settings, '--format', 'json');
  expect([done.code, done.err]).toEqual([0, '']);
  const receipt = (JSON.parse(done.out) as { readonly send: SendDocument }).send;
  expect(receipt).toMatchObject({ state: 'sent', rows: 2 });
  const [name = ''] = sent();
  const digest = (text: string) => crypto.createHash('sha256').update(text).digest('hex');
  expect(fs.readFileSync(path.join(out, name), 'utf8')).toBe(`E-Mail\n${digest('a@x.org')}\n${digest('b@x.org')}\n`);

  const members = await cli(
    ...['sql', '--project', project, '--format', 'json', '-e'],
    'SELECT person, "keys" FROM _stillhouse.sent_member ORDER BY "keys"',
  );
  expect(members.out).not.toMatch(/"person": ?"[12]"/);
  expect(JSON.parse(members.out)).toHaveLength(2);

  const again = await send(settings);
  expect(again.code).toBe(1);
  expect(again.out).toContain('2 rows: reached by 1 send within 7 days already');
  expect(sent()).toHaveLength(1);

  const list = await cli('sends', ...common);
  expect(list.out).toContain(`${receipt.id}  sent  Summer: Sent: 2 rows are at ${out}.`);
  const shown = await cli('sends', ...common, 'receipt', receipt.id);
  expect(shown.out).toContain('stayed: 1 row, nothing to match by');
  const undone = await cli('sends', ...common, 'undo', receipt.id);
  expect([undone.code, undone.err]).toEqual([0, '']);
  expect(sent()).toHaveLength(2);
  const resumed = await cli('sends', ...common, 'resume', receipt.id);
  expect(resumed.code).toBe(0);
  expect(sent()).toHaveLength(2);
});

test('files may be Parquet or packed workbooks', async () => {
  const { frequency: _, ...free } = settings;
  for (const [format, mark] of [
    ['parquet', 'PAR1'],
    ['excel', 'PK'],
  ] as const) {
    const sending = await send({ ...free, file: { name: `summer-${format}`, format } });
    expect([sending.code, sending.err]).toEqual([0, '']);
    const name = fs.readdirSync(out).find((each) => each.startsWith(`summer-${format}`)) ?? '';
    expect(fs.readFileSync(path.join(out, name)).subarray(0, mark.length).toString()).toBe(mark);
  }
});

test('a wrong call says what is missing', async () => {
  expect((await cli('send', '--project', project)).code).toBe(2);
  expect((await cli('sends', ...common, 'receipt')).code).toBe(2);
  expect((await cli('sends', ...common, 'receipt', 'nothing-such')).err).toContain('There is no send nothing-such');
  const wrong = await send({ ...settings, fields: [] });
  expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('fields: Map at least one column.')]);
  const file = files.write('settings.json', JSON.stringify(settings));
  const nowhere = await cli('send', ...common, '--settings', file, '--destination', 'Moon');
  expect(nowhere.err).toContain(
    'There is no destination “Moon”.\nGive the name or the id of one: “Exports” (exports).',
  );
});
