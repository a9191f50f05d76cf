import { describe, expect, test } from 'vitest';
import { knownCountries, numberingPlan } from '../../../../src/activation/prepare/calling-codes.ts';
import { consentOnReceipt, consentSchema } from '../../../../src/activation/prepare/consent-settings.ts';
import { exportRange } from '../../../../src/activation/prepare/dataset-export.ts';
import { checkSize } from '../../../../src/activation/prepare/size-guard.ts';
import { treatmentWords } from '../../../../src/activation/prepare/treatment.ts';

describe('the size guard', () => {
  test('always stops on nothing', () => {
    expect(checkSize(0, undefined, null)).toEqual({ stop: true, words: 'No row would leave.' });
    expect(checkSize(0, 10, null).stop).toBe(true);
  });

  test('stops beyond its limit in both directions, and says by how much', () => {
    expect(checkSize(130, 100, 30)).toEqual({
      stop: false,
      words: '130 rows would leave, 30 rows more than the 100 rows of the last time (30 % more).',
    });
    expect(checkSize(69, 100, 30)).toEqual({
      stop: true,
      words:
        '69 rows would leave, 31 rows fewer than the 100 rows of the last time (31 % fewer): beyond the limit of 30 %.',
    });
    expect(checkSize(1000, 100, null).stop).toBe(false);
    expect(checkSize(5, 0, 30).stop).toBe(true);
    expect(checkSize(1200, undefined, 0)).toEqual({
      stop: false,
      words: '1,200 rows would leave. This is the first send of its kind.',
    });
    expect(checkSize(7, 7, 0)).toEqual({ stop: false, words: '7 rows would leave, as many as the last time.' });
  });
});

describe('a dataset export', () => {
  test('takes all, or what was written since the last one', () => {
    expect(exportRange('full', 4, 9).range).toEqual({ kind: 'as-of', snapshot: 9 });
    expect(exportRange('incremental', undefined, 9)).toEqual({
      range: { kind: 'as-of', snapshot: 9 },
      words: 'the first incremental export, so all rows as of snapshot 9',
    });
    expect(exportRange('incremental', 4, 9).range).toEqual({ kind: 'between', after: 4, upTo: 9 });
  });
});

describe('what a receipt says', () => {
  test('of consent', () => {
    const records = consentSchema.parse({ kind: 'records', dataset: 'd', identity: 'i', status: 'consents.email.val' });
    expect(consentOnReceipt(records)).toEqual({ purpose: 'consents.email.val', channel: 'any' });
    expect(consentOnReceipt({ kind: 'none' })).toBeNull();
    expect(consentSchema.safeParse({ kind: 'stated-basis', words: ' because ' }).success).toBe(false);
  });

  test('of treatments', () => {
    expect(treatmentWords({ kind: 'email', canonicalAt: ['gmail.com', 'googlemail.com'] }, 'sha256-hex')).toBe(
      'e-mail address, lower case, without dots and tags at gmail.com and googlemail.com, SHA-256 in lower-case hex',
    );
    expect(treatmentWords({ kind: 'constant', value: 'x' }, 'none')).toBe('the same for all: “x”');
    expect(treatmentWords({ kind: 'date', format: 'YYYYMMDD' }, 'none')).toBe('day as YYYYMMDD');
  });
});

test('countries of phone numbers have a code that begins none of ours wrongly', () => {
  expect(knownCountries).toContain('DE');
  for (const country of knownCountries) {
    expect(country).toMatch(/^[A-Z]{2}$/);
    expect(numberingPlan(country)?.code).toMatch(/^[1-9][0-9]{0,2}$/);
  }
  expect(numberingPlan('XX')).toBeUndefined();
});
