import { createHmac } from 'node:crypto';
import { afterAll, afterEach, expect, test } from 'vitest';
import { cli, temporaryFolder } from './run-cli.ts';

const files = temporaryFolder();
afterAll(() => {
  files.remove();
});
afterEach(() => {
  delete process.env.STILLHOUSE_SECRET_MINE;
});

const people = files.write('people.csv', 'id,mail\n7,jane@example.com\n');
const secret = 'a key that nobody is to see';
const keyFile = files.write('key', `${secret}\n`);
const masking = [
  'privacy.mask',
  '--import',
  `people=${people}`,
  '--set',
  'dataset=people',
  '--set',
  'treatments=[{"column":"mail","treatment":"pseudonym"}]',
  '--set',
  'key=mine',
] as const;
const pseudonym = createHmac('sha256', secret).update('jane@example.com').digest('hex');

test('a key is read from a file, and its pseudonyms are printed without it', async () => {
  const { code, out, err } = await cli('run', ...masking, '--secret', `mine=@${keyFile}`, '--format', 'json');
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain(pseudonym.slice(0, 40));
  expect(out).not.toContain(secret);
});

test('or from the environment', async () => {
  process.env.STILLHOUSE_SECRET_MINE = secret;
  const { out } = await cli('run', ...masking, '--format', 'json');
  expect(out).toContain(pseudonym.slice(0, 40));
});

test('a plan shows the variable, and needs no key', async () => {
  const { code, out } = await cli('plan', ...masking);
  expect(code).toBe(0);
  expect(out).toContain("getvariable('secret_mine')");
});

test('a key that is not there, and a file that is not there, are told', async () => {
  expect((await cli('run', ...masking)).err).toContain('There is no key "mine".');
  const { code, err } = await cli('run', ...masking, '--secret', `mine=@${files.at('nothing')}`);
  expect([code, err.split(':')[0]]).toEqual([1, 'The file of the key "mine" cannot be read']);
  expect((await cli('run', ...masking, '--secret', `mine=${secret}`)).code).toBe(2);
});
