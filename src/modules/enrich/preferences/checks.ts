import { literal, type Sql, sql } from '../../../core/sql.ts';
import type { Check, SqlStep } from '../../contract.ts';
import type { SourceDataset } from '../../source-dataset.ts';
import { keptRows } from '../event-checks.ts';
import { rowsOf } from '../purchases.ts';
import type { PreferencesInput } from './input.ts';

/** What would miscount preferences: no people, repeated ones, values not taken apart, spellings, small groups. */
export function preferenceChecks(
  source: SourceDataset,
  likes: SqlStep,
  ranked: SqlStep,
  input: PreferencesInput,
): readonly Check[] {
  const from = keptRows(source, input.condition);
  const person = source.column(input.person).sql;
  return [
    {
      id: 'people_are_known',
      title: 'Every row names a person',
      severity: 'warning',
      when: 'before',
      violations: sql`SELECT *
FROM ${from}
WHERE ${person} IS NULL`,
      remedy: 'Rows without a person are left out. Choose another column if these rows have one there.',
      field: 'person',
    },
    {
      id: 'people_come_once',
      title: 'No person has two rows',
      severity: 'note',
      when: 'before',
      violations: sql`SELECT ${person} AS person, count(*) AS rows
FROM ${from}
WHERE ${person} IS NOT NULL
GROUP BY ${person}
HAVING count(*) > 1
ORDER BY rows DESC, person`,
      remedy: 'Their preferences are put together, and each counts once. With two groups they count in both.',
      field: 'person',
    },
    {
      id: 'preferences_are_there',
      title: 'Somebody has a preference',
      severity: 'error',
      when: 'after',
      violations: sql`SELECT count(*) AS preferences
FROM ${rowsOf(likes)}
HAVING count(*) = 0`,
      remedy: 'Choose the column that holds the preferences.',
      field: 'values',
    },
    ...delimiterCheck(source, from, input),
    {
      id: 'spellings_agree',
      title: 'Categories differ by more than case',
      severity: 'warning',
      when: 'after',
      violations: sql`SELECT list(DISTINCT category ORDER BY category) AS spellings
FROM ${rowsOf(likes)}
GROUP BY lower(category)
HAVING count(DISTINCT category) > 1
ORDER BY spellings`,
      remedy: 'One category in two spellings is split in two: make them alike first.',
      field: 'values',
    },
    {
      id: 'groups_are_large',
      title: 'Every group has enough people',
      severity: 'note',
      when: 'after',
      violations: sql`SELECT group_name, any_value(people_in_group) AS people
FROM ${rowsOf(ranked)}
GROUP BY group_name
HAVING any_value(people_in_group) < 30
ORDER BY group_name`,
      remedy: 'In a small group one person changes the favourite. Put groups together.',
      field: 'group',
    },
  ];
}

function delimiterCheck(source: SourceDataset, from: Sql, { values, delimiter }: PreferencesInput): readonly Check[] {
  if (delimiter === '' || source.column(values).kind === 'list') return [];
  const text = sql`CAST(${source.column(values).sql} AS VARCHAR)`;
  return [
    {
      id: 'values_are_apart',
      title: 'Values are taken apart where they should be',
      severity: 'note',
      when: 'before',
      violations: sql`SELECT count(*) AS rows, any_value(${text}) AS example
FROM ${from}
WHERE ${text} IS NOT NULL
HAVING count(*) > 0
  AND count_if(contains(${text}, ${literal(delimiter)})) = 0`,
      remedy: 'No text holds the sign between values: look at an example, and correct the sign if it is another.',
      field: 'delimiter',
    },
  ];
}
