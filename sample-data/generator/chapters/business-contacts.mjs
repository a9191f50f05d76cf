import { ascii, firstNames, lastNames } from '../catalog.mjs';
import { csv, tally } from '../formats.mjs';
import { createStream } from '../random.mjs';

const companies = [
  'Alpine Outfitters',
  'Bay Sports',
  'Cedar Camps',
  'Delta Guides',
  'Elk Ridge Tours',
  'Fjord Rentals',
  'Granite Gym',
  'Harbor Kayaks',
  'Iron Trail Club',
  'Juniper Lodge',
];
const titles = {
  purchasing: ['Head of Purchasing', 'Purchasing Manager', 'Buyer', 'buyer (senior)', 'Mgr. Purchasing'],
  owner: ['Owner', 'CEO', 'Chief Executive Officer', 'Founder & CEO'],
  marketing: ['Marketing Manager', 'Mktg Mgr', 'Head of Marketing', 'VP Marketing'],
};
const sources = ['crm_east', 'crm_west', 'marketing_tool'];
const spellings = [(name) => name, (name) => `${name} Inc.`, (name) => name.toUpperCase(), (name) => `${name}, LLC `];

/** Contacts at ten companies from three systems, which write companies, titles and addresses in ways of their own. */
export function makeBusinessContacts() {
  const stream = createStream('business-contacts');
  const names = stream.sample(
    firstNames.flatMap((first) => lastNames.map((last) => [first, last])),
    220,
  );
  const people = names.map(([first, last]) => ({
    first,
    last,
    company: stream.pick(companies),
    role: stream.weighted([
      ['purchasing', 45],
      ['owner', 20],
      ['marketing', 35],
    ]),
  }));
  const contacts = people.flatMap((person) =>
    stream
      .sample(
        sources,
        stream.weighted([
          [1, 45],
          [2, 35],
          [3, 20],
        ]),
      )
      .map((source, index) => {
        const domain = `${ascii(person.company)}.example.com`;
        const local =
          index === 0
            ? `${ascii(person.first)}.${ascii(person.last)}`
            : stream.pick([
                `${ascii(person.first)}.${ascii(person.last)}`,
                `${ascii(person.first)[0]}${ascii(person.last)}`,
              ]);
        return {
          ...person,
          source,
          title: stream.pick(titles[person.role]),
          spelling: stream.pick(spellings)(person.company),
          email: stream.chance(0.3) ? `${local}@${domain}`.toUpperCase() : `${local}@${domain}`,
          phone: stream.chance(0.25)
            ? ''
            : `0${stream.between(20, 99)}-555-${String(stream.between(0, 9999)).padStart(4, '0')}`,
          updated: `2025-${String(stream.between(1, 12)).padStart(2, '0')}-${String(stream.between(1, 28)).padStart(2, '0')}`,
        };
      }),
  );
  const rows = stream.shuffle(contacts);
  return {
    files: {
      'b2b_contacts.csv': csv(
        ['contact_id', 'source', 'first_name', 'last_name', 'title', 'company', 'email', 'phone', 'updated_on'],
        rows.map((c, index) => [
          `C-${String(index + 1).padStart(4, '0')}`,
          c.source,
          c.first,
          c.last,
          c.title,
          c.spelling,
          c.email,
          c.phone,
          c.updated,
        ]),
      ),
    },
    truths: {
      'b2b_contacts.csv': {
        rows: rows.length,
        people: people.length,
        companies: new Set(people.map(({ company }) => company)).size,
        peopleByRole: tally(people, ({ role }) => role),
        rowsBySource: tally(rows, ({ source }) => source),
      },
    },
  };
}
