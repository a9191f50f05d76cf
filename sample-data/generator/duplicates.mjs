import { ascii } from './catalog.mjs';
import { addressOf, spoil } from './duplicate-faults.mjs';
import { csv, tally } from './formats.mjs';
import { createStream } from './random.mjs';

const sources = ['shop', 'newsletter', 'outlet'];
const header = [
  'record_id',
  'source',
  'first_name',
  'last_name',
  'email',
  'phone',
  'street',
  'city',
  'state',
  'zip',
  'updated_on',
];

/** Contacts of 900 people as three systems know them, with the faults that such lists have, and who each one truly is. */
export function makeDuplicates({ customers }) {
  const stream = createStream('duplicates');
  const faults = [];
  const people = stream.sample(customers, 900).map((customer, index) => {
    const [first, last] = customer.name.split(' ');
    return {
      id: customer.id,
      first,
      last,
      email: customer.email,
      phone: customer.phone,
      street: addressOf(stream),
      city: customer.city,
      state: customer.state,
      zip: customer.zip,
      index,
    };
  });
  for (let family = 0; family < 60; family++) {
    const [parent, child] = [people[family * 2], people[family * 2 + 1]];
    for (const name of ['last', 'street', 'city', 'state', 'zip', 'phone']) child[name] = parent[name];
    parent.email = child.email = `family.${ascii(parent.last)}${family}@example.com`;
  }
  const contacts = people.flatMap((person) => {
    const count = stream.weighted([
      [1, 40],
      [2, 40],
      [3, 20],
    ]);
    const inSources = count === 3 ? sources : stream.sample(sources, count);
    return inSources.map((source, index) => ({
      person,
      source,
      ...(index === 0 ? person : spoil(stream, person, faults)),
    }));
  });
  const rows = stream.shuffle(contacts).map((contact, index) => ({
    ...contact,
    record: `R-${String(index + 1).padStart(5, '0')}`,
    updated: `202${stream.between(3, 5)}-${two(stream.between(1, 12))}-${two(stream.between(1, 28))}`,
  }));
  const sizes = Object.values(tally(rows, ({ person }) => person.id));
  return {
    files: {
      'duplicate_contacts.csv': csv(
        header,
        rows.map((c) => [
          c.record,
          c.source,
          c.first,
          c.last,
          c.email,
          c.phone,
          c.street,
          c.city,
          c.state,
          c.zip,
          c.updated,
        ]),
      ),
      'duplicate_contacts_truth.csv': csv(
        ['record_id', 'person_id'],
        [...rows].sort((a, b) => (a.record < b.record ? -1 : 1)).map(({ record, person }) => [record, person.id]),
      ),
    },
    truths: {
      'duplicate_contacts.csv': {
        records: rows.length,
        recordsBySource: tally(rows, ({ source }) => source),
        familiesSharingAnEmail: 60,
        faults: tally(faults, (fault) => fault),
      },
      'duplicate_contacts_truth.csv': {
        people: people.length,
        peopleByRecords: tally(sizes, (size) => size),
        truePairs: sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0),
      },
    },
  };
}

const two = (number) => String(number).padStart(2, '0');
