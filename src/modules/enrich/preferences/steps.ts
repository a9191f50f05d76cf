import { literal, type Sql, sql } from '../../../core/sql.ts';
import type { PlanContext, SqlStep } from '../../contract.ts';
import type { SourceDataset } from '../../source-dataset.ts';
import { rowsOf } from '../purchases.ts';
import { givenConditions, whereSql } from '../../row-filter.ts';
import type { PreferencesInput } from './input.ts';

/** The values of a row as a list of texts. */
export function valueList(
  source: SourceDataset,
  { values, delimiter }: Pick<PreferencesInput, 'values' | 'delimiter'>,
): Sql {
  const { sql: value, kind } = source.column(values);
  if (kind === 'list') return sql`CAST(${value} AS VARCHAR[])`;
  const text = sql`CAST(${value} AS VARCHAR)`;
  return delimiter === '' ? sql`[${text}]` : sql`string_split(${text}, ${literal(delimiter)})`;
}

/** One row for each person, group and value. */
export function likesStep(source: SourceDataset, input: PreferencesInput, context: PlanContext): SqlStep {
  const person = source.column(input.person).sql;
  const group =
    input.group === ''
      ? literal('everyone')
      : sql`coalesce(CAST(${source.column(input.group).sql} AS VARCHAR), 'none')`;
  return {
    kind: 'sql',
    id: 'likes',
    title: 'One row a preference',
    explanation: {
      what: 'Takes the values of each row apart, one row for each, without spaces around them, each person and value once.',
      why: 'A field with several values can be counted only when each value has a row of its own.',
      caution: 'Rows without a person are left out: nobody could be written to.',
    },
    as: 'table',
    creates: context.scratch('likes'),
    query: sql`WITH apart AS (
  SELECT
    ${person} AS person,
    ${group} AS group_name,
    unnest(${valueList(source, input)}) AS "value"
  FROM ${source.from}${whereSql([sql`${person} IS NOT NULL`, ...givenConditions(input.condition)], '  ')}
)
SELECT DISTINCT
  person,
  group_name,
  trim("value") AS category
FROM apart
WHERE trim("value") <> ''`,
  };
}

/** People by group and category, ranked within the group. */
export function rankedStep(likes: SqlStep, context: PlanContext): SqlStep {
  return {
    kind: 'sql',
    id: 'ranked',
    title: 'Categories ranked within groups',
    explanation: {
      what: 'Counts the people of each category, in each group and among everyone, and ranks the categories of each group.',
      why: 'Lift compares a group with everyone: it tells what is liked more there than elsewhere.',
      caution:
        'Whoever is in two groups counts in both, and once among everyone. Equal counts are ranked by name, so that the ranking is the same each time.',
    },
    as: 'table',
    creates: context.scratch('ranked'),
    query: sql`WITH group_people AS (
  SELECT group_name, count(DISTINCT person) AS people_in_group
  FROM ${rowsOf(likes)}
  GROUP BY group_name
), counts AS (
  SELECT group_name, category, count(*) AS people
  FROM ${rowsOf(likes)}
  GROUP BY group_name, category
), everyone AS (
  SELECT
    category,
    count(DISTINCT person) AS people_overall,
    people_overall / (SELECT count(DISTINCT person) FROM ${rowsOf(likes)}) AS overall_share
  FROM ${rowsOf(likes)}
  GROUP BY category
)
SELECT
  *,
  people / people_in_group AS people_share,
  people_share / overall_share AS lift,
  row_number() OVER (PARTITION BY group_name ORDER BY people DESC, category) AS place
FROM counts
JOIN group_people USING (group_name)
JOIN everyone USING (category)`,
  };
}

/** The people of each group's favourites. */
export function peopleStep(likes: SqlStep, ranked: SqlStep, { top }: PreferencesInput, context: PlanContext): SqlStep {
  return {
    kind: 'sql',
    id: 'favourites',
    title: 'Favourites with their people',
    explanation: {
      what: 'Keeps the favourites of each group, and lists the people who like them.',
      why: 'The list is what a campaign is sent to.',
      caution: 'With several favourites a person can be in several lists of a group.',
    },
    as: 'table',
    creates: context.scratch('favourites'),
    query: sql`SELECT
  group_name,
  place,
  category,
  any_value(ranked.people) AS people,
  any_value(people_share) AS people_share,
  any_value(lift) AS lift,
  list(person ORDER BY person) AS members
FROM ${rowsOf(ranked)} AS ranked
JOIN ${rowsOf(likes)} AS likes USING (group_name, category)
WHERE place <= ${literal(top)}
GROUP BY group_name, place, category
ORDER BY group_name, place`,
  };
}
