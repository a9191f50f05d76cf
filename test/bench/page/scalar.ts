import type { Comparison } from '../comparison.ts';
import { interleave } from '../interleave.ts';
import type { PageBenchmark } from './contract.ts';
import { costOf } from './cost.ts';
import { openOwnProject } from './own-engine.ts';
import { rowValues } from './row-values.ts';

/** Calls of our own functions over a column each, by what they are about. */
const calls: Readonly<Record<string, string>> = {
  'crc32 of text': 'sh_crc32(mail)',
  'hash of text': "sh_hash(42, 'text', mail)",
  'xxhash64 of text': "sh_xxhash64(42, 'text', mail)",
  'SHA-512 of text': 'sh_sha2(mail, 512)',
  'SHA-384 of text': 'sh_sha2(mail, 384)',
  'SHA-224 of text': 'sh_sha2(mail, 224)',
  'HMAC-SHA256 of text': "sh_hmac_sha256(mail, 'a key of some length')",
  'AES-GCM of text': "sh_aes_encrypt(mail, 'abcdefghijklmnop')",
  'AES-GCM of text, there and back':
    "sh_aes_decrypt(unhex(sh_aes_encrypt(mail, 'abcdefghijklmnop')), 'abcdefghijklmnop')",
  'AES-CBC of text': "sh_aes_encrypt(mail, 'abcdefghijklmnop', 'CBC', 'PKCS')",
  'a field of JSON': "sh_get_json_object(document, '$.tags[1]')",
  'JSON to a struct':
    "CAST(sh_from_json(document, 'id BIGINT, tags ARRAY<STRING>') AS STRUCT(id BIGINT, tags VARCHAR[]))",
  'a date by its pattern': "sh_format_timestamp(moment, 'EEE, d MMM yyyy')",
  'an offset of Berlin': "sh_zone_offset(moment, 'Europe/Berlin')",
  'a masked text': "sh_mask(mail, 'X', 'x', 'n', '')",
  'a coupon of a sketch': "sh_hll_coupon('text', mail)",
};

/** Rows a second of functions of our own, against the engine's `md5` over the same column of mail addresses. */
export const scalarCalls: PageBenchmark = async ({ size, tell }) => {
  const count = size === 'full' ? 2_000_000 : 300_000;
  const project = await openOwnProject(crypto.randomUUID());
  const session = await project.engine.openSession();
  await session.exec(`CREATE TEMP TABLE people AS
SELECT
  'user' || range || '@example.com' AS mail,
  '{"id":' || range || ',"tags":["a","b"]}' AS document,
  CAST(range * 1000000 AS DOUBLE) AS moment
FROM range(${count})`);
  const run = (expression: string) =>
    costOf(() => rowValues(session.query(`SELECT count(*) FROM people WHERE ${expression} IS NOT NULL`)));
  const comparisons: Comparison[] = [];
  for (const [title, expression] of Object.entries(calls)) {
    const rounds = await interleave(
      { rounds: 3, warmUp: 1 },
      () => run(expression),
      () => run('md5(mail)'),
    );
    const fastest = Math.min(...rounds.map(({ ours }) => ours.ms));
    const rate = `${(count / fastest / 1000).toFixed(2)} million rows a second`;
    tell(`${title}: ${rate}`);
    comparisons.push({
      ...{ title: `scalar: ${title}`, baselineTitle: 'md5 of the engine', ratio: 'time', rounds, aims: {} },
      notes: [rate],
    });
  }
  await session.close();
  await project.close();
  return comparisons;
};
