import { withoutBlanks } from './blanks.ts';
import { isLaidOutDate, startsWithDay } from './calendar.ts';
import { matcher } from './matcher.ts';
import { digitCounts, isWholeNumber, survivesAsDouble } from './numbers.ts';
import { isoDatePattern, isoTimestampPattern, timePattern, zonedTimestampPattern } from './patterns.ts';
import type { ValueType } from './value-type.ts';

/**
 * Whether a text keeps all it says when it becomes a value of the type. Blank text becomes NULL in every type but text, and
 * survives. `failsSql` says the same in SQL.
 */
export function survives(text: string, type: ValueType): boolean {
  if (type.kind === 'text') return true;
  const value = withoutBlanks(text);
  return value === '' || fits(value, type);
}

function fits(value: string, type: Exclude<ValueType, { kind: 'text' }>): boolean {
  switch (type.kind) {
    case 'boolean':
      return /^(?:true|false)$/i.test(value);
    case 'bigint':
    case 'hugeint':
      return isWholeNumber(value, type.kind === 'hugeint');
    case 'double':
      return survivesAsDouble(value, type.format);
    case 'decimal': {
      const digits = digitCounts(value, type.format);
      return digits !== undefined && digits.whole <= type.precision - type.scale && digits.fraction <= type.scale;
    }
    case 'date':
      if (type.layout !== undefined) return isLaidOutDate(value, type.layout, false);
      return matcher(isoDatePattern).test(value) && startsWithDay(value);
    case 'timestamp':
      if (type.layout !== undefined) return isLaidOutDate(value, type.layout, true);
      if (type.zoned !== true) return matcher(isoTimestampPattern).test(value) && startsWithDay(value);
      return value >= firstZonedYear && matcher(zonedTimestampPattern).test(value) && startsWithDay(value);
    case 'time':
      return matcher(timePattern).test(value);
  }
}

/** An offset may move a time into the year before; year 1 has none. */
export const firstZonedYear = '0002';
