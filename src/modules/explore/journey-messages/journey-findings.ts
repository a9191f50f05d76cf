import { rawSql, relation, type RelationName, sql } from '../../../core/sql.ts';
import type { StructValue } from '../../../engine/value.ts';
import type { Finding } from '../../contract.ts';
import { counted, numberOf, readable, share, textOf } from '../../words.ts';
import { durationWords } from '../events/duration.ts';

const percent = { notation: 'percent', decimals: 1 } as const;

/** What became of messages by journey, message and domain, and why some failed. */
export function messageFindings(results: RelationName): readonly Finding[] {
  return [
    outcome(results, 'journeys', 'Messages by journey', ['journey']),
    outcome(results, 'messages', 'Messages by action', ['journey', 'action', 'subject']),
    {
      id: 'domains',
      title: 'Delivery by domain',
      data: sql`SELECT
  domain,
  count(*) AS messages,
  count(*) FILTER (WHERE status = 'sent') AS sent,
  count(*) FILTER (WHERE status = 'bounce') AS bounced,
  count(*) FILTER (WHERE was_delayed) AS delayed,
  count(*) FILTER (WHERE status = 'bounce') / nullif(count(*) FILTER (WHERE status IN ('sent', 'bounce')), 0) AS bounce_rate
FROM ${relation(results)}
GROUP BY domain
ORDER BY messages DESC, domain`,
      reading:
        'One domain that bounces far more than the others has blocked the sender, or holds a list that was bought.',
      chart: { kind: 'bar', x: { name: 'domain' }, y: [{ name: 'bounce_rate' }], aggregate: 'none', format: percent },
      words: domainWords,
    },
    {
      id: 'failures',
      title: 'Why messages bounced',
      data: sql`SELECT
  coalesce(reason, '(unknown)') AS reason,
  coalesce(failure_type, '(unknown)') AS failure_type,
  count(*) AS bounces,
  count(*) / sum(count(*)) OVER () AS share
FROM ${relation(results)}
WHERE status = 'bounce'
GROUP BY ALL
ORDER BY bounces DESC, reason, failure_type`,
      reading: 'Hard bounces never get better: take those addresses off the list. Soft ones may.',
      chart: {
        kind: 'bar',
        x: { name: 'reason' },
        y: [{ name: 'bounces' }],
        series: { name: 'failure_type' },
        aggregate: 'none',
        stack: 'stack',
      },
      words: failureWords,
    },
    {
      id: 'days',
      title: 'Messages by day',
      data: sql`SELECT
  CAST(settled_at AS DATE) AS message_day,
  count(*) FILTER (WHERE status = 'sent') AS sent,
  count(*) FILTER (WHERE status = 'bounce') AS bounced,
  count(*) FILTER (WHERE status = 'exclude') AS excluded
FROM ${relation(results)}
GROUP BY message_day
ORDER BY message_day`,
      reading: 'A day with many more messages than others is a campaign; look at what it did to unsubscriptions.',
      chart: {
        kind: 'line',
        x: { name: 'message_day' },
        y: [{ name: 'sent' }, { name: 'bounced' }, { name: 'excluded' }],
        aggregate: 'none',
        grain: 'day',
      },
      words: dayWords,
    },
  ];
}

/** How far people come in journeys, and where journeys break. */
export function nodeFindings(nodes: RelationName): readonly Finding[] {
  return [
    {
      id: 'nodes',
      title: 'Steps of journeys',
      data: sql`SELECT
  journey,
  node_id,
  node_name,
  node_type,
  steps,
  entries,
  entries / max(entries) OVER (PARTITION BY journey) AS share_of_entries,
  median_seconds_since_entry,
  errors,
  timed_out,
  capped
FROM ${relation(nodes)}
ORDER BY journey, mean_place, node_id`,
      reading: 'Where the share falls, people left the journey or took another branch; errors say which of the two.',
      chart: {
        kind: 'bar',
        x: { name: 'node_name' },
        y: [{ name: 'entries' }],
        series: { name: 'journey' },
        aggregate: 'none',
        order: 'appearance',
      },
      words: nodeWords,
    },
  ];
}

