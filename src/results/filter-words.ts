import { type ColumnInfo, isTemporal } from '../engine/types.ts';
import type { Filter, SortKey, ViewSpec } from './filter.ts';

/** How many values of a list are written out. */
const namedValues = 3;

const quote = (text: string) => `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;

/** A filter as a clause: `country is DE, FR or missing`. */
export function describeFilter(filter: Filter, columns: readonly ColumnInfo[]): string {
  const info = columns[filter.column];
  const name = info?.name ?? `column ${filter.column + 1}`;
  switch (filter.kind) {
    case 'missing':
      return `${name} is ${filter.negated ? 'not ' : ''}missing (NULL)`;
    case 'values':
      return `${name} is ${filter.negated ? 'not ' : ''}${listWords(filter.values, info?.type.kind === 'text')}`;
    case 'text':
      return `${name} ${textWords(filter)}`;
    case 'range':
      return `${name} ${rangeWords(filter, info !== undefined && isTemporal(info.type))}`;
  }
}

/** A view in words: `sorted by price, highest first; filtered: country is DE`. Empty for a plain view. */
export function describeView({ sort, filters }: ViewSpec, columns: readonly ColumnInfo[]): string {
  const parts: string[] = [];
  if (sort.length > 0) parts.push(`sorted by ${sort.map((key) => sortWords(key, columns)).join(', then ')}`);
  if (filters.length > 0) {
    parts.push(`filtered: ${filters.map((filter) => describeFilter(filter, columns)).join(' and ')}`);
  }
  return parts.join('; ');
}

function sortWords({ column, direction }: SortKey, columns: readonly ColumnInfo[]): string {
  return `${columns[column]?.name ?? `column ${column + 1}`} ${direction}`;
}

function listWords(values: readonly (string | null)[], isText: boolean): string {
  if (values.length === 0) return 'none of the values';
  const shown = values.slice(0, namedValues).map((value) => {
    if (value === null) return 'missing (NULL)';
    return isText ? quote(value) : value;
  });
  const more = values.length - shown.length;
  if (more > 0) return `${shown.join(', ')} or ${more} more`;
  return shown.length === 1 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1) ?? ''}`;
}

function textWords({ match, text, negated, matchCase }: Extract<Filter, { kind: 'text' }>): string {
  const verbs = {
    contains: ['contains', 'does not contain'],
    starts: ['starts with', 'does not start with'],
    ends: ['ends with', 'does not end with'],
    regexp: ['matches', 'does not match'],
  }[match];
  return `${verbs[negated ? 1 : 0] ?? ''} ${quote(text)}${matchCase ? ' (same case)' : ''}`;
}

function rangeWords({ low, high, highOpen }: Extract<Filter, { kind: 'range' }>, isTime: boolean): string {
  if (low !== undefined && high !== undefined) {
    return highOpen === true ? `is from ${low} up to but without ${high}` : `is from ${low} to ${high}`;
  }
  if (low !== undefined) return isTime ? `is ${low} or later` : `is at least ${low}`;
  if (high === undefined) return 'is anything';
  if (highOpen === true) return isTime ? `is before ${high}` : `is below ${high}`;
  return isTime ? `is ${high} or earlier` : `is at most ${high}`;
}
