/** Words that name an identifier on their own, and how many digits its values have at least. */
const identifierWords: Readonly<Partial<Record<string, number>>> = {
  ...withDigits(
    4,
    'zip zipcode postcode postal postalcode plz account acct konto iban bic swift sku ean upc gtin gln isbn issn asin',
  ),
  ...withDigits(4, 'imei imsi iccid vin barcode passport ssn msisdn fips naics siren siret duns npi'),
  ...withDigits(6, 'phone telephone tel telefon mobile cell cellphone fax'),
  ...withDigits(12, 'card creditcard pan'),
};

/** Words that name an identifier only with a word such as "number" behind them. */
const numberedWords = new Set('card tax vat license licence serial registration tracking customs policy'.split(' '));

const numberWords = new Set('no nr num number nummer code'.split(' '));

function withDigits(digits: number, words: string): Record<string, number> {
  return Object.fromEntries(words.split(' ').map((word) => [word, digits]));
}

/** Lengths of a column's values, in characters. */
export interface LengthRange {
  readonly shortest: number;
  readonly longest: number;
}

/**
 * Whether whole numbers under this name are identifiers, to which a number type does harm: postal codes, phone and account
 * numbers, article codes. `account_balance` and `mobile_sessions` are not, nor is anything whose values are too short.
 */
export function namesIdentifier(name: string, lengths: LengthRange): boolean {
  const words = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const last = words.at(-1) ?? '';
  const numbered = numberWords.has(last);
  const noun = numbered ? (words.at(-2) ?? '') : last;
  if (numbered && numberedWords.has(noun)) return true;
  const fewestDigits = identifierWords[noun];
  if (fewestDigits !== undefined) return lengths.longest >= fewestDigits;
  return last === 'code' && words.length > 1 && lengths.shortest === lengths.longest && lengths.longest > 1;
}
