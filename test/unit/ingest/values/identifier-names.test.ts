import { describe, expect, test } from 'vitest';
import { namesIdentifier } from '../../../../src/ingest/values/identifier-names.ts';

const five = { shortest: 5, longest: 5 };
const phone = { shortest: 10, longest: 12 };

describe('names of identifiers', () => {
  test.each([
    ['zip', five],
    ['ZIP Code', five],
    ['billing_postcode', five],
    ['plz', five],
    ['homePhone', phone],
    ['tel_no', phone],
    ['account', five],
    ['account_number', five],
    ['card_no', five],
    ['tax-code', five],
    ['sku', five],
    ['EAN', { shortest: 13, longest: 13 }],
    ['country_code', { shortest: 2, longest: 2 }],
  ])('%s', (name, lengths) => {
    expect(namesIdentifier(name, lengths)).toBe(true);
  });

  test.each([
    ['account_balance', five],
    ['account_id', five],
    ['mobile_sessions', phone],
    ['mobile', { shortest: 1, longest: 1 }],
    ['phone_calls', five],
    ['zip', { shortest: 1, longest: 3 }],
    ['order_code', { shortest: 3, longest: 5 }],
    ['code', five],
    ['quantity', five],
    ['', five],
  ])('not %s', (name, lengths) => {
    expect(namesIdentifier(name, lengths)).toBe(false);
  });
});
