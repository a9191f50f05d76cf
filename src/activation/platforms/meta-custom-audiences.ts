import { columnNames, type Platform, platformColumn } from './platform.ts';

/**
 * Meta Custom Audiences from a customer list, by the Business Help Centre's page on formatting customer lists (excerpts or copies,
 * 2026-11-22). Values are hashed as Meta's Marketing API describes; that page could not be read here.
 */
export const metaCustomAudiences: Platform = {
  id: 'meta-custom-audiences',
  title: 'Meta Custom Audiences',
  summary: 'Lower-case headers; identities hashed with SHA-256, phone numbers as digits with their country code.',
  sources: [{ title: 'How to format a customer list', url: 'https://www.facebook.com/business/help/2082575038703844' }],
  read: '2026-11-22',
  columns: [
    platformColumn('email', columnNames.email, { kind: 'email', canonicalAt: [] }, 'sha256-hex', 3),
    platformColumn('phone', columnNames.phone, { kind: 'phone', plus: false }, 'sha256-hex', 3),
    platformColumn('madid', columnNames.device, { kind: 'device-id', letters: 'lower' }),
    platformColumn('fn', columnNames.firstName, { kind: 'name', punctuation: 'drop' }, 'sha256-hex'),
    platformColumn('ln', columnNames.lastName, { kind: 'name', punctuation: 'drop' }, 'sha256-hex'),
    platformColumn('zip', columnNames.postcode, { kind: 'postcode', compact: true }, 'sha256-hex'),
    platformColumn('ct', columnNames.city, { kind: 'name', punctuation: 'drop' }, 'sha256-hex'),
    platformColumn('country', columnNames.country, { kind: 'country', letters: 'lower' }, 'sha256-hex'),
    platformColumn('dob', columnNames.birth, { kind: 'date', format: 'YYYYMMDD' }, 'sha256-hex'),
  ],
  anyHeader: false,
  keys: [
    { title: 'e-mail', headers: ['email'] },
    { title: 'phone', headers: ['phone'] },
    { title: 'device', headers: ['madid'] },
    { title: 'name and postcode', headers: ['fn', 'ln', 'zip'] },
  ],
  fewestRows: 100,
  file: { format: 'csv', name: 'custom-audience-{date}' },
  removal: { words: 'Edit the audience, choose “Remove customers” and upload the file.' },
  unverified: [
    'The headers zip, country and dob and the remove step are general knowledge: the excerpts do not show them.',
    'How names, cities, postcodes and days of birth are written before hashing follows common descriptions of the Marketing API, not the page itself.',
    'That a name with a postcode is enough for a match is an assumption; Meta does not say which columns suffice.',
  ],
};
