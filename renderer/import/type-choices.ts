import { sqlTypeOf, typeInWords } from '../../src/ingest/values/type-words.ts';
import type { ValueType } from '../../src/ingest/values/value-type.ts';

/** A type to choose for a column. */
export interface TypeChoice {
  /** Stands for the type in a form. */
  readonly key: string;
  readonly type: ValueType;
  readonly label: string;
}

const usual: readonly ValueType[] = [
  { kind: 'text' },
  { kind: 'bigint' },
  { kind: 'double' },
  { kind: 'double', format: { decimal: ',', thousands: '' } },
  { kind: 'double', format: { decimal: ',', thousands: '.' } },
  { kind: 'double', format: { decimal: '.', thousands: ',' } },
  { kind: 'decimal', precision: 18, scale: 2 },
  { kind: 'boolean' },
  { kind: 'date' },
  { kind: 'date', layout: { order: 'dmy', separator: '/' } },
  { kind: 'date', layout: { order: 'mdy', separator: '/' } },
  { kind: 'date', layout: { order: 'dmy', separator: '.' } },
  { kind: 'timestamp' },
  { kind: 'time' },
];

/** The types a column may be given, those that its values suggest first. */
export function typeChoices(suggested: readonly ValueType[]): TypeChoice[] {
  const choices = new Map<string, TypeChoice>();
  for (const type of [...suggested, ...usual]) {
    const key = JSON.stringify(type);
    if (!choices.has(key)) choices.set(key, { key, type, label: `${sqlTypeOf(type)} · ${typeInWords(type)}` });
  }
  return [...choices.values()];
}
