import { columnNames, type Platform, platformColumn } from './platform.ts';

/** Pinterest customer lists, by descriptions of its API v5 `customer_lists` (5.6 and 5.10, excerpts or copies, 2026-11-22). */
export const pinterestCustomerList: Platform = {
  id: 'pinterest-customer-list',
  title: 'Pinterest customer list',
  summary: 'One identity a row and no header: e-mail addresses hashed with SHA-256.',
  sources: [
    {
      title: 'API v5: create customer lists',
      url: 'https://developers.pinterest.com/docs/api/v5/customer_lists-create',
    },
  ],
  read: '2026-11-22',
  columns: [
    platformColumn('email', columnNames.email, { kind: 'email', canonicalAt: [] }, 'sha256-hex'),
    platformColumn('maid', columnNames.never, { kind: 'device-id', letters: 'lower' }),
  ],
  anyHeader: false,
  keys: [
    { title: 'e-mail', headers: ['email'] },
    { title: 'device', headers: ['maid'] },
  ],
  fewestRows: 100,
  file: { format: 'csv', header: false, name: 'pinterest-{date}' },
  removal: { words: 'Update the customer list with the operation REMOVE and the file.' },
  unverified: [
    'The operation REMOVE is general knowledge: the copies read do not show it.',
    'Pinterest’s own page could not be opened; the figures are from copies of its API description.',
    'Whether the upload form takes a header is not said there, so none is written.',
  ],
};
