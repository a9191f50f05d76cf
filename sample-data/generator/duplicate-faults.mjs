import { ascii, places } from './catalog.mjs';

const nicknames = {
  Benoît: 'Ben',
  Chiara: 'Kiki',
  Dmitri: 'Dima',
  Grace: 'Gracie',
  Tomás: 'Tom',
  Viktor: 'Vik',
  Ximena: 'Xime',
  Priya: 'Pri',
  Liam: 'Lee',
  João: 'Joe',
  Maya: 'May',
  Rosa: 'Rosie',
};
const streets = [
  'Oak Street',
  'Maple Avenue',
  'Harbor Road',
  'Mill Lane',
  'Summit Drive',
  'River Street',
  'Church Street',
  'Park Avenue',
];

/** A street with a number. */
export const addressOf = ({ between, pick }) => `${between(1, 240)} ${pick(streets)}`;

/** A second record of a person with one to three faults; those that changed something are added to `faults`. */
export function spoil(stream, person, faults) {
  const copy = { ...person };
  const kinds = {
    typoInName: () => (copy.last = misspell(stream, copy.last)),
    nickname: () => (copy.first = nicknames[copy.first] ?? `${copy.first[0]}.`),
    withoutAccents: () => {
      copy.first = copy.first.normalize('NFKD').replace(/\p{M}/gu, '');
      copy.last = copy.last.normalize('NFKD').replace(/\p{M}/gu, '');
    },
    moved: () => {
      const [city, state, zip] = stream.pick(places);
      Object.assign(copy, {
        street: addressOf(stream),
        city,
        state,
        zip: `${zip}${String(stream.between(0, 99)).padStart(2, '0')}`,
      });
    },
    otherEmail: () => (copy.email = `${ascii(copy.first)}${stream.between(1, 99)}@example.net`),
    typoInEmail: () => (copy.email = misspell(stream, copy.email.split('@')[0]) + '@' + copy.email.split('@')[1]),
    withoutEmail: () => (copy.email = ''),
    withoutPhone: () => (copy.phone = ''),
    phoneWrittenOtherwise: () => (copy.phone = copy.phone.replaceAll('-', ' ')),
    upperCase: () => Object.assign(copy, { first: copy.first.toUpperCase(), last: copy.last.toUpperCase() }),
  };
  const chosen = stream
    .sample(Object.keys(kinds), stream.between(1, 3))
    .filter(
      (kind, _, all) =>
        kind !== 'typoInEmail' || !all.some((other) => other === 'otherEmail' || other === 'withoutEmail'),
    );
  for (const kind of Object.keys(kinds).filter((name) => chosen.includes(name))) {
    const before = JSON.stringify(copy);
    kinds[kind]();
    if (JSON.stringify(copy) !== before) faults.push(kind);
  }
  return copy;
}

/** Swaps, drops or doubles one letter. */
function misspell(stream, word) {
  const letters = [...word];
  const at = stream.between(1, Math.max(1, letters.length - 2));
  const kind = letters.length < 3 ? 'double' : stream.pick(['swap', 'drop', 'double']);
  if (kind === 'swap') [letters[at], letters[at + 1]] = [letters[at + 1], letters[at]];
  else letters.splice(at, kind === 'drop' ? 1 : 0, ...(kind === 'drop' ? [] : [letters[at]]));
  return letters.join('');
}
