import { columnNames, type Platform, platformColumn } from './platform.ts';

/**
 * Hashed e-mail as The Trade Desk and others take it for UID2: SHA-256 of the normalised address, its bytes in Base64, by
 * the UID2 documentation on normalization and encoding (changed November 2025, excerpts or copies, 2026-11-22).
 */
export const hashedEmail: Platform = {
  id: 'hashed-email',
  title: 'The Trade Desk (UID2) hashed e-mail',
  summary: 'SHA-256 in Base64 of e-mail addresses without dots and tags at Gmail, and of phone numbers.',
  sources: [
    {
      title: 'UID2: normalization and encoding',
      url: 'https://unifiedid.com/docs/getting-started/gs-normalization-encoding',
    },
  ],
  read: '2026-11-22',
  columns: [
    platformColumn('email_hash', columnNames.email, { kind: 'email', canonicalAt: ['gmail.com'] }, 'sha256-base64'),
    platformColumn('phone_hash', columnNames.phone, { kind: 'phone', plus: true }, 'sha256-base64'),
  ],
  anyHeader: true,
  keys: [
    { title: 'e-mail', headers: ['email_hash'] },
    { title: 'phone', headers: ['phone_hash'] },
  ],
  file: { format: 'csv', name: 'hashed-email-{date}' },
  removal: { words: 'Send the same hashes with a time to live of 0, as The Trade Desk’s data APIs call it.' },
  unverified: [
    'Dots and tags at Gmail are general knowledge of UID2: the excerpt read shows only hashing and encoding.',
    'UID2 fixes how hashes are made, not the headers of a file: these are ours. Agree on them with the receiver.',
    'The time to live of 0 is general knowledge; the page was not read.',
  ],
};
