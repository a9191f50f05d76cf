/** What a column's name says of its values, the surest first; kinds that values show too have the same ids there. */
const named: readonly (readonly [pattern: RegExp, kind: NamedKind])[] = [
  [/(^|[_.\s])e?_?mail/, 'email'],
  [/(^|[_.\s])(phone|mobile|fax|telephone)/, 'phone'],
  [/(^|[_.\s])iban($|[_.\s])/, 'iban'],
  [/(^|[_.\s])(card|pan)_?(number|no)?$/, 'card'],
  [/(^|[_.\s])(ssn|social_security|national_id|passport|tax_id)/, 'identity'],
  [/(^|[_.\s])ip(v4|v6)?(_?address)?$/, 'ip'],
  [/(^|[_.\s])(birth_?(day|date)?|dob|date_of_birth)($|[_.\s])/, 'birth'],
  [/(^|[_.\s])(lat|latitude|lon|lng|longitude)$/, 'coordinates'],
  [/(^|[_.\s])(address|street)/, 'address'],
  [/(^|[_.\s])((first|last|full|family|given|middle|customer|user|patient|person)_?name|surname)$|^name$/, 'name'],
];

type NamedKind = 'email' | 'phone' | 'iban' | 'card' | 'identity' | 'ip' | 'birth' | 'coordinates' | 'address' | 'name';

/** Kinds that only names of columns tell, in words. */
export const namedOnly = {
  identity: 'Identity number',
  birth: 'Date of birth',
  name: 'Name of a person',
} as const;

/** The kind of personal data that a column's name speaks of, whether written `birthDate` or `birth_date`. */
export function kindOfName(column: string): NamedKind | undefined {
  const plain = column
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .replaceAll('"', '')
    .toLowerCase();
  return named.find(([pattern]) => pattern.test(plain))?.[1];
}

/** Whether a column's name says that it holds what tells a person apart. */
export function looksPersonal(column: string): boolean {
  return kindOfName(column) !== undefined;
}
