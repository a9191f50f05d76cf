import type { ParameterKind, ParameterValue } from '../../src/dialect/parameters/value.ts';

/** The kinds in the order they are offered. */
export const kindChoices: readonly { readonly value: ParameterKind; readonly label: string }[] = [
  { value: 'text', label: 'Text' },
  { value: 'integer', label: 'Whole number' },
  { value: 'decimal', label: 'Decimal' },
  { value: 'date', label: 'Date' },
  { value: 'timestamp', label: 'Date and time' },
  { value: 'boolean', label: 'True or false' },
  { value: 'text-list', label: 'List of texts' },
  { value: 'null', label: 'NULL' },
];

/** A value of a kind before the user gave any. */
export function emptyValue(kind: ParameterKind): ParameterValue {
  switch (kind) {
    case 'boolean':
      return { kind, value: false };
    case 'text-list':
      return { kind, texts: [] };
    case 'null':
      return { kind };
    default:
      return { kind, text: '' };
  }
}

/** The same value under another kind, as far as it can be carried over. */
export function withKind(value: ParameterValue, kind: ParameterKind): ParameterValue {
  const text = textOf(value);
  switch (kind) {
    case 'boolean':
      return { kind, value: /^(true|1|yes)$/i.test(text) };
    case 'text-list':
      return { kind, texts: text === '' ? [] : [text] };
    case 'null':
      return { kind };
    default:
      return { kind, text };
  }
}

function textOf(value: ParameterValue): string {
  switch (value.kind) {
    case 'boolean':
      return String(value.value);
    case 'text-list':
      return value.texts[0] ?? '';
    case 'null':
      return '';
    default:
      return value.text;
  }
}
