import { literal, sql } from '../../../core/sql.ts';
import type { StructValue } from '../../../engine/value.ts';
import type { Finding, SqlStep } from '../../contract.ts';
import { counted, heard, numberOf, readable, share, textOf } from '../../words.ts';
import { rowsOf } from '../purchases.ts';
import type { PreferencesInput } from './input.ts';

/** What is liked best, in each group and over all. */
export function preferenceFindings(ranked: SqlStep, people: SqlStep, { group }: PreferencesInput): readonly Finding[] {
  const categories: Finding = {
    id: 'categories',
    title: 'What people like',
    data: sql`SELECT
  category,
  any_value(people_overall) AS people,
  any_value(overall_share) AS people_share
FROM ${rowsOf(ranked)}
GROUP BY category
ORDER BY people DESC, category`,
    reading:
      'Everybody counts once for each thing they like: shares add up to more than 100 % where people like several.',
    chart: {
      kind: 'bar',
      x: { name: 'category' },
      y: [{ name: 'people_share' }],
      aggregate: 'none',
      format: { notation: 'percent', decimals: 1 },
    },
    words: categoryWords,
  };
  const favourites: Finding = {
    id: 'favourites',
    title: 'Favourites of each group',
    data: sql`SELECT
  group_name AS "group",
  place,
  category,
  people,
  people_share,
  lift,
  array_to_string(list_transform(members[1:3], lambda member: CAST(member AS VARCHAR)), ', ') AS first_people
FROM ${rowsOf(people)}
ORDER BY group_name, place`,
    reading: 'Lift above 1 says that the group likes it more than everyone does: that is what makes it theirs.',
    words: favouriteWords,
  };
  if (group === '') return [categories, favourites];
  const differences: Finding = {
    id: 'differences',
    title: 'What groups like more than others do',
    data: sql`SELECT
  group_name AS "group",
  category,
  people,
  people_share,
  lift
FROM ${rowsOf(ranked)}
ORDER BY lift DESC, group_name, category
LIMIT ${literal(500)}`,
    reading: 'Lift compares with everyone; of small groups it is large by chance.',
    chart: {
      kind: 'heatmap',
      x: { name: 'category' },
      series: { name: 'group' },
      y: [{ name: 'people_share' }],
      aggregate: 'none',
      format: { notation: 'percent', decimals: 1 },
    },
    words: differenceWords,
  };
  return [favourites, categories, differences];
}

function categoryWords(rows: readonly StructValue[]): string {
  const [first, second] = rows;
  if (first === undefined) return 'Nobody has a preference.';
  const next =
    second === undefined
      ? ''
      : `, then “${textOf(second.category)}” with ${counted(numberOf(second.people), 'person', 'people')}`;
  return `“${textOf(first.category)}” is liked most, by ${counted(numberOf(first.people), 'person', 'people')} (${share(
    numberOf(first.people_share),
    1,
  )})${next}; there are ${heard(rows, 'category', 'categories')}.`;
}

function favouriteWords(rows: readonly StructValue[]): string {
  const first = rows.filter((row) => numberOf(row.place) === 1);
  const [sample] = first;
  if (sample === undefined) return 'No group has a favourite.';
  const wins = new Map<string, number>();
  for (const row of first) wins.set(textOf(row.category), (wins.get(textOf(row.category)) ?? 0) + 1);
  const [winner, count] = [...wins].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? ['', 0];
  const lists = `${counted(
    rows.reduce((sum, row) => sum + numberOf(row.people), 0),
    'entry',
    'entries',
  )} in ${counted(rows.length, 'list')} of people`;
  return first.length === 1
    ? `The favourite of “${textOf(sample.group)}” is “${textOf(sample.category)}”, liked by ${share(numberOf(sample.people_share), 1)}: ${lists}.`
    : `“${winner}” is the favourite of ${count} of ${counted(first.length, 'group')}: ${lists}.`;
}

function differenceWords(rows: readonly StructValue[]): string {
  const most = rows.find((row) => numberOf(row.people) >= 5) ?? rows[0];
  if (most === undefined) return 'There are no groups to compare.';
  return `“${textOf(most.category)}” stands out in “${textOf(most.group)}”: ${share(numberOf(most.people_share), 1)} like it, ${readable(
    numberOf(most.lift),
  )} times the share among everyone.`;
}
