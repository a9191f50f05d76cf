import { columnNames, type Platform, platformColumn } from './platform.ts';

/** A plain file for an e-mail or CRM system: no outside document stands behind it, every header is taken. */
export const crmFile: Platform = {
  id: 'crm',
  title: 'Any CRM or e-mail system',
  summary: 'Columns as you name them, in the clear, as CSV.',
  sources: [],
  read: '2026-11-22',
  columns: [
    platformColumn('email', columnNames.email, { kind: 'email', canonicalAt: [] }),
    platformColumn('phone', columnNames.phone, { kind: 'phone', plus: true }),
    platformColumn('first_name', columnNames.firstName, { kind: 'trim' }),
    platformColumn('last_name', columnNames.lastName, { kind: 'trim' }),
    platformColumn('country', columnNames.country, { kind: 'trim' }),
    platformColumn('postcode', columnNames.postcode, { kind: 'trim' }),
  ],
  anyHeader: true,
  keys: [],
  file: { format: 'csv', name: '{audience}-{date}' },
  removal: {
    words: 'Import the file: each row says “remove”. What the system does with it is its own affair.',
    column: { header: 'action', value: 'remove' },
  },
  unverified: [],
};
