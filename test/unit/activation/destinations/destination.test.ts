import { describe, expect, test } from 'vitest';
import { type Destination, destinationSchema } from '../../../../src/activation/destinations/destination.ts';
import { destinationCautions, destinationWords } from '../../../../src/activation/destinations/destination-words.ts';
import { s3Presets } from '../../../../src/activation/destinations/s3-presets.ts';
import { secretFields } from '../../../../src/activation/destinations/secret-fields.ts';
import { parseWebAddress } from '../../../../src/activation/destinations/web-address.ts';

const shared = { id: 'there', name: 'There', overwrite: false, manifest: true };
const s3 = {
  ...{ ...shared, kind: 's3', provider: 'aws', endpoint: null, region: 'eu-central-1', bucket: 'my-bucket' },
  ...{ prefix: 'exports/daily', pathStyle: false },
};
const azure = {
  ...{ ...shared, kind: 'azure', auth: 'account-key', account: 'myaccount', container: 'box' },
  ...{ prefix: '', endpoint: null },
};
const sftp = {
  ...{ ...shared, kind: 'sftp', host: 'files.example.com', port: 22, user: 'me', folder: '/upload' },
  ...{ auth: 'password', hostKey: null },
};
const webhook = {
  ...{ id: 'hook', name: 'Hook', kind: 'webhook', url: 'https://example.com:8443/in?x=1', method: 'POST' },
  ...{ headers: [{ name: 'Authorization', value: null }], body: { kind: 'records', batch: 500 } },
  ...{ idempotent: false, successCodes: [200], timeoutSeconds: 30 },
};
const folder = { ...shared, kind: 'folder', folder: '/data/out' };

const parse = (value: unknown): Destination => destinationSchema.parse(value);

describe('a destination', () => {
  test.each([
    [folder, '/data/out'],
    [{ ...folder, folder: 'C:\\out' }, 'C:\\out'],
    [s3, 's3://my-bucket/exports/daily at Amazon S3 in eu-central-1'],
    [{ ...s3, endpoint: 'http://minio.local:9000' }, 's3://my-bucket/exports/daily at minio.local:9000'],
    [azure, 'Azure container box at myaccount'],
    [{ ...azure, endpoint: 'http://127.0.0.1:10000/dev' }, 'Azure container box at myaccount, 127.0.0.1:10000'],
    [
      { ...azure, auth: 'connection-string', account: null },
      'Azure container box at the account of the connection string',
    ],
    [sftp, 'sftp://me@files.example.com:22/upload'],
    [webhook, 'POST to example.com:8443'],
  ])('is told in words: %#', (value, words) => {
    expect(destinationWords(parse(value))).toBe(words);
  });

  test.each([
    ['a relative folder', { ...folder, folder: 'out' }, /whole path/],
    ['a bucket with a slash', { ...s3, bucket: 'a/b' }, /bucket/],
    ['a prefix that leads up', { ...s3, prefix: 'a/../b' }, /folder/],
    ['an endpoint without a scheme', { ...s3, endpoint: 'minio:9000' }, /https:\/\/host/],
    ['an endpoint with a password', { ...s3, endpoint: 'https://me:secret@minio' }, /https:\/\/host/],
    ['no account', { ...azure, account: null }, /account/],
    ['a host with a path', { ...sftp, host: 'host/path' }, /host name/],
    ['a fingerprint of another kind', { ...sftp, hostKey: 'MD5:12:34' }, /SHA256/],
    ['http to another machine', { ...webhook, url: 'http://example.com/in' }, /https/],
    ['a header with a line end', { ...webhook, headers: [{ name: 'X', value: 'a\r\nB: c' }] }, /line ends/],
    ['a header name with a space', { ...webhook, headers: [{ name: 'X Y', value: 'a' }] }, /letters/],
  ])('refuses %s', (_, value, words) => {
    const parsed = destinationSchema.safeParse(value);
    expect(parsed.error?.issues.map(({ message }) => message).join(' ')).toMatch(words);
  });

  test('may be http on this machine itself', () => {
    for (const host of ['localhost', '127.0.0.1:9000', '[::1]:9000']) {
      expect(parse({ ...webhook, url: `http://${host}/in` })).toBeDefined();
    }
  });

  test('keeps no secret among its settings', () => {
    const stray = parse({ ...s3, secretAccessKey: 'secret' });
    expect(JSON.stringify(stray)).not.toContain('secret');
  });
});

test('secrets follow from how one signs in', () => {
  const names = (value: unknown) => secretFields(parse(value)).map(({ name }) => name);
  expect(names(folder)).toEqual([]);
  expect(names(s3)).toEqual(['accessKeyId', 'secretAccessKey', 'sessionToken']);
  expect(names(azure)).toEqual(['accountKey']);
  expect(names({ ...azure, auth: 'connection-string' })).toEqual(['connectionString']);
  expect(names(sftp)).toEqual(['password']);
  expect(names({ ...sftp, auth: 'private-key' })).toEqual(['privateKey', 'passphrase']);
  expect(names(webhook)).toEqual(['header:authorization']);
});

test('what is worth knowing before rows go there is said', () => {
  expect(destinationCautions(parse({ ...s3, endpoint: 'http://minio.local:9000' }))).toEqual([
    'Rows travel to minio.local:9000 unencrypted: use https where the service offers it.',
  ]);
  expect(destinationCautions(parse({ ...s3, endpoint: 'http://127.0.0.1:9000' }))).toEqual([]);
  expect(destinationCautions(parse(s3))).toEqual([]);
  expect(destinationCautions(parse(sftp)).join()).toMatch(/fingerprint/);
  expect(destinationCautions(parse(webhook)).join()).toMatch(/not repeated/);
});

test('each service that speaks S3 comes with settings that only need its own names', () => {
  for (const [provider, preset] of Object.entries(s3Presets)) {
    const endpoint = preset.endpoint?.replace(/<.*?>/, 'name') ?? null;
    expect(parse({ ...s3, provider, ...preset, endpoint }), provider).toBeDefined();
  }
});

test.each(['ftp://x', 'https://', 'https://a b', 'https://a#b', 'https://a:99999', 'https://a\\b', 'x'])(
  '%j is no web address',
  (text) => {
    expect(parseWebAddress(text)).toBeUndefined();
  },
);
