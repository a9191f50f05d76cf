import type { HashEncoding, Normalise } from '../../src/activation/prepare/treatment.ts';

/** The treatments that the form offers; one that a preset made otherwise is shown by its own words. */
export const treatmentChoices: readonly { readonly label: string; readonly normalise: Normalise }[] = [
  { label: 'As it is', normalise: { kind: 'as-is' } },
  { label: 'Trimmed', normalise: { kind: 'trim' } },
  { label: 'Lower case', normalise: { kind: 'lower' } },
  { label: 'E-mail', normalise: { kind: 'email', canonicalAt: [] } },
  { label: 'E-mail, Gmail unified', normalise: { kind: 'email', canonicalAt: ['gmail.com', 'googlemail.com'] } },
  { label: 'Phone, +49…', normalise: { kind: 'phone', plus: true } },
  { label: 'Phone, 49…', normalise: { kind: 'phone', plus: false } },
  { label: 'Name', normalise: { kind: 'name', punctuation: 'keep' } },
  { label: 'Name, letters only', normalise: { kind: 'name', punctuation: 'drop' } },
  { label: 'Postcode', normalise: { kind: 'postcode', compact: false } },
  { label: 'Postcode, compact', normalise: { kind: 'postcode', compact: true } },
  { label: 'Country, DE', normalise: { kind: 'country', letters: 'upper' } },
  { label: 'Country, de', normalise: { kind: 'country', letters: 'lower' } },
  { label: 'Day, 1990-12-31', normalise: { kind: 'date', format: 'YYYY-MM-DD' } },
  { label: 'Day, 19901231', normalise: { kind: 'date', format: 'YYYYMMDD' } },
  { label: 'Day, 12/31/1990', normalise: { kind: 'date', format: 'MM/DD/YYYY' } },
  { label: 'Day, 31.12.1990', normalise: { kind: 'date', format: 'DD.MM.YYYY' } },
  { label: 'Device id', normalise: { kind: 'device-id', letters: 'lower' } },
  { label: 'SHA-256 made before', normalise: { kind: 'digest' } },
  { label: 'Constant', normalise: { kind: 'constant', value: '' } },
];

/** How a value is hashed, in the words of the form. */
export const hashChoices: readonly { readonly value: HashEncoding; readonly label: string }[] = [
  { value: 'none', label: 'Not hashed' },
  { value: 'sha256-hex', label: 'SHA-256 hex' },
  { value: 'sha256-hex-upper', label: 'SHA-256 HEX' },
  { value: 'sha256-base64', label: 'SHA-256 Base64' },
];

/** The choice that a treatment is; `undefined` for one that only a preset makes. */
export function choiceOf(normalise: Normalise): string | undefined {
  if (normalise.kind === 'constant') return 'Constant';
  const text = JSON.stringify(normalise);
  return treatmentChoices.find((choice) => JSON.stringify(choice.normalise) === text)?.label;
}
