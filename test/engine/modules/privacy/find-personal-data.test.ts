import { afterAll, beforeAll, expect, test } from 'vitest';
import { literal, rawSql, sql } from '../../../../src/core/sql.ts';
import { rows } from '../../../../src/engine/collect.ts';
import { personalKindSql } from '../../../../src/privacy/personal-data.ts';
import { openSamples, type SampleProject } from '../enrich/open-samples.ts';

let samples: SampleProject;
beforeAll(async () => {
  samples = await openSamples('healthcare_customers');
});
afterAll(() => samples.database.close());

async function kindsOf(texts: readonly string[]): Promise<readonly unknown[]> {
  const list = rawSql(texts.map((text) => literal(text).text).join(', '));
  const session = await samples.database.engine.openSession();
  const query = sql`SELECT ${personalKindSql(rawSql('said'))} AS kind\nFROM (SELECT unnest([${list}]) AS said)`;
  return (await rows(session, query.text).finally(() => session.close())).map(({ kind }) => kind);
}

/** Numbers that standards, banks and authorities publish as examples. */
test.each([
  ['email', ['jane.doe@example.com', 'a+b@mail.example.co.uk']],
  ['iban', ['GB82 WEST 1234 5698 7654 32', 'DE89370400440532013000', 'FR1420041010050500013M02606']],
  ['card', ['4111 1111 1111 1111', '5555555555554444', '378282246310005', '6011-1111-1111-1117']],
  ['ip', ['192.168.0.1', '255.255.255.255', '2001:db8::8a2e:370:7334', '2001:0db8:85a3:0000:0000:8a2e:0370:7334']],
  ['us-ssn', ['078-05-1120']],
  ['es-dni', ['12345678Z', 'X1234567L']],
  ['fr-nir', ['2 55 08 14 168 025 38']],
  ['pl-pesel', ['44051401359', '02070803628']],
  ['phone', ['+49 30 901820', '555-123-4567', '(020) 7946 0958', '+14155552671']],
  ['coordinates', ['52.5200, 13.4050', '-33.8688;151.2093']],
  ['address', ['894 Oak Street, New York', 'Hauptstraße 12', '12 rue de la Paix, Paris']],
])('%s is recognised', async (kind, texts) => {
  expect(await kindsOf(texts)).toEqual(texts.map(() => kind));
});

test('what only looks like it is not', async () => {
  const others = [
    '',
    'jane.doe@example',
    'GB82 WEST 1234 5698 7654 33',
    '4111111111111112',
    '256.1.1.1',
    '1.2.3',
    '12:30:45',
    '000-12-3456',
    '12345678A',
    '44051401358',
    '2026-03-01',
    '01.03.2026',
    '12345',
    '123.456',
    '99.5, 200.1',
    'street',
    'cetirizine',
  ];
  expect(await kindsOf(others)).toEqual(others.map(() => null));
});

test('the columns of a sample with people in it', async () => {
  const { rows: found } = await samples.run('privacy.find-personal-data', { dataset: 'healthcare_customers' });
  const seen = found('columns').map(({ column_name, what, confidence }) => [column_name, what, confidence]);
  expect(seen).toEqual([
    ['customer_name', 'Name of a person', 'medium'],
    ['phone_number', 'Telephone number', 'high'],
    ['email', 'E-mail address', 'high'],
    ['address', 'Postal address', 'high'],
  ]);
});

test('numbers within comments are found, examples hold no value of a person', async () => {
  await samples.execute(`CREATE TABLE notes AS SELECT * FROM (VALUES
    ('Please write to jane.doe@example.com about the order'), ('He said to call 555-123-4567 after five o’clock'),
    ('Nothing to see here, just a long comment')) AS t (remark)`);
  const { rows: found, violations, record } = await samples.run('privacy.find-personal-data', { dataset: 'notes' });
  expect(violations('texts_are_clean')).toBe(2);
  expect(found('columns').map(({ what, matched }) => [what, matched])).toEqual([
    ['E-mail address', 1],
    ['Telephone number', 1],
  ]);
  expect(JSON.stringify(record)).not.toMatch(/jane|4567/);
});
