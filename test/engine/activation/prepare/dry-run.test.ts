import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowDigestSql } from '../../../../src/activation/prepare/row-digest.ts';
import type { SendSettingsInput } from '../../../../src/activation/prepare/send-settings.ts';
import { everyone, openPreparing, type Preparing } from './prepare-fixture.ts';

let preparing: Preparing;
beforeAll(async () => {
  preparing = await openPreparing();
  await preparing.create(`CREATE TABLE people AS SELECT * FROM (VALUES
    (1, 'a@x.org', '+49 170 1234567', '=1+1'),
    (2, 'nobody', '0170 1234567', '-5'),
    (3, NULL, 'call me', '@home'),
    (4, 'A@x.org', NULL, 'b\ufffd'),
    (5, NULL, NULL, 'c')) AS t(id, mail, phone, note)`);
  await preparing.create(
    `CREATE TABLE digests AS SELECT 1 AS id, sha256('a') AS lower_hex, upper(sha256('a')) AS upper_hex`,
  );
});
afterAll(() => preparing.close());

const base: SendSettingsInput = {
  title: 'Autumn',
  dataset: 'people',
  identity: 'id',
  consent: everyone,
  fields: [
    { path: 'mail', header: 'mail', normalise: { kind: 'email' } },
    { path: 'phone', header: 'phone', normalise: { kind: 'phone' } },
    { path: 'note', header: 'note' },
  ],
  keys: [
    { title: 'e-mail', headers: ['mail'] },
    { title: 'phone', headers: ['phone'] },
  ],
};

async function lint(settings: SendSettingsInput) {
  const { dry } = await preparing.run(settings);
  return dry.lint.map(({ code, severity, header, rows, examples }) => ({
    code,
    severity,
    header,
    rows,
    at: examples.map(({ row }) => row),
  }));
}

describe('a dry run', () => {
  test('tells what leaves, what stays and why, in which files, and how many could match', async () => {
    const { dry } = await preparing.run({ ...base, file: { name: 'out/{dataset}-{date:YYYYMMDD}', rowsPerFile: 1 } });
    expect(dry.rows).toBe(5);
    expect(dry.sent).toBe(2);
    expect(dry.outcomes.map(({ outcome, rows }) => [outcome, rows])).toEqual([
      ['sent', 2],
      ['no-key', 3],
    ]);
    expect(dry.outcomes[0]?.sample[0]).toEqual(['a@x.org', '+491701234567', '=1+1']);
    expect(dry.outcomes[1]?.sample[0]).toEqual(['nobody', '0170 1234567', '-5']);
    expect(dry.matchRate).toMatchObject({
      rows: 5,
      matchable: 2,
      byKey: [
        { title: 'e-mail', rows: 2 },
        { title: 'phone', rows: 1 },
      ],
    });
    expect(dry.matchRate?.words).toBe(
      'At most 40.0\u00a0% can match: 2 of 5 rows have a valid key (e-mail 40.0\u00a0%, phone 20.0\u00a0%). How many the platform knows is not known before.',
    );
    expect(dry.files).toEqual([
      { name: 'out/people-20260615-1.csv', firstRow: 0, rows: 1 },
      { name: 'out/people-20260615-2.csv', firstRow: 1, rows: 1 },
    ]);
    expect(dry.stops).toEqual([]);
  });

  test('stops on nothing, on a change of size, and without consent', async () => {
    const empty = await preparing.run({ ...base, holdout: 'true' });
    expect(empty.dry.stops).toEqual(['No row would leave.']);
    expect(empty.dry.files).toEqual([]);
    const grown = await preparing.run(base, 1);
    expect(grown.dry.stops).toEqual([
      '2 rows would leave, 1 row more than the 1 row of the last time (100 % more): beyond the limit of 30 %.',
    ]);
    const unasked = await preparing.run({ ...base, consent: { kind: 'none' } });
    expect(unasked.dry.sent).toBe(0);
    expect(unasked.dry.stops[0]).toContain('choose where consent is written down');
  });
});

