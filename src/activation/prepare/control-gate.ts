import { placeOfSql } from '../../audiences/split/split-sql.ts';
import { identifier, literal, type Sql, sql } from '../../core/sql.ts';
import { readable } from '../../modules/words.ts';
import type { GateSet, PrepareContext } from './gate.ts';
import type { SendSettings } from './send-settings.ts';

const person = sql`prepared.person`;

/** Keeps back the control group; of a split also whoever joined after it was made, and so is in no group. */
export function controlGates({ control, identity }: SendSettings, context: PrepareContext): GateSet {
  if (control === null) return { gates: [], queries: [] };
  if (control.kind === 'random') {
    const { percent, salt } = control;
    const words = `held out as control group: ${readable(percent)} % at random by the salt “${salt}”`;
    const holds = sql`${placeOfSql(person, salt)} < ${literal(percent / 100)}`;
    return { gates: [{ reason: 'control', words, holds }], queries: [] };
  }
  const { label, from, column } = context.dataset(control.dataset);
  const group = column(control.column).sql;
  const member = sql`CAST(${column(identity).sql} AS VARCHAR)`;
  const members = (condition: Sql) => sql`SELECT DISTINCT ${member} AS member
  FROM ${from}
  WHERE ${member} IS NOT NULL
    AND ${condition}`;
  const isIn = (name: string) => sql`${person} IN (FROM ${identifier(name)} SELECT member)`;
  return {
    gates: [
      {
        reason: 'control',
        words: `held out as control group: “${control.group}” of the split “${label}”`,
        holds: isIn('control_group'),
      },
      {
        reason: 'no-group',
        words: `in no group of the split “${label}”: they joined after it was made`,
        holds: sql`NOT ${isIn('control_split')}`,
      },
    ],
    queries: [
      { name: 'control_group', query: members(sql`CAST(${group} AS VARCHAR) = ${literal(control.group)}`) },
      { name: 'control_split', query: members(sql`${group} IS NOT NULL`) },
    ],
  };
}
