import { call, one, type Place, type Rule } from '../rule.ts';

/** A query; its twin reads the values from a table of them, so that none is written twice. */
export const query = (kind: string, places: readonly Place[], text: string, twin: string): Rule =>
  call('INT', kind, places, text, twin);

/** How rows are sorted: Spark puts NULL first, and last where the order is turned. */
export const sides: Place = one(
  ['', 'NULLS FIRST'],
  ['ASC', 'NULLS FIRST'],
  ['DESC', 'DESC NULLS LAST'],
  ['NULLS LAST'],
  ['DESC NULLS FIRST'],
  ['ASC NULLS LAST'],
);
/** Frames of windows. */
export const frames: Place = one(
  'ROWS BETWEEN 1 PRECEDING AND CURRENT ROW',
  'ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING',
  'ROWS BETWEEN 2 PRECEDING AND 1 FOLLOWING',
  'ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING',
  ['ROWS 2 PRECEDING', 'ROWS BETWEEN 2 PRECEDING AND CURRENT ROW'],
);

/** The table with values beside its columns. */
export const made = (...names: readonly string[]): string =>
  `(SELECT *, ${names.map((name, index) => `{${index}} AS ${name}`).join(', ')} FROM t)`;
