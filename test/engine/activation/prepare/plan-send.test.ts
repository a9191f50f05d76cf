import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  countOtherKeys,
  forgetSend,
  hasSendHistory,
  keepSend,
  lastSendOf,
  readKeptSends,
  wasReached,
} from '../../../../src/activation/prepare/sent-members.ts';
import { withIdentityKey } from '../../../../src/activation/prepare/keyed-hash.ts';
import { planRemoval } from '../../../../src/activation/prepare/removal.ts';
import { removalDraft, sendDraft } from '../../../../src/activation/prepare/send-draft.ts';
import type { SendSettingsInput } from '../../../../src/activation/prepare/send-settings.ts';
import { waterfallSql } from '../../../../src/activation/prepare/waterfall.ts';
import { splitsOf } from '../../../../src/audiences/split/find-splits.ts';
import { splitSql } from '../../../../src/audiences/split/split-sql.ts';
import { catalogView } from '../../../../src/modules/catalog-view.ts';
import { sendDraftSchema } from '../../../../src/activation/sends/send-document.ts';
import { everyone, now, openPreparing, type Preparing } from './prepare-fixture.ts';

let preparing: Preparing;
beforeAll(async () => {
  preparing = await openPreparing();
  await preparing.create(`CREATE TABLE people (id BIGINT, mail VARCHAR, "odd "" name" VARCHAR, grp VARCHAR);
INSERT INTO people VALUES
  (1, 'A@x.org', 'it''s', 'a'),
  (2, 'b@x.org', 'zwei
Zeilen', 'b'),
  (3, NULL, '😀', 'a'),
  (4, 'nonsense', NULL, 'a'),
  (NULL, 'e@x.org', '', 'a'),
  (6, ' a@X.org', 'twin', 'a'),
  (7, 'g@x.org', 'x', NULL),
  (8, 'h@x.org', 'x', 'a'),
  (8, 'i@x.org', 'x', 'a')`);
  await preparing.create('CREATE TABLE empty_people AS FROM people LIMIT 0');
  await preparing.create(
    'CREATE TABLE hidden_people AS SELECT NULL::BIGINT AS id, NULL::VARCHAR AS mail FROM range(3)',
  );
});
afterAll(() => preparing.close());

const base: SendSettingsInput = {
  title: 'Summer',
  dataset: 'people',
  identity: 'id',
  consent: everyone,
  fields: [{ path: 'mail', header: 'E-Mail', normalise: { kind: 'email' } }],
  keys: [{ title: 'e-mail', headers: ['E-Mail'] }],
};

describe('outcomes', () => {
  test('are the first reason to stay, or sent', async () => {
    expect(await preparing.outcomes(base)).toEqual([
      'sent',
      'sent',
      'no-key',
      'no-key',
      'no-identity',
      'duplicate',
      'sent',
      'sent',
      'sent',
    ]);
  });

  test('repeat by person, by row or not at all', async () => {
    const same = await preparing.outcomes({ ...base, duplicates: 'drop-same-person' });
    expect(same.slice(5)).toEqual(['sent', 'sent', 'sent', 'duplicate']);
    expect(await preparing.outcomes({ ...base, duplicates: 'keep' })).not.toContain('duplicate');
  });

  test('hold out who is in the control group, and who cannot be told apart from it', async () => {
    expect(await preparing.outcomes({ ...base, holdout: "grp = 'b' -- control" })).toEqual([
      'sent',
      'held-out',
      'no-key',
      'no-key',
      'no-identity',
      'duplicate',
      'held-out',
      'sent',
      'sent',
    ]);
  });

  test('hold out a group of a split, and who joined since; or a share at random, whoever asks', async () => {
    const people = { dataset: 'people', identity: 'id', columns: ['id', 'mail', 'odd " name', 'grp'] };
    const groups = [
      { name: 'holdout', percent: 40 },
      { name: 'contacted', percent: 60 },
    ];
    const made = splitSql(people, { salt: 'spring', groups, holdout: 'holdout', strata: [] }).text;
    await preparing.create(`CREATE TABLE "people split" AS FROM (${made}) WHERE id <> 1`);
    const catalog = catalogView(preparing.workspace.datasets).datasets;
    const [source] = catalog.filter(({ label }) => label === 'people');
    if (source === undefined) throw new Error('There are people.');
    const [found] = splitsOf(source, catalog);
    expect(found).toEqual({ dataset: 'people split', column: 'group' });

    const given: SendSettingsInput = { ...base, keys: [], duplicates: 'keep' };
    const split: SendSettingsInput = {
      ...given,
      control: { kind: 'split', dataset: 'people split', column: 'group', group: 'holdout' },
    };
    const random: SendSettingsInput = { ...given, control: { kind: 'random', percent: 40, salt: 'spring' } };
    const bySplit = await preparing.outcomes(split);
    const atRandom = await preparing.outcomes(random);
    expect(bySplit.filter((outcome) => outcome === 'control').length).toBeGreaterThan(0);
    expect(bySplit.map((outcome) => (outcome === 'no-group' ? 'sent' : outcome))).toEqual(
      atRandom.map((outcome, index) => (bySplit[index] === 'no-group' ? 'sent' : outcome)),
    );
    expect(bySplit).toContain('no-group');
    const { dry } = await preparing.run(split);
    expect(dry.outcomes.map(({ words }) => words)).toContain(
      'held out as control group: “holdout” of the split “people split”',
    );
    expect((await preparing.run(random)).dry.outcomes.map(({ words }) => words)).toContain(
      'held out as control group: 40 % at random by the salt “spring”',
    );
    await preparing.create('DROP TABLE "people split"');
  });

  test('come out of nothing, of NULLs and of tables named like parts of the statement', async () => {
    expect(await preparing.outcomes({ ...base, dataset: 'empty_people' })).toEqual([]);
    expect(await preparing.outcomes({ ...base, dataset: 'hidden_people' })).toEqual([
      'no-identity',
      'no-identity',
      'no-identity',
    ]);
    for (const name of ['candidate', 'prepared', 'outcome', 'judged']) {
      await preparing.create(`CREATE TABLE ${name} AS SELECT 1 AS id, 'p@x.org' AS mail`);
      const suppressions = [{ dataset: name, column: 'mail', against: 'mail', comparison: 'email' as const }];
      expect(await preparing.outcomes({ ...base, suppressions, dataset: name })).toEqual(['suppressed-1']);
    }
  });

  test('need to know whom a row is about', async () => {
    await expect(preparing.plan({ ...base, identity: '' })).rejects.toThrow(
      'Choose the column that says who a row is about',
    );
    await expect(preparing.plan({ ...base, dataset: 'gone' })).rejects.toThrow('There is no table or view "gone"');
    expect(await preparing.outcomes({ ...base, kind: 'dataset', identity: '' })).toContain('sent');
  });
});

