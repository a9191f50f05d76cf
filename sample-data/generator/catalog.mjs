/** First names, with accents. */
export const firstNames = [
  'Ada',
  'Benoît',
  'Chiara',
  'Dmitri',
  'Elif',
  'Femi',
  'Grace',
  'Hiro',
  'Ines',
  'João',
  'Kaia',
  'Liam',
  'Maya',
  'Noor',
  'Oskar',
  'Priya',
  'Quinn',
  'Rosa',
  'Søren',
  'Tomás',
  'Uma',
  'Viktor',
  'Wanda',
  'Ximena',
  'Yara',
  'Zoë',
];

/** Last names, with accents. */
export const lastNames = [
  'Abbott',
  'Bianchi',
  'Castro',
  'Dubois',
  'Eriksen',
  'Fischer',
  'García',
  'Haddad',
  'Ito',
  'Jansen',
  'Kowalski',
  'Larsen',
  'Müller',
  'Nakamura',
  'O’Brien',
  'Petrov',
  'Quiroga',
  'Rossi',
  'Smith',
  'Tanaka',
  'Usman',
  'Vargas',
  'Weber',
  'Xu',
  'Yilmaz',
  'Zhang',
];

/** Town, state, how its ZIP codes start, and its share of customers. */
export const places = [
  ['Boston', 'MA', '021', 6],
  ['Portland', 'ME', '041', 3],
  ['New York', 'NY', '100', 9],
  ['Chicago', 'IL', '606', 7],
  ['Denver', 'CO', '802', 4],
  ['Seattle', 'WA', '981', 5],
  ['Austin', 'TX', '787', 5],
  ['San Francisco', 'CA', '941', 8],
];

/** Name, category and price in US dollars. */
export const products = [
  ['Running shoe', 'Footwear', 89.9],
  ['Trail shoe', 'Footwear', 119],
  ['Rain jacket', 'Outerwear', 149.5],
  ['Down vest', 'Outerwear', 129],
  ['Day pack', 'Bags', 79.95],
  ['Dry bag', 'Bags', 24.5],
  ['Water bottle', 'Accessories', 18],
  ['Head lamp', 'Accessories', 42.25],
];

/** A name in lower-case letters of ASCII. */
export const ascii = (text) =>
  text
    .normalize('NFKD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
