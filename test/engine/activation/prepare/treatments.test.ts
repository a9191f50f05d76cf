import crypto from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { literal, sql } from '../../../../src/core/sql.ts';
import { encodeDigest, hashSql } from '../../../../src/activation/prepare/hash-sql.ts';
import { forgetKeyStatements, keyedHashSql, keyStatements } from '../../../../src/activation/prepare/keyed-hash.ts';
import { normaliseSql } from '../../../../src/activation/prepare/normalise-sql.ts';
import type { Normalise } from '../../../../src/activation/prepare/treatment.ts';
import { openPreparing, type Preparing } from './prepare-fixture.ts';

let preparing: Preparing;
beforeAll(async () => {
  preparing = await openPreparing();
});
afterAll(() => preparing.close());

async function normalised(normalise: Normalise, values: readonly string[], country = ''): Promise<unknown[]> {
  const list = values.map((value) => `(${literal(value).text})`).join(', ');
  const statement = sql`SELECT ${normaliseSql(sql`v`, normalise, country)} AS r FROM (VALUES `;
  const found = await preparing.read(`${statement.text}${list}) AS t(v)`);
  return found.map(({ r }) => r);
}

const email: Normalise = { kind: 'email', canonicalAt: [] };
const gmail: Normalise = { kind: 'email', canonicalAt: ['gmail.com', 'googlemail.com'] };
const phone: Normalise = { kind: 'phone', plus: true };

describe('e-mail addresses', () => {
  test('become lower case without blanks, and what is none becomes NULL', async () => {
    const given = [
      ' User.Name@Example.COM ',
      '\u00a0a@b.co\u200b',
      'a b@c.de',
      'nobody',
      'a@b',
      'a@@b.de',
      '',
      'ü@müller.de',
      'a@b.de.',
      "o'hara+x@b-c.de",
    ];
    expect(await normalised(email, given)).toEqual([
      'user.name@example.com',
      'a@b.co',
      'ab@c.de',
      null,
      null,
      null,
      null,
      'ü@müller.de',
      null,
      "o'hara+x@b-c.de",
    ]);
  });

  test('lose dots and tags only where the platform says so', async () => {
    const given = [
      'cloudy.sanfrancisco+shopping@Gmail.com',
      'user.name+NYC@Example.com',
      'a.b@googlemail.com',
      '+x@gmail.com',
    ];
    expect(await normalised(gmail, given)).toEqual([
      'cloudysanfrancisco@gmail.com',
      'user.name+nyc@example.com',
      'ab@googlemail.com',
      null,
    ]);
    expect(await normalised(email, given.slice(0, 1))).toEqual(['cloudy.sanfrancisco+shopping@gmail.com']);
  });
});

describe('phone numbers', () => {
  test('are taken as written with a country code', async () => {
    const given = [
      '(800)555-0100',
      '+1 (800) 555-0100',
      '001 800 555 0100',
      '+49 (0)170 123-4567',
      'tel:+44 20 7031 3000',
      '+1 212 565 0000 x12',
      '+1 800 FLOWERS',
      '+12',
      '',
    ];
    expect(await normalised(phone, given)).toEqual([
      null,
      '+18005550100',
      '+18005550100',
      '+491701234567',
      '+442070313000',
      '+12125650000',
      null,
      null,
      null,
    ]);
  });

  test('are completed for a country, without the digit dialled at home', async () => {
    expect(await normalised(phone, ['0170 1234567', '+33 1 23 45 67 89'], 'DE')).toEqual([
      '+491701234567',
      '+33123456789',
    ]);
    expect(await normalised(phone, ['(800)555-0100', '1-800-555-0100', '555-0100'], 'US')).toEqual([
      '+18005550100',
      '+18005550100',
      null,
    ]);
    expect(await normalised(phone, ['02 1234 5678'], 'IT')).toEqual(['+390212345678']);
    expect(await normalised(phone, ['06 1 234 5678'], 'HU')).toEqual(['+3612345678']);
  });

  test('are written as digits where a platform wants them so', async () => {
    expect(await normalised({ kind: 'phone', plus: false }, ['(657)777-0000'], 'US')).toEqual(['16577770000']);
  });
});

