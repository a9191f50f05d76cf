import { columnNames, type Platform, platformColumn } from './platform.ts';

/**
 * Google Ads Customer Match, by its help pages on formatting customer data files and, for addresses at Gmail, by the
 * formatting guide of the Data Manager API, both by excerpts (2026-11-22).
 */
export const googleCustomerMatch: Platform = {
  id: 'google-customer-match',
  title: 'Google Customer Match',
  summary: 'E-mail, phone and names hashed with SHA-256, country and postcode in the clear, as CSV in UTF-8.',
  sources: [
    {
      title: 'Formatting guidelines for uploading hashed data',
      url: 'https://support.google.com/google-ads/answer/7476159',
    },
    {
      title: 'Data Manager API: format user data',
      url: 'https://developers.google.com/data-manager/api/devguides/concepts/formatting',
    },
  ],
  read: '2026-11-22',
  columns: [
    platformColumn(
      'Email',
      columnNames.email,
      { kind: 'email', canonicalAt: ['gmail.com', 'googlemail.com'] },
      'sha256-hex',
      3,
    ),
    platformColumn('Phone', columnNames.phone, { kind: 'phone', plus: true }, 'sha256-hex', 3),
    platformColumn('First Name', columnNames.firstName, { kind: 'name', punctuation: 'keep' }, 'sha256-hex'),
    platformColumn('Last Name', columnNames.lastName, { kind: 'name', punctuation: 'keep' }, 'sha256-hex'),
    platformColumn('Country', columnNames.country, { kind: 'country', letters: 'upper' }),
    platformColumn('Zip', columnNames.postcode, { kind: 'postcode', compact: false }, 'none', 3),
  ],
  anyHeader: false,
  keys: [
    { title: 'e-mail', headers: ['Email'] },
    { title: 'phone', headers: ['Phone'] },
    { title: 'postal address', headers: ['First Name', 'Last Name', 'Country', 'Zip'] },
  ],
  file: { format: 'csv', name: 'customer-match-{date}' },
  removal: { words: 'Upload the file to the same customer list with the action “Remove customers”.' },
  unverified: [
    'The remove step is general knowledge: the excerpts do not describe it.',
    'How many matched people a list needs differs by network and has changed; it is not checked.',
    'The three-fold headers follow “multiple columns are allowed”: no number is given there.',
  ],
};
