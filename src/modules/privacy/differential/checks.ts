import { literal, sql } from '../../../core/sql.ts';
import type { Check } from '../../contract.ts';
import type { DifferentialInput } from './input.ts';

/** What weakens the promise. No check reads the data: what it found would be an answer without noise. */
export function differentialChecks({ group, groups, epsilon, compare, person }: DifferentialInput): readonly Check[] {
  const told = (id: string, title: string, isBroken: boolean, remedy: string, field: string): Check => ({
    id,
    title,
    severity: 'warning',
    when: 'before',
    violations: sql`SELECT ${literal(field)} AS setting
WHERE ${literal(isBroken)}`,
    remedy,
    field,
  });
  return [
    told(
      'groups_are_named',
      'The groups are public knowledge',
      group !== '' && groups.length === 0,
      'They are taken from the data, and a group of one person tells that the person is there: name the groups.',
      'groups',
    ),
    told(
      'epsilon_is_small',
      'Epsilon is small enough to promise much',
      epsilon > 3,
      'Chances may differ by a factor of more than 20 with or without a person: take 1 or less where you can.',
      'epsilon',
    ),
    told(
      'exact_is_hidden',
      'Exact figures stay hidden',
      compare,
      'The run holds the exact figures beside the noisy ones: do so for learning only.',
      'compare',
    ),
    {
      ...told(
        'people_are_rows',
        'It is said who a row is about',
        person === '',
        'Rows are protected one by one. Where a person can have several, choose the column of the person.',
        'person',
      ),
      severity: 'note',
    },
  ];
}
