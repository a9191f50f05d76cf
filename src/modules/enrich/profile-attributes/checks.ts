import { sql } from '../../../core/sql.ts';
import type { Check, SqlStep } from '../../contract.ts';
import type { SourceDataset } from '../../source-dataset.ts';
import { rowsOf } from '../purchases.ts';
import type { AttributesInput } from './input.ts';
import { identitySql } from './steps.ts';

/** That a profile is a person, and events find theirs. */
export function profileChecks(
  profiles: SourceDataset,
  derived: SqlStep,
  made: SqlStep,
  input: AttributesInput,
): readonly Check[] {
  const identity = identitySql(profiles, input.identity, input);
  const raw = profiles.column(input.identity).sql;
  return [
    {
      id: 'identity_is_unique',
      title: 'No two profiles share an identity',
      severity: 'error',
      when: 'before',
      violations: sql`SELECT ${identity} AS identity, count(*) AS profiles
FROM ${profiles.from}
WHERE ${identity} IS NOT NULL
GROUP BY ${identity}
HAVING count(*) > 1
ORDER BY profiles DESC, identity`,
      remedy: 'Make one row of each person first, or choose the column that tells profiles apart.',
      field: 'identity',
    },
    {
      id: 'identity_is_known',
      title: 'Every profile has an identity',
      severity: 'warning',
      when: 'before',
      violations: sql`SELECT *
FROM ${profiles.from}
WHERE ${raw} IS NULL`,
      remedy: 'Profiles without an identity are left out.',
      field: 'identity',
    },
    {
      id: 'events_find_profiles',
      title: 'Every person of the events has a profile',
      severity: 'warning',
      when: 'after',
      violations: sql`SELECT person_identity
FROM ${rowsOf(derived)}
ANTI JOIN ${rowsOf(made)}
  ON identity = person_identity
ORDER BY person_identity`,
      remedy: 'Their events count for nobody. Perhaps one side has leading zeros, spaces or another case.',
      field: 'person',
    },
    {
      id: 'rows_are_people',
      title: 'The result has one row a person',
      severity: 'error',
      when: 'after',
      violations: sql`SELECT identity, count(*) AS rows
FROM ${rowsOf(made)}
GROUP BY identity
HAVING count(*) > 1
ORDER BY rows DESC, identity`,
      remedy: 'Choose an identity that no two profiles share.',
      field: 'identity',
    },
  ];
}
