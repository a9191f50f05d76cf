import { columnNames, type Platform, platformColumn } from './platform.ts';

/**
 * TikTok customer file audiences, by the Ads Manager help page “How to create a Custom Audience with a customer file”
 * (updated September 2025, excerpts or copies, 2026-11-22).
 */
export const tiktokCustomerFile: Platform = {
  id: 'tiktok-customer-file',
  title: 'TikTok customer file',
  summary: 'Headers that name the hash: Email_SHA256, Phone_SHA256, MAID_SHA256; CSV of at least 1,000 entries.',
  sources: [
    {
      title: 'How to create a Custom Audience with a customer file',
      url: 'https://ads.tiktok.com/help/article/how-to-create-a-custom-audience-with-a-customer-file',
    },
  ],
  read: '2026-11-22',
  columns: [
    platformColumn('Email_SHA256', columnNames.email, { kind: 'email', canonicalAt: [] }, 'sha256-hex', 3),
    platformColumn('Phone_SHA256', columnNames.phone, { kind: 'phone', plus: true }, 'sha256-hex', 3),
    platformColumn('MAID_SHA256', columnNames.device, { kind: 'device-id', letters: 'lower' }, 'sha256-hex', 3),
  ],
  anyHeader: false,
  keys: [
    { title: 'e-mail', headers: ['Email_SHA256'] },
    { title: 'phone', headers: ['Phone_SHA256'] },
    { title: 'device', headers: ['MAID_SHA256'] },
  ],
  fewestRows: 1000,
  fileBytes: 1_000_000_000,
  file: { format: 'csv', name: 'tiktok-{date}' },
  removal: { words: 'Edit the audience, choose to remove people and upload the file.' },
  unverified: [
    'Another help page (August 2025) wants phone numbers without the plus sign and e-mail addresses without what follows one; the later page is followed.',
    'The headers are printed there with and without a space before 256.',
    'The remove step is not described on the pages read.',
  ],
};