function outcome(results: RelationName, id: string, title: string, keys: readonly string[]): Finding {
  const columns = rawSql(keys.join(', '));
  return {
    id,
    title,
    data: sql`SELECT
  ${rawSql(keys.join(',\n  '))},
  count(*) AS messages,
  count(*) FILTER (WHERE status = 'sent') AS sent,
  count(*) FILTER (WHERE status = 'bounce') AS bounced,
  count(*) FILTER (WHERE status = 'exclude') AS excluded,
  count(*) FILTER (WHERE was_delayed) AS delayed,
  count(*) FILTER (WHERE opens > 0) AS opened,
  count(*) FILTER (WHERE clicks > 0) AS clicked,
  count(*) FILTER (WHERE unsubscriptions > 0) AS unsubscribed,
  count(*) FILTER (WHERE opens > 0) / nullif(count(*) FILTER (WHERE status = 'sent'), 0) AS open_rate,
  count(*) FILTER (WHERE clicks > 0) / nullif(count(*) FILTER (WHERE status = 'sent'), 0) AS click_rate,
  count(*) FILTER (WHERE clicks > 0) / nullif(count(*) FILTER (WHERE opens > 0), 0) AS click_to_open_rate
FROM ${relation(results)}
GROUP BY ${columns}
ORDER BY sent DESC, ${columns}`,
    reading: 'Opens are counted by an image that some mail programs load unasked: trust clicks more.',
    chart: {
      kind: 'bar',
      x: { name: keys.at(-1) ?? '' },
      y: [{ name: 'open_rate' }, { name: 'click_rate' }],
      aggregate: 'none',
      format: percent,
    },
    words: (rows) => outcomeWords(rows, keys),
  };
}

function outcomeWords(rows: readonly StructValue[], keys: readonly string[]): string {
  const sum = (name: string) => rows.reduce((total, row) => total + numberOf(row[name]), 0);
  const sent = sum('sent');
  if (rows.length === 0) return 'There are no messages.';
  if (!(sent > 0)) return `None of ${counted(sum('messages'), 'message')} was sent.`;
  const name = (row: StructValue) => `“${keys.map((key) => textOf(row[key])).join(' · ')}”`;
  const [best] = [...rows]
    .filter((row) => numberOf(row.sent) > 0)
    .sort((a, b) => numberOf(b.open_rate) - numberOf(a.open_rate));
  const whole = `Of ${counted(sum('messages'), 'message')}, ${readable(sent)} ${sent === 1 ? 'was' : 'were'} sent; ${share(
    sum('opened'),
    sent,
  )} of those were opened and ${share(sum('clicked'), sent)} clicked.`;
  if (best === undefined || rows.length === 1) return whole;
  return `${whole} Best opened is ${name(best)} with ${share(numberOf(best.open_rate), 1)}.`;
}

function domainWords(rows: readonly StructValue[]): string {
  const [worst] = [...rows]
    .filter((row) => numberOf(row.bounced) > 0)
    .sort((a, b) => numberOf(b.bounce_rate) - numberOf(a.bounce_rate));
  if (worst === undefined) return 'No message bounced at any domain.';
  return `The domain that bounces most is “${textOf(worst.domain)}”: ${counted(numberOf(worst.bounced), 'message')}, ${share(
    numberOf(worst.bounce_rate),
    1,
  )} of those that went there.`;
}

function failureWords(rows: readonly StructValue[]): string {
  const [most] = rows;
  if (most === undefined) return 'No message bounced.';
  const all = rows.reduce((total, row) => total + numberOf(row.bounces), 0);
  const hard = rows
    .filter((row) => textOf(row.failure_type) === 'Hard')
    .reduce((total, row) => total + numberOf(row.bounces), 0);
  return `Of ${counted(all, 'bounce')}, ${share(hard, all)} are hard; the most frequent reason is “${textOf(most.reason)}” with ${counted(
    numberOf(most.bounces),
    'message',
  )}.`;
}

function dayWords(rows: readonly StructValue[]): string {
  const [most] = [...rows].sort((a, b) => numberOf(b.sent) - numberOf(a.sent));
  if (most === undefined) return 'There is no day with messages.';
  return `Most messages were sent on ${textOf(most.message_day)}: ${counted(numberOf(most.sent), 'message')}.`;
}

function nodeWords(rows: readonly StructValue[]): string {
  if (rows.length === 0) return 'Nobody took a step in a journey.';
  const starts = rows.filter((row) => textOf(row.node_type) === 'start');
  const entries = starts.reduce((total, row) => total + numberOf(row.entries), 0);
  const errors = rows.reduce((total, row) => total + numberOf(row.errors), 0);
  const ends = rows.filter((row) => textOf(row.node_type) === 'end');
  const ended = ends.reduce((total, row) => total + numberOf(row.entries), 0);
  const [slowest] = [...ends].sort(
    (a, b) => numberOf(b.median_seconds_since_entry) - numberOf(a.median_seconds_since_entry),
  );
  const time =
    slowest === undefined
      ? ''
      : ` The longest journey, “${textOf(slowest.journey)}”, takes ${durationWords(numberOf(slowest.median_seconds_since_entry))} at the median.`;
  return `${counted(entries, 'entry', 'entries')} into journeys, of which ${share(ended, entries)} reached an end; ${counted(
    errors,
    'step',
  )} failed.${time}`;
}
