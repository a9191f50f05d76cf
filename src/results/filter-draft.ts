import { type ColumnInfo, type ColumnType, isNumeric } from '../engine/types.ts';
import type { Filter, TextMatch } from './filter.ts';

/** The ways to say what a column must hold. */
export type FilterMode = 'values' | 'text' | 'range';

/** A filter while it is edited: what was entered for the other modes is kept. */
export interface FilterDraft {
  readonly mode: FilterMode;
  readonly negated: boolean;
  /** `null` stands for the missing value. */
  readonly values: readonly (string | null)[];
  readonly match: TextMatch;
  readonly text: string;
  readonly matchCase: boolean;
  /** As typed; empty for an open end. */
  readonly low: string;
  readonly high: string;
}

const emptyDraft: FilterDraft = {
  mode: 'values',
  negated: false,
  values: [],
  match: 'contains',
  text: '',
  matchCase: false,
  low: '',
  high: '',
};

/** The modes that make sense for a column, the most useful one first. */
export function filterModes({ type }: ColumnInfo): readonly FilterMode[] {
  if (isNumeric(type)) return ['values', 'range'];
  switch (type.kind) {
    case 'date':
    case 'timestamp':
    case 'time':
      return ['range', 'values'];
    case 'boolean':
    case 'blob':
    case 'fixed-blob':
    case 'interval':
    case 'null':
      return ['values'];
    default:
      return ['values', 'text'];
  }
}

/** The draft to begin with: the filter there is, or an empty one. */
export function draftOf(filter: Filter | undefined, info: ColumnInfo): FilterDraft {
  switch (filter?.kind) {
    case undefined:
      return { ...emptyDraft, mode: filterModes(info)[0] ?? 'values' };
    case 'missing':
      return { ...emptyDraft, values: [null], negated: filter.negated };
    case 'values':
      return { ...emptyDraft, values: filter.values, negated: filter.negated };
    case 'text': {
      const { match, text, matchCase, negated } = filter;
      return { ...emptyDraft, mode: 'text', match, text, matchCase, negated };
    }
    case 'range':
      return { ...emptyDraft, mode: 'range', low: filter.low ?? '', high: filter.high ?? '' };
  }
}

/** The filter that a draft stands for; `undefined` while it says nothing. */
export function filterOf(draft: FilterDraft, column: number): Filter | undefined {
  const { mode, negated, values, match, text, matchCase } = draft;
  switch (mode) {
    case 'values':
      return values.length === 0 ? undefined : { kind: 'values', column, values, negated };
    case 'text':
      return text === '' ? undefined : { kind: 'text', column, match, text, matchCase, negated };
    case 'range': {
      const [low, high] = [draft.low.trim(), draft.high.trim()];
      if (low === '' && high === '') return undefined;
      return { kind: 'range', column, ...(low !== '' && { low }), ...(high !== '' && { high }) };
    }
  }
}

const endPatterns: Readonly<Partial<Record<ColumnType['kind'], RegExp>>> = {
  date: /^\d{4,6}-\d{2}-\d{2}$/,
  timestamp: /^\d{4,6}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}(:?\d{2})?)?)?$/,
  time: /^\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?$/,
};
const numberPattern = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** How the ends of a range are written for a column, as an example. */
export function rangeExample({ type }: ColumnInfo): string {
  switch (type.kind) {
    case 'date':
      return '2024-12-31';
    case 'timestamp':
      return '2024-12-31 or 2024-12-31 18:30';
    case 'time':
      return '18:30';
    default:
      return type.kind === 'integer' ? '1200' : '1200.50';
  }
}

/** Why a text cannot be an end of a range, in words; `undefined` when it can. */
export function rangeFault(text: string, info: ColumnInfo): string | undefined {
  const typed = text.trim();
  const pattern = endPatterns[info.type.kind] ?? numberPattern;
  return typed === '' || pattern.test(typed) ? undefined : `Write it as ${rangeExample(info)}`;
}