describe('rows that leave', () => {
  test('keep their order, their texts and what stands for no value', async () => {
    const fields: SendSettingsInput['fields'] = [
      { path: 'id', header: 'id' },
      { path: 'odd " name', header: 'odd', onNull: { kind: 'text', text: 'NULL' } },
      { path: '', header: 'source', normalise: { kind: 'constant', value: 'crm' } },
    ];
    const kept = await preparing.leaving({ ...base, fields, keys: [], duplicates: 'keep' });
    expect(kept.slice(0, 4)).toEqual([
      ['1', "it's", 'crm'],
      ['2', 'zwei\nZeilen', 'crm'],
      ['3', '😀', 'crm'],
      ['4', 'NULL', 'crm'],
    ]);
  });

  test('stay where a value must be there', async () => {
    const fields = [
      { path: 'mail', header: 'm', normalise: { kind: 'email' as const }, onNull: { kind: 'drop-row' as const } },
    ];
    expect((await preparing.outcomes({ ...base, fields, keys: [] })).slice(2, 4)).toEqual(['missing-1', 'missing-1']);
  });
});

describe('lists', () => {
  test('suppress by normalised value, by digest, by identity; NULLs in them suppress nobody', async () => {
    await preparing.create("CREATE TABLE stop AS SELECT * FROM (VALUES ('B@X.ORG '), (NULL)) AS t(address)");
    await preparing.create("CREATE TABLE stop_hash AS SELECT upper(sha256('b@x.org')) AS digest");
    await preparing.create("CREATE TABLE stop_id AS SELECT '2' AS id");
    const list = { against: 'mail', comparison: 'email' as const };
    const outcome = async (suppressions: SendSettingsInput['suppressions']) =>
      (await preparing.outcomes({ ...base, ...(suppressions && { suppressions }) })).slice(0, 2);
    expect(await outcome([{ ...list, dataset: 'stop', column: 'address' }])).toEqual(['sent', 'suppressed-1']);
    expect(await outcome([{ ...list, dataset: 'stop_hash', column: 'digest', hashed: true }])).toEqual([
      'sent',
      'suppressed-1',
    ]);
    expect(await outcome([{ dataset: 'stop_id', column: 'id' }])).toEqual(['sent', 'suppressed-1']);
    expect(await outcome([{ dataset: 'stop', column: 'address', against: 'mail' }])).toEqual(['sent', 'sent']);
  });

  test('leave people to an audience that comes first; a waterfall counts what each keeps', async () => {
    await preparing.create('CREATE TABLE best AS SELECT * FROM (VALUES (1), (8), (8), (99)) AS t(person_id)');
    const priority = [{ dataset: 'best', column: 'person_id' }];
    expect(
      (await preparing.outcomes({ ...base, priority })).filter((outcome) => outcome === 'priority-1'),
    ).toHaveLength(3);
    const audiences = [
      { dataset: 'best', identity: 'person_id' },
      { dataset: 'people', identity: 'id' },
      { dataset: 'empty_people', identity: 'id' },
    ];
    expect(await preparing.read(waterfallSql(audiences, await preparing.context()).text)).toEqual([
      { dataset: 'best', people: 3n, kept: 3n },
      { dataset: 'people', people: 7n, kept: 5n },
      { dataset: 'empty_people', people: 0n, kept: 0n },
    ]);
  });
});

