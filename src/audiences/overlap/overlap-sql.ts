import { StillhouseError } from '../../core/error.ts';
import { nameFromFile, uniqueName } from '../../core/names.ts';
import { joinSql, literal, type Sql, sql } from '../../core/sql.ts';
import { nameSql } from '../../sql/name-sql.ts';
import type { Members } from './members.ts';
import { mostSources } from './source.ts';

/** People who are in all sources of one mask and in none of another; other sources do not matter. */
export interface Region {
  readonly all: number;
  readonly none: number;
}

/** Bit 0 is the first source. */
export function bit(source: number): number {
  return 2 ** source;
}

/** The query of how many people are in each combination of sources: columns `sources`, a mask, and `people`. */
export function masksSql(members: readonly Members[]): Sql {
  return sql`${peopleCtes(members)}
SELECT sources, count(*) AS people
FROM people
GROUP BY sources
ORDER BY people DESC, sources`;
}

/** The same with names instead of masks, to be read and exported. */
export function figuresSql(members: readonly Members[]): Sql {
  const titles = distinctTitles(members);
  const names = members.map(
    (_, source) => sql`CASE WHEN sources & ${literal(bit(source))} <> 0 THEN ${literal(titles[source] ?? '')} END`,
  );
  return sql`${peopleCtes(members)}
SELECT
  concat_ws(
    ' + ',
    ${joinSql(names, ',\n    ')}
  ) AS audiences,
  bit_count(sources) AS number_of_audiences,
  count(*) AS people,
  round(100 * count(*) / sum(count(*)) OVER (), 4) AS percent_of_reach
FROM people
GROUP BY sources
ORDER BY people DESC, sources`;
}

/** The people of a region, each once, in a column named as the first source names them. */
export function regionSql(members: readonly Members[], { all, none }: Region): Sql {
  const used = members.filter((_, source) => ((all | none) & bit(source)) !== 0);
  const ctes = memberCtes(used);
  const parts = (mask: number) =>
    used
      .map((one, place) => ({ name: ctes.names[place] ?? sql``, source: members.indexOf(one) }))
      .filter(({ source }) => (mask & bit(source)) !== 0)
      .map(({ name }) => sql`  SELECT person\n  FROM ${name}`);
  const inside = joinSql(parts(all), '\n  INTERSECT\n');
  const outside = parts(none).map((part) => sql`\n  EXCEPT\n${part}`);
  return sql`WITH ${ctes.text},
region AS (
${inside}${joinSql(outside, '')}
)
SELECT person AS ${nameSql(members[0]?.identity ?? 'person')}
FROM region
ORDER BY ALL`;
}

/** Everybody with the first source, in the given order of sources, that has them: columns of the identity and `audience`. */
export function assignmentSql(members: readonly Members[], order: readonly number[]): Sql {
  const titles = distinctTitles(members);
  const choices = order.map(
    (source) => sql`WHEN sources & ${literal(bit(source))} <> 0 THEN ${literal(titles[source] ?? '')}`,
  );
  return sql`${peopleCtes(members)}
SELECT
  person AS ${nameSql(members[0]?.identity ?? 'person')},
  CASE
    ${joinSql(choices, '\n    ')}
  END AS audience
FROM people
ORDER BY ALL`;
}

/** Titles of sources, numbered where several have the same. */
export function distinctTitles(members: readonly Pick<Members, 'title'>[]): readonly string[] {
  const titles: string[] = [];
  for (const { title } of members) titles.push(uniqueName(title, titles));
  return titles;
}

/** Common table expressions up to `people`: each person once, with a mask of the sources that have them. */
function peopleCtes(members: readonly Members[]): Sql {
  const ctes = memberCtes(members);
  const rows = ctes.names.map(
    (name, source) => sql`  SELECT person, ${literal(bit(source))} AS source\n  FROM ${name}`,
  );
  return sql`WITH ${ctes.text},
memberships AS (
${joinSql(rows, '\n  UNION ALL\n')}
),
people AS (
  SELECT person, bit_or(source) AS sources
  FROM memberships
  GROUP BY person
)`;
}

/** One common table expression a source. Identities of different types meet as text. */
function memberCtes(members: readonly Members[]): { readonly text: Sql; readonly names: readonly Sql[] } {
  if (members.length === 0 || members.length > mostSources) {
    throw new StillhouseError('input-invalid', `Between 1 and ${mostSources} sources can be compared at once.`, {
      remedy: 'Choose which of them to compare.',
    });
  }
  const sameType = new Set(members.map(({ type }) => type)).size === 1;
  const names: string[] = [];
  const parts = members.map(({ title, person, from, where }) => {
    const name = uniqueName(nameFromFile(title), [...names, 'memberships', 'people', 'region']);
    names.push(name);
    return sql`${nameSql(name)} AS (
  SELECT ${sameType ? person : sql`CAST(${person} AS VARCHAR)`} AS person
  FROM ${from}
  WHERE ${person} IS NOT NULL${where === undefined ? sql`` : sql`\n    AND ${where}`}
)`;
  });
  return { text: joinSql(parts, ',\n'), names: names.map(nameSql) };
}
