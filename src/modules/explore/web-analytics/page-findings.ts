import { literal, relation, type RelationName, sql } from '../../../core/sql.ts';
import type { StructValue } from '../../../engine/value.ts';
import type { Finding } from '../../contract.ts';
import { counted, heard, numberOf, share, textOf } from '../../words.ts';

/** Steps of a path that are drawn. */
const pathSteps = 4;
/** Pages that have a name of their own in paths; the others are one. */
const namedPages = 12;

/** Pages, where visits begin and end, and the ways between them. */
export function pageFindings(visitEvents: RelationName, visits: RelationName): readonly Finding[] {
  return [
    {
      id: 'pages',
      title: 'Pages',
      data: sql`WITH views AS (
  SELECT page, count(*) AS views
  FROM ${relation(visitEvents)}
  SEMI JOIN ${relation(visits)} USING (person)
  WHERE page IS NOT NULL
  GROUP BY page
),
entries AS (
  SELECT entry_page AS page, count(*) AS entries, count(*) FILTER (WHERE is_bounce) AS bounces
  FROM ${relation(visits)}
  GROUP BY entry_page
),
exits AS (
  SELECT exit_page AS page, count(*) AS exits
  FROM ${relation(visits)}
  GROUP BY exit_page
)
SELECT
  page,
  views,
  coalesce(entries, 0) AS entries,
  coalesce(exits, 0) AS exits,
  coalesce(exits, 0) / views AS exit_rate,
  bounces / entries AS bounce_rate
FROM views
LEFT JOIN entries USING (page)
LEFT JOIN exits USING (page)
ORDER BY views DESC, page`,
      reading: 'A page with a high exit rate is good as the last of an order, and bad as the first of a visit.',
      chart: {
        kind: 'bar',
        x: { name: 'page' },
        y: [{ name: 'views' }, { name: 'entries' }, { name: 'exits' }],
        aggregate: 'none',
      },
      words: pageWords,
    },
    {
      id: 'paths',
      title: 'Ways through the site',
      data: pathsSql(visitEvents, visits),
      reading: `The first ${pathSteps} pages of visits, numbered, so that going back to a page is a new place; “(end)” is where visits stop.`,
      chart: {
        kind: 'sankey',
        x: { name: 'from_page' },
        y: [{ name: 'visits' }],
        series: { name: 'to_page' },
        aggregate: 'none',
        limit: 60,
        seriesLimit: 50,
      },
      words: pathWords,
    },
  ];
}

function pathsSql(visitEvents: RelationName, visits: RelationName) {
  const named = sql`CASE WHEN page IN (FROM frequent) THEN page ELSE '(other)' END`;
  const next = sql`CASE WHEN next_page IN (FROM frequent) THEN next_page WHEN next_page IS NULL THEN '(end)' ELSE '(other)' END`;
  return sql`WITH frequent AS (
  SELECT page
  FROM ${relation(visitEvents)}
  WHERE page IS NOT NULL
  GROUP BY page
  ORDER BY count(*) DESC, page
  LIMIT ${literal(namedPages)}
)
SELECT
  depth AS step,
  depth || ' ' || ${named} AS from_page,
  (depth + 1) || ' ' || ${next} AS to_page,
  count(*) AS visits
FROM ${relation(visitEvents)}
SEMI JOIN ${relation(visits)} USING (person)
WHERE depth < ${literal(pathSteps)}
  AND page IS NOT NULL
GROUP BY ALL
ORDER BY step, visits DESC, from_page, to_page`;
}

function pageWords(rows: readonly StructValue[]): string {
  const [most] = rows;
  const [entry] = [...rows].sort((a, b) => numberOf(b.entries) - numberOf(a.entries));
  if (most === undefined || entry === undefined) return 'No page has a name.';
  return `${heard(rows, 'page')} ${rows.length === 1 ? 'was' : 'were'} viewed, most of all “${textOf(most.page)}” with ${counted(
    numberOf(most.views),
    'view',
  )}; most visits begin at “${textOf(entry.page)}”: ${counted(numberOf(entry.entries), 'visit')}.`;
}

function pathWords(rows: readonly StructValue[]): string {
  const first = rows.filter((row) => numberOf(row.step) === 1);
  const all = first.reduce((sum, row) => sum + numberOf(row.visits), 0);
  const [most] = first.filter((row) => !textOf(row.to_page).endsWith('(end)'));
  if (first.length === 0) return 'There is no way to be followed.';
  if (most === undefined) return 'Every visit ends on its first page.';
  return `The most frequent first step is from “${textOf(most.from_page).slice(2)}” to “${textOf(most.to_page).slice(2)}”: ${share(
    numberOf(most.visits),
    all,
  )} of ${counted(all, 'visit')}.`;
}
