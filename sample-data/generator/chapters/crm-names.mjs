import { csv } from '../formats.mjs';
import { createStream } from '../random.mjs';

const people = 300;
const variants = 140;

/** Names with CRM identifiers, some identifiers mistyped in one place. True ones differ in at least five places. */
export function makeCrmNames({ customers }) {
  const stream = createStream('crm-names');
  const letters = [...'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'];
  const identifiers = [];
  while (identifiers.length < people) {
    const next = Array.from({ length: 8 }, () => stream.pick(letters));
    if (identifiers.every((other) => difference(other, next) >= 5)) identifiers.push(next);
  }
  const persons = stream
    .sample(customers, people)
    .map((customer, index) => ({ name: customer.name, letters: identifiers[index] }));
  const typos = stream.sample(persons, variants).map(({ name, letters: own }) => {
    const copy = [...own];
    const at = stream.between(0, copy.length - 1);
    copy[at] = stream.pick(letters.filter((letter) => letter !== copy[at]));
    return { name, letters: copy };
  });
  const rows = stream.shuffle([...persons, ...typos]);
  return {
    files: {
      'crm_names.csv': csv(
        ['CRM_ID', 'first_name', 'last_name'],
        rows.map(({ name, letters: id }) => [id.join(''), ...name.split(' ')]),
      ),
    },
    truths: {
      'crm_names.csv': { rows: rows.length, people, mistypedIdentifiers: variants, pairsOneLetterApart: variants },
    },
  };
}

const difference = (a, b) => a.filter((letter, index) => letter !== b[index]).length;
