import fs from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { cli, temporaryFolder } from './run-cli.ts';

const files = temporaryFolder();
afterAll(() => {
  files.remove();
});

const key = (name: string, text: string): string => {
  fs.writeFileSync(files.at(name), `${text}\n`);
  return `k=@${files.at(name)}`;
};

it.each([0, 1, 65_536, 65_537, 300_001])('a file of %i bytes comes back as it was', async (size) => {
  const plain = files.at(`${size}.csv`);
  const bytes = Buffer.from(Uint8Array.from({ length: size }, (_, index) => (index * 31) % 251));
  fs.writeFileSync(plain, bytes);
  const secret = key('key', '0123456789abcdef0123456789abcdef');
  const encrypted = await cli('encrypt', plain, '--key', 'k', '--secret', secret);
  expect(encrypted.code).toBe(0);
  const back = files.at(`${size}.back`);
  expect((await cli('decrypt', `${plain}.enc`, '--key', 'k', '--secret', secret, '--out', back)).code).toBe(0);
  expect(fs.readFileSync(back).equals(bytes)).toBe(true);
  expect(fs.readFileSync(`${plain}.enc`).includes(bytes.subarray(0, 32)) && size > 32).toBe(false);
});

it('another key, a changed and a cut file give one sentence and no file', async () => {
  const plain = files.at('people.csv');
  fs.writeFileSync(plain, 'email\na@example.com\n'.repeat(9000));
  const secret = key('right', '0123456789abcdef');
  await cli('encrypt', plain, '--key', 'k', '--secret', secret);
  const whole = fs.readFileSync(`${plain}.enc`);
  fs.writeFileSync(files.at('cut.enc'), whole.subarray(0, -20));
  const changed = Buffer.from(whole);
  changed[100] = (changed[100] ?? 0) ^ 1;
  fs.writeFileSync(files.at('changed.enc'), changed);
  const faulty = [
    [`${plain}.enc`, key('wrong', 'fedcba9876543210')],
    [files.at('cut.enc'), secret],
    [files.at('changed.enc'), secret],
  ] as const;
  for (const [file, given] of faulty) {
    const out = files.at('never.csv');
    const { code, err } = await cli('decrypt', file, '--key', 'k', '--secret', given, '--out', out);
    expect([code, fs.existsSync(out)]).toEqual([1, false]);
    expect(err).toMatch(/changed or cut off/);
  }
  expect(fs.readdirSync(files.at('.')).filter((name) => name.startsWith('.'))).toEqual([]);
});

it('a file that is there is not overwritten unless asked', async () => {
  const plain = files.at('kept.csv');
  fs.writeFileSync(plain, 'a');
  fs.writeFileSync(`${plain}.enc`, 'mine');
  const secret = key('key2', '0123456789abcdef');
  const refused = await cli('encrypt', plain, '--key', 'k', '--secret', secret);
  expect([refused.code, fs.readFileSync(`${plain}.enc`, 'utf8')]).toEqual([1, 'mine']);
  expect((await cli('encrypt', plain, '--key', 'k', '--secret', secret, '--replace')).code).toBe(0);
  expect((await cli('encrypt', plain)).code).toBe(2);
});