describe('other identities', () => {
  test('have one form each', async () => {
    expect(await normalised({ kind: 'name', punctuation: 'keep' }, [" Zoë  O'Hara "])).toEqual(["zoë o'hara"]);
    expect(await normalised({ kind: 'name', punctuation: 'drop' }, [" Zoë  O'Hara ", '-'])).toEqual(['zoëohara', null]);
    expect(await normalised({ kind: 'postcode', compact: true }, ['94303-5300', 'WC2H 8LG', ' '])).toEqual([
      '94303',
      'wc2h8lg',
      null,
    ]);
    expect(await normalised({ kind: 'country', letters: 'upper' }, ['de', 'Germany'])).toEqual(['DE', null]);
    expect(await normalised({ kind: 'date', format: 'YYYYMMDD' }, ['1990-12-31', '31.12.1990'])).toEqual([
      '19901231',
      null,
    ]);
    const id = 'AECE52E7-03EE-455A-B3C4-E57283966239';
    expect(await normalised({ kind: 'device-id', letters: 'lower' }, [id, id.replaceAll(/[^-]/g, '0'), 'x'])).toEqual([
      id.toLowerCase(),
      null,
      null,
    ]);
    expect(await normalised({ kind: 'digest' }, ['AB'.repeat(32), 'ab'])).toEqual(['ab'.repeat(32), null]);
    expect(await normalised({ kind: 'constant', value: "it's" }, ['x'])).toEqual(["it's"]);
    expect(await normalised({ kind: 'lower' }, [' ÄB ', ' '])).toEqual(['äb', null]);
  });
});

describe('digests', () => {
  const texts = ['', 'a', 'janedoe@gmail.com', 'ü@müller.de', '😀', 'quote \' and " and\nline', 'x'.repeat(1000)];

  test('equal those of the platform and of the UID2 documentation', async () => {
    const [row] = await preparing.read(
      `SELECT ${hashSql(sql`'janedoe@gmail.com'`, 'sha256-hex').text} AS tiktok,
        ${hashSql(sql`'user@example.com'`, 'sha256-hex').text} AS uid2,
        ${hashSql(sql`'user@example.com'`, 'sha256-base64').text} AS uid2_base64`,
    );
    expect(row).toEqual({
      tiktok: 'd6117306485ed0e50afab3ac871e98f81699151f30281527d63ff5f233656c69',
      uid2: 'b4c9a289323b21a01c3e940f150eb9b8c542587f1abfd8f0e1cc1ffc5e475514',
      uid2_base64: 'tMmiiTI7IaAcPpQPFQ65uMVCWH8av9jw4cwf/F5HVRQ=',
    });
  });

  test('equal those of another implementation in every encoding', async () => {
    for (const text of texts) {
      const digest = crypto.createHash('sha256').update(text);
      const bytes = digest.digest();
      const value = literal(text);
      const [row] = await preparing.read(
        `SELECT ${hashSql(value, 'sha256-hex').text} AS hex, ${hashSql(value, 'sha256-hex-upper').text} AS upper,
          ${hashSql(value, 'sha256-base64').text} AS base64, ${hashSql(value, 'none').text} AS plain,
          ${encodeDigest(literal(bytes.toString('hex')), 'sha256-base64').text} AS recoded`,
      );
      expect(row).toEqual({
        hex: bytes.toString('hex'),
        upper: bytes.toString('hex').toUpperCase(),
        base64: bytes.toString('base64'),
        plain: text,
        recoded: bytes.toString('base64'),
      });
    }
  });

  test('with a key are HMAC-SHA256, and need the key of the session', async () => {
    for (const key of [crypto.randomBytes(32), crypto.randomBytes(64), Buffer.from('k')]) {
      for (const statement of keyStatements(key)) await preparing.plainSession.exec(statement.text);
      for (const text of texts) {
        const [row] = await preparing.read(`SELECT ${keyedHashSql(literal(text)).text} AS r`);
        expect(row?.r).toBe(crypto.createHmac('sha256', key).update(text).digest('hex'));
      }
    }
    for (const statement of forgetKeyStatements) await preparing.plainSession.exec(statement.text);
    expect(await preparing.read(`SELECT ${keyedHashSql(sql`'a'`).text} AS r`)).toEqual([{ r: null }]);
    expect(() => keyStatements(new Uint8Array(65))).toThrow('1 to 64 bytes');
    expect(() => keyStatements(new Uint8Array(0))).toThrow('1 to 64 bytes');
  });
});
