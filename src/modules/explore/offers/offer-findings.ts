import { relation, type RelationName, sql, type Sql } from '../../../core/sql.ts';
import type { StructValue } from '../../../engine/value.ts';
import type { Finding } from '../../contract.ts';
import { counted, numberOf, readable, share, textOf } from '../../words.ts';

const percent = { notation: 'percent', decimals: 1 } as const;

/** What was proposed, where, when, how often the fallback had to serve, and what is live. */
export function offerFindings(
  propositions: RelationName,
  selections: RelationName,
  repository: RelationName,
  contents: Sql,
  liveOn: string,
): readonly Finding[] {
  return [
    {
      id: 'overview',
      title: 'Propositions',
      data: sql`WITH proposed AS (
  SELECT count(*) AS selections, avg(priority) AS mean_priority
  FROM ${relation(selections)}
)
SELECT
  count(DISTINCT event_id) AS events,
  count(*) AS propositions,
  any_value(selections) AS selections,
  count(fallback_id) AS fallbacks,
  count(fallback_id) / nullif(count(*), 0) AS fallback_share,
  any_value(mean_priority) AS mean_priority
FROM (
  SELECT event_id, fallback_id
  FROM ${relation(propositions)}
), proposed`,
      reading:
        'A fallback is what is shown when no offer fits: a high share means too few offers, or rules too narrow.',
      words: overviewWords,
    },
    {
      id: 'placements',
      title: 'By placement',
      data: sql`SELECT
  placement,
  count(*) AS propositions,
  count(DISTINCT event_id) AS events,
  count(fallback_id) AS fallbacks,
  count(fallback_id) / count(*) AS fallback_share
FROM ${relation(propositions)}
GROUP BY placement
ORDER BY propositions DESC, placement`,
      reading: 'A placement with more fallbacks than others has fewer offers with content for it.',
      chart: {
        kind: 'bar',
        x: { name: 'placement' },
        y: [{ name: 'fallback_share' }],
        aggregate: 'none',
        format: percent,
      },
      words: placementWords,
    },
    {
      id: 'offers',
      title: 'Offers proposed',
      data: sql`WITH counts AS (
  SELECT offer_id, any_value(offer) AS offer, count(*) AS selections, max(event_time) AS last_proposed_at
  FROM ${relation(selections)}
  GROUP BY offer_id
)
SELECT
  offer_id,
  coalesce(counts.offer, repository.offer) AS offer,
  status,
  priority,
  coalesce(selections, 0) AS selections,
  coalesce(selections, 0) / nullif(sum(selections) OVER (), 0) AS share,
  last_proposed_at,
  is_live
FROM counts
FULL JOIN ${relation(repository)} AS repository USING (offer_id)
ORDER BY selections DESC, priority DESC, offer_id`,
      reading:
        'The offer with the highest priority among those that fit goes first; one that is live and never proposed fits nobody.',
      chart: { kind: 'bar', x: { name: 'offer' }, y: [{ name: 'selections' }], aggregate: 'none' },
      words: offerWords,
    },
    {
      id: 'live',
      title: `Offers live on ${liveOn}`,
      data: sql`SELECT offer_id, offer, priority, starts_at, ends_at
FROM ${relation(repository)}
WHERE is_live
ORDER BY priority DESC, offer_id`,
      reading: 'Live is an offer with that status, on a day from its start to its end.',
      words: (rows) => liveWords(rows, liveOn),
    },
    {
      id: 'hours',
      title: 'Propositions by hour',
      data: sql`WITH hours AS (
  SELECT unnest(range(0, 24)) AS hour
),
counts AS (
  SELECT hour(event_time) AS hour, count(DISTINCT event_id) AS events, count(*) AS propositions
  FROM ${relation(propositions)}
  GROUP BY hour
)
SELECT hour, coalesce(events, 0) AS events, coalesce(propositions, 0) AS propositions
FROM hours
LEFT JOIN counts USING (hour)
ORDER BY hour`,
      reading: 'Hours are those of the times as they are stored, often UTC.',
      chart: {
        kind: 'bar',
        x: { name: 'hour' },
        y: [{ name: 'events' }],
        aggregate: 'none',
        order: 'natural',
        limit: 24,
      },
      words: hourWords,
    },
    {
      id: 'contents',
      title: 'Contents for each placement',
      data: contents,
      reading: 'A placement without contents can show its fallback only.',
      chart: { kind: 'bar', x: { name: 'placement' }, y: [{ name: 'contents' }], aggregate: 'none' },
      words: contentWords,
    },
  ];
}

function overviewWords(rows: readonly StructValue[]): string {
  const [row] = rows;
  const propositions = numberOf(row?.propositions);
  if (row === undefined || !(propositions > 0)) return 'No offer was proposed.';
  const priority = numberOf(row.mean_priority);
  return `${counted(numberOf(row.events), 'decision')} filled ${counted(propositions, 'place')} with ${counted(
    numberOf(row.selections),
    'offer',
  )}; in ${share(numberOf(row.fallbacks), propositions)} the fallback had to serve.${
    Number.isFinite(priority) ? ` The mean priority of the offers is ${readable(priority)}.` : ''
  }`;
}

function placementWords(rows: readonly StructValue[]): string {
  const [worst] = [...rows].sort((a, b) => numberOf(b.fallback_share) - numberOf(a.fallback_share));
  if (worst === undefined) return 'No placement was filled.';
  return `Of ${counted(rows.length, 'placement')}, “${textOf(worst.placement)}” falls back most often: ${share(
    numberOf(worst.fallback_share),
    1,
  )} of ${counted(numberOf(worst.propositions), 'proposition')}.`;
}

function offerWords(rows: readonly StructValue[]): string {
  const [most] = rows;
  if (most === undefined) return 'There are no offers.';
  const unused = rows.filter((row) => row.is_live === true && numberOf(row.selections) === 0).length;
  const top =
    numberOf(most.selections) > 0
      ? `Most often proposed is “${textOf(most.offer)}”: ${counted(numberOf(most.selections), 'time')}, ${share(numberOf(most.share), 1)} of all.`
      : 'No offer was proposed.';
  return unused > 0 ? `${top} ${counted(unused, 'live offer')} ${unused === 1 ? 'was' : 'were'} never proposed.` : top;
}

function liveWords(rows: readonly StructValue[], liveOn: string): string {
  const [first] = rows;
  if (first === undefined) return `No offer is live on ${liveOn}.`;
  return `${counted(rows.length, 'offer')} ${rows.length === 1 ? 'is' : 'are'} live on ${liveOn}, the first by priority “${textOf(first.offer)}”.`;
}

function hourWords(rows: readonly StructValue[]): string {
  const [most] = [...rows].sort((a, b) => numberOf(b.events) - numberOf(a.events));
  if (most === undefined || !(numberOf(most.events) > 0)) return 'No decision was made at any hour.';
  return `Most decisions are made in the hour from ${textOf(most.hour)}:00: ${counted(numberOf(most.events), 'decision')}.`;
}

function contentWords(rows: readonly StructValue[]): string {
  const [most] = rows;
  if (most === undefined) return 'There are no placements.';
  const without = rows.filter((row) => numberOf(row.contents) === 0).length;
  return `“${textOf(most.placement)}” has most contents, ${readable(numberOf(most.contents))}; ${
    without === 0
      ? 'no placement is without'
      : `${counted(without, 'placement')} ${without === 1 ? 'has' : 'have'} none`
  }.`;
}