describe('lint', () => {
  test('warns of personal data that leaves in the clear and is no match key, with masked examples', async () => {
    await preparing.create(`CREATE TABLE leaks AS SELECT * FROM (VALUES
  (1, 'a@x.org', 'none', 'c@y.org'),
  (2, 'b@x.org', 'DE89 3704 0044 0532 0130 00', ' d@y.org '),
  (3, 'e@x.org', NULL, 'c@y.org')) AS t(id, mail, note, other)`);
    const fields: SendSettingsInput['fields'] = [
      { path: 'mail', header: 'mail', normalise: { kind: 'email' } },
      { path: 'note', header: 'note' },
      { path: 'other', header: 'other' },
      { path: 'other', header: 'other_hash', normalise: { kind: 'email' }, hash: 'sha256-hex' },
      { path: 'id', header: 'id' },
    ];
    const keys = [{ title: 'e-mail', headers: ['mail'] }];
    const { dry } = await preparing.run({ ...base, dataset: 'leaks', fields, keys });
    const found = dry.lint.filter(({ code }) => code === 'personal-data');
    expect(found).toEqual([
      expect.objectContaining({
        ...{ severity: 'warning', header: 'other', rows: 3 },
        words: '“other” leaves in the clear and looks like personal data: E-mail address, in 3 rows.',
        examples: [
          { row: 1, value: 'c••••••' },
          { row: 2, value: 'd••••••' },
        ],
      }),
      expect.objectContaining({
        header: 'note',
        rows: 1,
        examples: [{ row: 2, value: 'D••••••••••••••••••••••••••' }],
      }),
    ]);
    expect(dry.stops).toEqual([]);
  });

  test('finds values that cannot be what they should', async () => {
    const found = await lint(base);
    expect(found).toContainEqual({ code: 'invalid-email', severity: 'warning', header: 'mail', rows: 1, at: [2] });
    expect(found).toContainEqual({ code: 'no-country-code', severity: 'warning', header: 'phone', rows: 1, at: [2] });
    expect(found).toContainEqual({ code: 'invalid-phone', severity: 'warning', header: 'phone', rows: 1, at: [3] });
    expect(found).toContainEqual({ code: 'formula', severity: 'warning', header: 'note', rows: 2, at: [1, 3] });
    expect(found).toContainEqual({
      code: 'unreadable-character',
      severity: 'warning',
      header: 'note',
      rows: 1,
      at: [4],
    });
    expect(found).toContainEqual({ code: 'repeated-key', severity: 'note', header: 'mail', rows: 1, at: [1, 4] });
    const german = await lint({ ...base, defaultCountry: 'DE', file: { format: 'ndjson' } });
    expect(german.map(({ code }) => code)).not.toContain('no-country-code');
    expect(german.map(({ code }) => code)).not.toContain('formula');
  });

  test('stops a digest of a digest, and warns of capital letters and of columns without values', async () => {
    const fields: SendSettingsInput['fields'] = [
      { path: 'lower_hex', header: 'a', normalise: { kind: 'email' }, hash: 'sha256-hex' },
      { path: 'upper_hex', header: 'b' },
      { path: 'upper_hex', header: 'c', normalise: { kind: 'digest' } },
    ];
    expect(await lint({ ...base, dataset: 'digests', fields, keys: [] })).toEqual([
      { code: 'already-hashed', severity: 'error', header: 'a', rows: 1, at: [1] },
      { code: 'upper-case-digest', severity: 'warning', header: 'b', rows: 1, at: [1] },
      { code: 'empty-column', severity: 'warning', header: 'a', rows: 0, at: [] },
    ]);
  });

  test('knows the headers, hashes and sizes of a platform', async () => {
    const fields: SendSettingsInput['fields'] = [
      { path: 'mail', header: 'email', normalise: { kind: 'email' }, hash: 'sha256-hex' },
      { path: 'phone', header: 'Phone', normalise: { kind: 'phone' } },
      { path: 'note', header: 'Note' },
      { path: 'id', header: 'Zip' },
    ];
    const keys = [{ title: 'e-mail', headers: ['Email'] }];
    const found = await lint({ ...base, platform: 'google-customer-match', fields, keys });
    expect(found.filter(({ severity }) => severity === 'error').map(({ code, header }) => [code, header])).toEqual([
      ['header-casing', 'email'],
      ['unknown-header', 'Note'],
      ['other-hash', 'Phone'],
      ['no-match-key', null],
    ]);
    const few = await lint({ ...base, platform: 'linkedin-contact-list', fields: [{ path: 'mail', header: 'email' }] });
    expect(few.map(({ code }) => code)).toContain('too-few-rows');
  });
});

describe('the fingerprint of what left', () => {
  async function digest(rows: string): Promise<unknown> {
    const { settings } = await preparing.plan({ ...base, fields: base.fields.slice(0, 2), keys: [] });
    await preparing.plainSession.exec(
      `CREATE OR REPLACE TABLE scratch.main.rows_of AS SELECT *, 'sent' AS outcome FROM (VALUES ${rows}) AS t(field_1, field_2)`,
    );
    const [row] = await preparing.read(rowDigestSql(settings, ['scratch', 'main', 'rows_of']).text);
    return row?.digest;
  }

  test('is the same in any order, and another one for other rows', async () => {
    const one = await digest("('a', 'b'), ('c', NULL)");
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(await digest("('c', NULL), ('a', 'b')")).toBe(one);
    const others = [
      "('a', 'b')",
      "('a', 'b'), ('c', '')",
      "('a', 'b'), ('c', NULL), ('c', NULL)",
      "('b', 'a'), ('c', NULL)",
      "('a1', 'b'), ('c', NULL)",
      "('', 'ab'), ('c', NULL)",
    ];
    const digests = [one];
    for (const other of others) digests.push(await digest(other));
    expect(new Set(digests).size).toBe(others.length + 1);
  });
});
