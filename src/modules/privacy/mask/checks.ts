import { identifier, joinSql, literal, relation, type Sql, sql } from '../../../core/sql.ts';
import { columnKind } from '../../catalog-view.ts';
import type { Check, SqlStep } from '../../contract.ts';
import type { SourceDataset } from '../../source-dataset.ts';
import { looksPersonal } from '../personal-names.ts';
import type { TreatedColumn } from './treated-columns.ts';

/** What a treatment would not protect from. */
export function maskChecks(
  source: SourceDataset,
  columns: readonly TreatedColumn[],
  options: {
    readonly numbered: SqlStep;
    readonly masked: SqlStep;
    readonly within: readonly Sql[];
    readonly keepOthers: boolean;
    readonly key: string;
  },
): readonly Check[] {
  const { numbered, masked, within, keepOthers, key } = options;
  const shuffles = columns.some(({ name }) => name === 'shuffle');
  const hidden = columns.filter(({ treatment }) => treatment.reads !== undefined && treatment.consistent);
  return [
    ...(keepOthers ? [untreatedCheck(source, columns, numbered)] : []),
    ...(shuffles ? [groupsCheck(numbered, within)] : []),
    ...(hidden.length === 0 ? [] : [fewValuesCheck(hidden, numbered)]),
    ...(hidden.length === 0 || key !== '' ? [] : [keptKeyCheck(hidden)]),
    ...tokenChecks(columns, numbered, masked),
  ];
}

function union(parts: readonly Sql[]): Sql {
  return parts.length === 0 ? sql`SELECT '' AS column_name\nLIMIT 0` : joinSql(parts, '\nUNION ALL\n');
}

function untreatedCheck(source: SourceDataset, columns: readonly TreatedColumn[], numbered: SqlStep): Check {
  const left = source.columns.filter(({ name }) => !columns.some(({ column }) => column === name));
  const named = left.filter(({ name }) => looksPersonal(name));
  const texts = left.filter(({ name, type }) => columnKind(type) === 'text' && !looksPersonal(name));
  return {
    id: 'identifiers_are_treated',
    title: 'No column that tells people apart is left as it was',
    severity: 'warning',
    when: 'after',
    violations: union([
      ...named.map(({ name }) => sql`SELECT ${literal(name)} AS column_name, 'its name' AS because`),
      ...texts.map(
        ({ name }) => sql`SELECT ${literal(name)} AS column_name, 'a value of its own in nearly every row' AS because
FROM ${relation(numbered.creates)}
HAVING count(*) >= 20
  AND count(DISTINCT ${identifier(name)}) > 0.9 * count(*)`,
      ),
    ]),
    remedy: 'Give these columns a treatment as well, or keep treated columns only.',
    field: 'treatments',
  };
}

function groupsCheck(numbered: SqlStep, within: readonly Sql[]): Check {
  const groups = within.length === 0 ? sql`` : sql`${joinSql(within, ', ')}, `;
  return {
    id: 'groups_can_be_shuffled',
    title: 'Every group has enough rows to be shuffled',
    severity: 'warning',
    when: 'after',
    violations: sql`SELECT ${groups}count(*) AS rows
FROM ${relation(numbered.creates)}
GROUP BY ALL
HAVING count(*) BETWEEN 1 AND 4
ORDER BY ALL`,
    remedy: 'In a group of fewer than five rows a value is likely to stay with its row: shuffle within larger groups.',
    field: 'shuffleWithin',
  };
}

function fewValuesCheck(hidden: readonly TreatedColumn[], numbered: SqlStep): Check {
  return {
    id: 'values_are_many',
    title: 'Hidden columns have too many values to be guessed by how frequent they are',
    severity: 'note',
    when: 'after',
    violations: union(
      hidden.map(
        ({ column }) => sql`SELECT ${literal(column)} AS column_name, count(DISTINCT ${identifier(column)}) AS "values"
FROM ${relation(numbered.creates)}
HAVING count(DISTINCT ${identifier(column)}) BETWEEN 1 AND 50`,
      ),
    ),
    remedy:
      'The most frequent pseudonym is the most frequent value, whatever the key: group, shuffle or suppress instead.',
    field: 'treatments',
  };
}

function keptKeyCheck(hidden: readonly TreatedColumn[]): Check {
  return {
    id: 'key_is_kept',
    title: 'Pseudonyms will be the same in the next run',
    severity: 'note',
    when: 'before',
    violations: union(hidden.map(({ column }) => sql`SELECT ${literal(column)} AS column_name`)),
    remedy: 'The key is drawn for this run and forgotten. Name a kept key where datasets must still join afterwards.',
    field: 'key',
  };
}

function tokenChecks(columns: readonly TreatedColumn[], numbered: SqlStep, masked: SqlStep): readonly Check[] {
  const tokens = columns.filter(({ name }) => name === 'token');
  if (tokens.length === 0) return [];
  return [
    {
      id: 'tokens_differ',
      title: 'No two values have the same token',
      severity: 'error',
      when: 'after',
      violations: union(
        tokens.map(
          ({ column }) => sql`SELECT ${literal(column)} AS column_name, (
  SELECT count(DISTINCT ${identifier(column)}) FROM ${relation(numbered.creates)}
) AS "values", (
  SELECT count(DISTINCT ${identifier(column)}) FROM ${relation(masked.creates)}
) AS tokens
WHERE "values" <> tokens`,
        ),
      ),
      remedy: 'Name another key: with 64 bits this is chance, of one in millions.',
      field: 'key',
    },
  ];
}
