import { joinSql, sql } from '../../core/sql.ts';
import { listed } from '../../modules/words.ts';
import { fieldName } from './field-sql.ts';
import type { Gate, GateSet } from './gate.ts';
import type { SendSettings } from './send-settings.ts';

/** Keeps back rows of nobody: an audience is of people. */
export function identityGates({ identity }: SendSettings): GateSet {
  if (identity === '') return { gates: [], queries: [] };
  const holds = sql`nullif(prepared.person, '') IS NULL`;
  return { gates: [{ reason: 'no-identity', words: `no value in “${identity}”`, holds }], queries: [] };
}

/** Keeps back the control group; who cannot be told apart from it belongs to it. */
export function holdoutGates({ holdout }: SendSettings): GateSet {
  if (holdout === '') return { gates: [], queries: [] };
  return {
    gates: [{ reason: 'held-out', words: 'held out as control group', holds: sql`prepared.held_out` }],
    queries: [],
  };
}

/** Keeps back rows without a value that must be there, and those that the platform could match by nothing. */
export function valueGates({ fields, keys }: SendSettings): GateSet {
  const missing = fields.flatMap((field, index): Gate[] =>
    field.onNull.kind === 'drop-row'
      ? [
          {
            reason: `missing-${index + 1}`,
            words: `no valid “${field.header}”`,
            holds: sql`prepared.${fieldName(index)} IS NULL`,
          },
        ]
      : [],
  );
  const matchable = matchableKeys({ fields, keys }).map(({ present }) => present);
  if (matchable.length === 0) return { gates: missing, queries: [] };
  const noKey: Gate = {
    reason: 'no-key',
    words: `nothing to match by: no valid ${listed(keys.map(({ title }) => title))}`,
    holds: sql`NOT (${joinSql(matchable, ' OR ')})`,
  };
  return { gates: [...missing, noKey], queries: [] };
}

/** The keys whose headers are all mapped, with a condition that says whether a row has them. */
export function matchableKeys({ fields, keys }: Pick<SendSettings, 'fields' | 'keys'>) {
  return keys.flatMap(({ title, headers }) => {
    const places = headers.map((header) => fields.flatMap((field, index) => (field.header === header ? [index] : [])));
    if (places.some((indices) => indices.length === 0)) return [];
    const parts = places.map((indices) => {
      const any = indices.map((index) => sql`${fieldName(index)} IS NOT NULL`);
      return any.length === 1 ? joinSql(any, '') : sql`(${joinSql(any, ' OR ')})`;
    });
    return [{ title, present: sql`(${joinSql(parts, ' AND ')})` }];
  });
}
