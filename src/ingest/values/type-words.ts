import { datePartsOf } from './patterns.ts';
import type { DateLayout, NumberFormat, ValueType } from './value-type.ts';

/** The engine's name of the type that a column gets. */
export function sqlTypeOf(type: ValueType): string {
  if (type.kind === 'text') return 'VARCHAR';
  if (type.kind === 'decimal') return `DECIMAL(${type.precision},${type.scale})`;
  return type.kind.toUpperCase();
}

/** The type for people, such as `date written day/month/year`. */
export function typeInWords(type: ValueType): string {
  switch (type.kind) {
    case 'text':
      return 'text';
    case 'boolean':
      return 'true or false';
    case 'bigint':
      return 'whole number';
    case 'hugeint':
      return 'large whole number';
    case 'double':
      return `number${formatInWords(type.format)}`;
    case 'decimal':
      return `decimal number with ${type.scale} decimal places${formatInWords(type.format)}`;
    case 'date':
      return `date written ${layoutInWords(type.layout)}`;
    case 'timestamp':
      return `date and time written ${layoutInWords(type.layout)}${type.zoned === true ? ' with time zone' : ''}`;
    case 'time':
      return 'time of day';
  }
}

/** The type as a noun with its article, for sentences: `a whole number`. */
export function typeAsNoun(type: ValueType): string {
  return type.kind === 'text' || type.kind === 'boolean' ? typeInWords(type) : `a ${typeInWords(type)}`;
}

function formatInWords(format: NumberFormat | undefined): string {
  if (format === undefined) return '';
  const decimal = format.decimal === ',' ? 'decimal comma' : 'decimal point';
  return format.thousands === ''
    ? ` with ${decimal}`
    : ` with ${decimal} and thousands marked by "${format.thousands}"`;
}

function layoutInWords(layout: DateLayout | undefined): string {
  return layout === undefined ? 'YYYY-MM-DD' : datePartsOf(layout).join(layout.separator);
}
