import { columnNames, type Platform, platformColumn } from './platform.ts';

/** Snapchat customer lists, normalised as Snap’s developer page on best practices says (excerpts or copies, 2026-11-22). */
export const snapchatCustomerList: Platform = {
  id: 'snapchat-customer-list',
  title: 'Snapchat customer list',
  summary: 'One kind of identity a list, hashed with SHA-256 in lower-case hex; phone numbers as digits.',
  sources: [
    { title: 'Customer lists', url: 'https://developers.snap.com/api/marketing-api/Ads-API/customer-lists' },
    {
      title: 'Best practices: data hygiene',
      url: 'https://developers.snap.com/api/marketing-api/Conversions-API/BestPractices',
    },
  ],
  read: '2026-11-22',
  columns: [
    platformColumn('email', columnNames.email, { kind: 'email', canonicalAt: [] }, 'sha256-hex'),
    platformColumn('phone', columnNames.phone, { kind: 'phone', plus: false }, 'sha256-hex'),
    platformColumn('mobile_ad_id', columnNames.device, { kind: 'device-id', letters: 'lower' }, 'sha256-hex'),
  ],
  anyHeader: false,
  keys: [
    { title: 'e-mail', headers: ['email'] },
    { title: 'phone', headers: ['phone'] },
    { title: 'device', headers: ['mobile_ad_id'] },
  ],
  fewestRows: 1000,
  file: { format: 'csv', name: 'snapchat-{date}' },
  removal: {
    words: 'Delete these people from the segment by the API’s users endpoint, or upload a new list without them.',
  },
  unverified: [
    'The remove step is general knowledge: the excerpts do not describe it.',
    'The headers of a file for the upload form are not documented on the pages read.',
    'The least of 1,000 people is from a partner’s page, not from Snap’s.',
  ],
};