describe('the history of sends', () => {
  test('caps how often people are reached, gives the removal of a send, and is forgotten with it', async () => {
    expect(await hasSendHistory(preparing.plainSession)).toBe(false);
    const frequency = { sends: 1, days: 7, within: 'destination' as const };
    const capped = { ...base, frequency };
    const key = new Uint8Array(32).fill(7);
    const { plan, table, dry } = await preparing.run(capped);
    const kept = {
      id: 'send-0001',
      destination: 'shop',
      at: new Date(now.getTime() - 86_400_000),
      rows: dry.sent,
      snapshot: 3,
      settings: plan.settings,
    };
    const keep = (send: typeof kept) =>
      preparing.workspace.publish([], { source: 'A send', alongside: (writer) => keepSend(writer, send, table, key) });
    await keep(kept);
    expect(await readKeptSends(preparing.plainSession)).toEqual([kept]);
    const sends = await readKeptSends(preparing.plainSession);
    expect(lastSendOf(sends, { dataset: 'people' }, 'shop')).toEqual(kept);
    expect(lastSendOf(sends, { dataset: 'people' }, 'other')).toBeUndefined();

    const members = await preparing.read('SELECT person FROM _stillhouse.sent_member ORDER BY person');
    const hashes = ['1', '2', '7', '8', '8'].map((id) => createHmac('sha256', key).update(id).digest('hex'));
    expect(members.map(({ person }) => person)).toEqual(hashes.sort());
    expect(await wasReached(preparing.plainSession, 'send-0001', '7', key)).toBe(true);
    expect(await wasReached(preparing.plainSession, 'send-0001', '3', key)).toBe(false);
    const otherKey = new Uint8Array(32).fill(9);
    await expect(wasReached(preparing.plainSession, 'send-0001', '7', otherKey)).rejects.toThrow('a key that is not');
    await withIdentityKey(preparing.plainSession, otherKey, async () => {
      expect(await countOtherKeys(preparing.plainSession)).toBe(1);
    });

    const keyless = await preparing.outcomes({ ...capped, suppressions: [], duplicates: 'keep' });
    expect(keyless).not.toContain('sent');
    await withIdentityKey(preparing.plainSession, key, async () => {
      expect(await countOtherKeys(preparing.plainSession)).toBe(0);
      const outcomes = (change: Partial<typeof frequency>) =>
        preparing.outcomes({ ...capped, frequency: { ...frequency, ...change } });
      expect((await outcomes({})).slice(0, 3)).toEqual(['too-often', 'too-often', 'no-key']);
      expect(await outcomes({ sends: 2 })).not.toContain('too-often');
      expect(await outcomes({ days: 1 })).not.toContain('too-often');
    });

    const removal = planRemoval(kept);
    expect(removal.headers).toEqual(['E-Mail', 'action']);
    const addresses = ['a@x.org', 'b@x.org', 'g@x.org', 'h@x.org', 'i@x.org'];
    expect(await preparing.read(removal.rows.text)).toEqual(
      addresses.map((address) => ({ 'E-Mail': address, action: 'remove' })),
    );
    const draft = removalDraft(removal, kept, [{ name: 'removal.csv', firstRow: 0, rows: 5 }]);
    expect(sendDraftSchema.parse(draft)).toMatchObject({ kind: 'removal', undoes: 'send-0001', rows: 5 });

    await preparing.workspace.publish([], { source: 'x', alongside: (writer) => forgetSend(writer, kept.id) });
    expect(await readKeptSends(preparing.plainSession)).toEqual([]);
    expect(await preparing.read(removal.rows.text)).toEqual([]);
  });

  test('knows a dataset export, which has nobody to remove', async () => {
    const settings = { ...base, kind: 'dataset' as const, identity: '' };
    const { plan } = await preparing.run(settings);
    const kept = { id: 'x', destination: 'shop', at: now, rows: 1, snapshot: null, settings: plan.settings };
    expect(() => planRemoval(kept)).toThrow('was a dataset, not an audience');
  });

  test('is told to the host without raw identities, the statement kept', async () => {
    const fields: SendSettingsInput['fields'] = [
      { path: 'mail', header: 'E-Mail', normalise: { kind: 'email' }, hash: 'sha256-hex' },
    ];
    const { plan, dry } = await preparing.run({ ...base, fields });
    const draft = sendDraftSchema.parse(sendDraft({ plan, dry, destination: 'shop', snapshot: 12, digest: 'abc123' }));
    expect(draft).toMatchObject({
      title: 'Summer',
      kind: 'audience',
      source: { dataset: 'people', snapshot: '12', sql: plan.rows.text },
      rows: 5,
      leftOut: [
        { reason: 'no value in “id”', rows: 1 },
        { reason: 'nothing to match by: no valid “e-mail”', rows: 2 },
        { reason: 'the same row leaves already', rows: 1 },
      ],
      consent: { purpose: 'Stated basis: Contract: order updates', channel: 'any' },
      mapping: [{ from: 'mail', to: 'E-Mail', treatment: 'e-mail address, lower case, SHA-256 in lower-case hex' }],
    });
    expect(JSON.stringify(draft)).not.toContain('@x.org');
  });
});
