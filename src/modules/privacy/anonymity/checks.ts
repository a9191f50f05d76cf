import { joinSql, literal, relation, sql } from '../../../core/sql.ts';
import type { Check, ComputeStep, SqlStep } from '../../contract.ts';
import type { KnownColumn } from './columns.ts';
import type { AnonymityInput } from './input.ts';

interface Tables {
  readonly rows: SqlStep;
  readonly classes: SqlStep;
  readonly proposal: ComputeStep;
}

/** What keeps the dataset, or the measure, from being what it should. */
export function anonymityChecks(
  { rows, classes, proposal }: Tables,
  known: readonly KnownColumn[],
  { k, l, t, sensitive }: AnonymityInput,
): readonly Check[] {
  const names = joinSql(
    known.map(({ name }) => name),
    ', ',
  );
  const groups = relation(classes.creates);
  const check = (id: string, title: string, condition: Check['violations'], remedy: string): Check => ({
    id,
    title,
    severity: 'warning',
    when: 'after',
    violations: condition,
    remedy,
    field: 'known',
  });
  const diversity = [
    check(
      'groups_hide_values',
      `Every group holds ${l} different values of “${sensitive}”`,
      sql`SELECT ${names}, people, coalesce(different_values, 0) AS different_values
FROM ${groups}
WHERE coalesce(different_values, 0) < ${literal(l)}
ORDER BY different_values, people DESC, ${names}`,
      'Whoever is known to be in such a group is known to have its value: take the proposal, and look at its groups again.',
    ),
    check(
      'groups_are_close',
      `No group’s values of “${sensitive}” lie further than ${t} from those of all rows`,
      sql`SELECT ${names}, people, distance
FROM ${groups}
WHERE distance > ${literal(t)}
ORDER BY distance DESC, people DESC, ${names}`,
      'To be known to be in such a group makes some values much more likely: generalise further, or accept a greater t.',
    ),
    {
      ...check(
        'sensitive_is_filled',
        `“${sensitive}” has a value in every row`,
        sql`SELECT count(*) AS rows_without
FROM ${relation(rows.creates)}
WHERE sensitive_value IS NULL
HAVING count(*) > 0`,
        'Rows without a value count in the size of their group and not in its diversity.',
      ),
      severity: 'note' as const,
      field: 'sensitive',
    },
  ];
  return [
    check(
      'groups_are_large',
      `Every row is like at least ${k} rows, itself counted`,
      sql`SELECT ${names}, people
FROM ${groups}
WHERE people < ${literal(k)}
ORDER BY people, ${names}`,
      'Take the proposed generalisation, or leave the rows of these groups out.',
    ),
    ...(sensitive === '' ? [] : diversity),
    {
      ...check(
        'proposal_is_there',
        `A generalisation reaches k = ${k}`,
        sql`SELECT count(*) AS proposals
FROM ${relation(proposal.creates)}
HAVING count(*) = 0`,
        'There are fewer rows than k, or too few may be left out: lower k, or allow more rows to be left out.',
      ),
      severity: 'error',
      field: 'suppress',
    },
    {
      ...check(
        'rows_are_enough',
        'There are enough rows for groups to say something',
        sql`SELECT count(*) AS rows
FROM ${relation(rows.creates)}
HAVING count(*) < ${literal(10 * k)}`,
        'With so few rows nearly everybody is alone, whatever the columns.',
      ),
      severity: 'note',
      field: 'dataset',
    },
  ];
}
