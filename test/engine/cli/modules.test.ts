import fs from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { createProjectFolder } from '../../../electron/node/host/project-folder.ts';
import type { RunRecord } from '../../../src/runner/run-record.ts';
import { cli, temporaryFolder } from './run-cli.ts';

const files = temporaryFolder();
afterAll(() => {
  files.remove();
});
const visits = files.write('visits.csv', 'id,page\n1,home\n2,home\n3,cart\n3,cart\n');
const withVisits = ['explore.profile-table', '--import', `visits=${visits}`] as const;

describe('modules', () => {
  test('lists every module with its settings', async () => {
    const { code, out } = await cli('modules');
    expect(code).toBe(0);
    expect(out).toContain('explore.profile-table  Profile a table');
    expect(out).toContain('--set dataset=DATASET');
  });

  test('as JSON, with schemas', async () => {
    const { out } = await cli('modules', '--format', 'json');
    const listed = JSON.parse(out) as { id: string; schema: { type: string } }[];
    expect(listed.find(({ id }) => id === 'explore.profile-table')?.schema.type).toBe('object');
  });
});

describe('plan', () => {
  test('prints steps, reasons and SQL, with the dataset suggested', async () => {
    const { code, out, err } = await cli('plan', ...withVisits);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('-- Step 1: Figures of each column');
    expect(out).toContain('-- Why: ');
    expect(out).toContain('FROM "visits"');
  });

  test('suggests columns of the dataset that was given', async () => {
    const first = files.write('answers.csv', 'email,answered_at,score\na@x,2026-01-01,9\n');
    const second = files.write('replies.csv', 'mail,replied_at,score\nb@x,2026-01-02,3\n');
    const imports = ['--import', `answers=${first}`, '--import', `replies=${second}`];
    const { code, err } = await cli('plan', 'enrich.nps', ...imports, '--set', 'dataset=replies');
    expect([code, err]).toEqual([0, '']);
  });

  test('as JSON', async () => {
    const { out } = await cli('plan', ...withVisits, '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({
      input: { dataset: 'visits', frequent: 5 },
      steps: [{ id: 'column_figures', creates: 'column_figures' }, { id: 'frequent_values' }],
    });
  });
});

describe('run', () => {
  test('prints checks and findings in words and tables', async () => {
    const { code, out, err } = await cli('run', ...withVisits);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('warning  No row appears twice: not so in 1 case.');
    expect(out).toContain('“visits” has 4 rows and 2 columns.');
  });

  test('as JSON, every figure the window shows', async () => {
    const { out } = await cli('run', ...withVisits, '--set', 'key=id', '--format', 'json');
    const record = JSON.parse(out) as RunRecord;
    expect(record.input).toMatchObject({ dataset: 'visits', key: ['id'] });
    expect(record.findings[0]?.figures.rows[0]?.slice(0, 5)).toEqual(['id', 'BIGINT', 4, 0, 3]);
  });

  test('writes its record, findings and kept datasets with --out', async () => {
    const folder = files.at('out');
    const { code, out } = await cli('run', ...withVisits, '--set', 'saveAs=visit columns', '--out', folder);
    expect(code).toBe(0);
    expect(out).toContain('kept visit columns: 2 rows');
    expect(fs.readdirSync(folder).sort()).toEqual([
      'columns.csv',
      'frequent.csv',
      'missing.csv',
      'report.html',
      'run.json',
      'visit columns.csv',
    ]);
    expect(fs.readFileSync(files.at('out/report.html'), 'utf8')).toContain('“visits” has 4 rows and 2 columns.');
    expect(fs.readFileSync(files.at('out/frequent.csv'), 'utf8').split(/\r?\n/)[1]).toBe('id,3,2,0.5');
  });

  test('keeps run and dataset in a project', async () => {
    const project = files.at('project');
    await createProjectFolder(project, 'project', new Date());
    await cli('run', ...withVisits, '--set', 'saveAs=kept', '--project', project);
    const { out } = await cli('sql', '--project', project, '-e', 'SELECT count(*) AS n FROM kept', '--format', 'json');
    expect(JSON.parse(out)).toEqual([{ n: 2 }]);
  });
});

describe('wrong calls', () => {
  test.each([
    [['run'], 2, 'run takes the id of one module.'],
    [['run', 'explore.nothing'], 1, 'There is no module "explore.nothing".'],
    [['run', ...withVisits, '--set', 'keys=id'], 1, '“Profile a table” has no setting "keys".'],
    [['run', ...withVisits, '--set', 'key=nowhere'], 1, 'key: “visits” has no column “nowhere”.'],
    [['run', ...withVisits, '--set', 'frequent=many'], 1, 'frequent: '],
    [['run', ...withVisits, '--set', 'frequent'], 2, 'is not written as name=value'],
    [['plan', 'explore.profile-table'], 1, 'dataset: Choose a dataset.'],
    [['modules', '--format', 'csv'], 2, '--format of modules is text or json.'],
    [['lessons', 'learn'], 2, 'lessons takes list, or check'],
    [['lessons', 'check', 'nothing'], 1, 'There is no lesson "nothing".'],
    [['bench'], 1, 'npm run bench'],
  ] as const)('%j', async (args, code, words) => {
    const run = await cli(...args);
    expect(run.err).toContain(words);
    expect([run.code, run.out]).toEqual([code, '']);
  });
});

describe('lessons', () => {
  test('are listed', async () => {
    expect((await cli('lessons')).out).toContain('profile-a-table  The first look at a table (10 min)');
  });

  test('all keep their word', async () => {
    const { code, out, err } = await cli('lessons', 'check');
    expect([code, err, out.match(/^failed.*/gm)]).toEqual([0, '', null]);
  });
});
