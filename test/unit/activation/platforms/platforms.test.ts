import { describe, expect, test } from 'vitest';
import { nameProblem } from '../../../../src/activation/naming.ts';
import { platformById, platforms } from '../../../../src/activation/platforms/index.ts';
import { suggestFields } from '../../../../src/activation/platforms/suggest-fields.ts';
import { headerFindings } from '../../../../src/activation/prepare/file-checks.ts';
import { fileFormatSchema, sendSettingsSchema } from '../../../../src/activation/prepare/send-settings.ts';

const columns = [
  'customer_id',
  'Email',
  'mobile',
  'first_name',
  'last_name',
  'country',
  'zip',
  'birth_date',
  'unemailed',
].map((name) => ({ name, type: 'VARCHAR' }));

describe.each(platforms)('$title', (platform) => {
  test('is consistent: keys are of its columns, its file format is valid, its sources are dated', () => {
    const headers = new Set(platform.columns.map(({ header }) => header));
    expect(headers.size).toBe(platform.columns.length);
    for (const header of platform.keys.flatMap((key) => key.headers)) expect(headers).toContain(header);
    expect(nameProblem(fileFormatSchema.parse(platform.file).name)).toBeUndefined();
    expect(platform.read).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    for (const { url } of platform.sources) expect(url).toMatch(/^https:\/\//);
    expect(platformById(platform.id)).toBe(platform);
  });

  test('suggests a mapping that it has nothing against', () => {
    const fields = suggestFields(platform, columns);
    const settings = sendSettingsSchema.parse({
      title: 't',
      dataset: 'd',
      platform: platform.id,
      fields,
      keys: platform.keys,
    });
    expect(headerFindings(settings, platform)).toEqual([]);
  });
});

test('a header is left out, and warned of, where the rest of its key is missing', () => {
  const google = platformById('google-customer-match');
  const few = columns.filter(({ name }) => ['Email', 'zip', 'last_name'].includes(name));
  expect(suggestFields(google, few).map(({ header }) => header)).toEqual(['Email']);
  const fields = [
    { path: 'Email', header: 'Email', normalise: google.columns[0]?.normalise, hash: 'sha256-hex' as const },
    { path: 'zip', header: 'Zip' },
  ];
  const settings = sendSettingsSchema.parse({
    title: 't',
    dataset: 'd',
    platform: google.id,
    fields,
    keys: google.keys,
  });
  expect(headerFindings(settings, google).map(({ code, header }) => [code, header])).toEqual([
    ['incomplete-key', 'Zip'],
  ]);
});

test('columns are recognised by whole words, and an unknown platform is the plain one', () => {
  const google = suggestFields(platformById('google-customer-match'), columns);
  expect(google.map(({ path, header }) => [path, header])).toEqual([
    ['Email', 'Email'],
    ['mobile', 'Phone'],
    ['first_name', 'First Name'],
    ['last_name', 'Last Name'],
    ['country', 'Country'],
    ['zip', 'Zip'],
  ]);
  const crm = suggestFields(platformById('of a newer version'), columns);
  expect(crm).toHaveLength(columns.length);
  expect(crm.at(-1)).toEqual({ path: 'unemailed', header: 'unemailed' });
});
