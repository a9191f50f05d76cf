import { StillhouseError } from '../../core/error.ts';
import { uniqueName } from '../../core/names.ts';
import { identifier, joinSql, literal, relation, type Sql, sql } from '../../core/sql.ts';
import { nameSql } from '../../sql/name-sql.ts';
import { groupRanges, type Split, splitIssue } from './split.ts';

/** Who is split: a dataset with one row a person. */
export interface SplitPeople {
  readonly dataset: string;
  /** Its identity column. */
  readonly identity: string;
  /** All of its columns. */
  readonly columns: readonly string[];
}

/** The column of the group in a split dataset: `group`, or `group_2` where the audience has one of that name. */
export function groupColumn({ columns }: SplitPeople): string {
  return uniqueName('group', columns);
}

/** 2^52: thirteen hexadecimal digits, which a double holds exactly. */
const places = 4_503_599_627_370_496;

/**
 * A person's place in 0–1: the first thirteen hexadecimal digits of the MD5 of salt, colon and identity as text, over
 * 2^52. Any other system finds the same place.
 */
export function placeSql(identity: string, salt: string): Sql {
  return placeOfSql(sql`CAST(${identifier(identity)} AS VARCHAR)`, salt);
}

/** The same place, of an identity that is a text already. */
export function placeOfSql(person: Sql, salt: string): Sql {
  return sql`CAST('0x' || left(md5(${literal(`${salt}:`)} || ${person}), 13) AS BIGINT) / ${literal(places)}`;
}

/** The query of all members with their columns and their group. Throws `input-invalid` for a split that cannot be made. */
export function splitSql(people: SplitPeople, split: Split): Sql {
  const issue = splitIssue(split);
  if (issue !== undefined) throw new StillhouseError('input-invalid', issue);
  const { dataset, identity, columns } = people;
  const person = identifier(identity);
  const place = nameSql(uniqueName('place', columns));
  const placed = sql`placed AS (
  SELECT *, ${placeSql(identity, split.salt)} AS ${place}
  FROM ${relation(['main', dataset])}
  WHERE ${person} IS NOT NULL
)`;
  const group = sql`AS ${identifier(groupColumn(people))}`;
  if (split.strata.length === 0) {
    return sql`WITH ${placed}
SELECT * EXCLUDE (${place}),
  ${groupSql(place, split)} ${group}
FROM placed
ORDER BY ${person}`;
  }
  const rank = nameSql(uniqueName('stratum_rank', columns));
  const stratum = joinSql(split.strata.map(identifier), ', ');
  return sql`WITH ${placed},
ranked AS (
  SELECT *,
    (row_number() OVER (PARTITION BY ${stratum} ORDER BY ${place}, ${person}) - 0.5)
      / count(*) OVER (PARTITION BY ${stratum}) AS ${rank}
  FROM placed
)
SELECT * EXCLUDE (${place}, ${rank}),
  ${groupSql(rank, split)} ${group}
FROM ranked
ORDER BY ${person}`;
}

function groupSql(measure: Sql, { groups }: Split): Sql {
  const ranges = groupRanges(groups);
  const choices = groups
    .slice(0, -1)
    .map(({ name }, at) => sql`WHEN ${measure} < ${literal(ranges[at]?.to ?? 1)} THEN ${literal(name.trim())}`);
  return sql`CASE
    ${joinSql(choices, '\n    ')}
    ELSE ${literal(groups.at(-1)?.name.trim() ?? '')}
  END`;
}

/**
 * One condition over the audience's own columns that keeps everybody but the group held out; `undefined` where none is. With
 * strata it asks the split dataset, since a person's rank depends on the others.
 */
export function sendConditionSql(people: SplitPeople, split: Split, splitDataset: string): Sql | undefined {
  const { groups, holdout, salt, strata } = split;
  const { identity } = people;
  const at = groups.findIndex(({ name }) => name === holdout);
  const range = groupRanges(groups)[at];
  if (holdout === undefined || range === undefined) return undefined;
  if (strata.length > 0) {
    return sql`${identifier(identity)} IN (
  SELECT ${identifier(identity)}
  FROM ${relation(['main', splitDataset])}
  WHERE ${identifier(groupColumn(people))} <> ${literal(holdout.trim())}
)`;
  }
  const place = placeSql(identity, salt);
  if (range.from === 0) return sql`${place} >= ${literal(range.to)}`;
  return sql`(${place} < ${literal(range.from)} OR ${place} >= ${literal(range.to)})`;
}
