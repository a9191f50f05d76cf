import { columnNames, type Platform, platformColumn } from './platform.ts';

/** LinkedIn Matched Audiences from a contact list, by the help page on requirements for contact lists (excerpts or copies, 2026-11-22). */
export const linkedinContactList: Platform = {
  id: 'linkedin-contact-list',
  title: 'LinkedIn contact list',
  summary: 'The template’s headers unchanged; e-mail hashed with SHA-256, names in the clear; 300 to 300,000 rows.',
  sources: [
    { title: 'Requirements for contact targeting lists', url: 'https://www.linkedin.com/help/lms/answer/a1489764' },
  ],
  read: '2026-11-22',
  columns: [
    platformColumn('email', columnNames.email, { kind: 'email', canonicalAt: [] }, 'sha256-hex'),
    platformColumn('firstname', columnNames.firstName, { kind: 'trim' }),
    platformColumn('lastname', columnNames.lastName, { kind: 'trim' }),
    platformColumn('jobtitle', columnNames.jobTitle, { kind: 'trim' }),
    platformColumn('employeecompany', columnNames.company, { kind: 'trim' }),
    platformColumn('country', columnNames.country, { kind: 'country', letters: 'upper' }),
    platformColumn('googleaid', columnNames.never, { kind: 'device-id', letters: 'lower' }),
    platformColumn('appleidfa', columnNames.never, { kind: 'device-id', letters: 'upper' }),
  ],
  anyHeader: false,
  keys: [
    { title: 'e-mail', headers: ['email'] },
    { title: 'name', headers: ['firstname', 'lastname'] },
    { title: 'Android device', headers: ['googleaid'] },
    { title: 'Apple device', headers: ['appleidfa'] },
  ],
  fewestRows: 300,
  rowsPerFile: 300_000,
  fileBytes: 20_000_000,
  file: { format: 'csv', name: 'linkedin-contacts-{date}', rowsPerFile: 300_000 },
  removal: {
    words:
      'A list made from a file is replaced as a whole: upload the audience without these people under the same name.',
  },
  unverified: [
    'The template itself could not be opened: its headers are from descriptions of it. Compare them with the file in Campaign Manager.',
    'How lists are replaced is not described on the page read.',
  ],
};
