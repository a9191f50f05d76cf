import { timestampLiteral } from '../../catalog/store/execute.ts';
import { joinSql, literal, type Sql, sql } from '../../core/sql.ts';
import { whereSql } from '../../modules/row-filter.ts';
import type { SourceDataset } from '../../modules/source-dataset.ts';
import type { ConsentRecords } from './consent-settings.ts';
import type { Gate, GateSet, PrepareContext } from './gate.ts';
import { trimmedSql } from './normalise-sql.ts';
import type { SendSettings } from './send-settings.ts';

const verdict = sql`coalesce(consent.verdict, 'not-found')`;

const reasons: readonly (readonly [verdict: string, words: string])[] = [
  ['not-found', 'no record of consent'],
  ['withdrawn', 'consent was refused or withdrawn'],
  ['unknown', 'consent is not clear: an empty or unknown status, an unreadable time, or two answers'],
  ['expired', 'consent has expired'],
];

/** Keeps back everyone who has not clearly agreed. With no source of consent and no stated basis that is everyone. */
export function consentGates({ consent }: SendSettings, context: PrepareContext): GateSet {
  if (consent.kind === 'stated-basis') return { gates: [], queries: [] };
  if (consent.kind === 'none') {
    const words = 'no source of consent is chosen and no lawful basis is stated';
    return { gates: [{ reason: 'consent-none', words, holds: sql`true` }], queries: [] };
  }
  const source = context.dataset(consent.dataset);
  return {
    gates: reasons.map(([name, words]): Gate => ({
      reason: `consent-${name}`,
      words,
      holds: sql`${verdict} = ${literal(name)}`,
    })),
    queries: [
      { name: 'consent_record', query: recordsSql(consent, source, context.now) },
      { name: 'consent_latest', query: latestSql },
      { name: 'consent', query: verdictSql },
    ],
    join: sql`\nLEFT JOIN consent ON consent.person = prepared.person`,
  };
}

/**
 * One verdict a record. A record that names no purpose or channel can refuse but not grant; a refusal of unknown time is
 * taken as the latest, and so is a grant, which then is unknown.
 */
function recordsSql(consent: ConsentRecords, source: SourceDataset, now: Date): Sql {
  const status = sql`lower(${trimmedSql(source.column(consent.status).sql)})`;
  const time = consent.time === null ? undefined : source.column(consent.time).sql;
  const identity = source.column(consent.identity).sql;
  const filters = [consent.purpose, consent.channel].flatMap((filter) =>
    filter === null ? [] : [{ value: filter.value, text: trimmedSql(source.column(filter.column).sql) }],
  );
  const exact = filters.map(({ value, text }) => sql`coalesce(lower(${text}) = lower(${literal(value)}), false)`);
  const matching = filters.map(({ value, text }) => sql`coalesce(lower(${text}) = lower(${literal(value)}), true)`);
  const moment = timestampLiteral(now);
  const given = time === undefined ? sql`CAST(NULL AS TIMESTAMP)` : sql`TRY_CAST(${time} AS TIMESTAMP)`;
  const cases: Sql[] = [
    sql`WHEN ${inList(status, consent.withdrawn)} THEN 'withdrawn'`,
    sql`WHEN NOT ${inList(status, consent.granted)} THEN 'unknown'`,
  ];
  if (exact.length > 0) cases.push(sql`WHEN NOT (${joinSql(exact, ' AND ')}) THEN 'elsewhere'`);
  if (time !== undefined) cases.push(sql`WHEN ${given} IS NULL OR ${given} > ${moment} THEN 'unknown'`);
  cases.push(...expiryCases(consent, source, moment));
  if (consent.maximumAge !== null && time !== undefined) {
    cases.push(sql`WHEN ${given} <= ${moment} - INTERVAL ${literal(consent.maximumAge)} DAY THEN 'expired'`);
  }
  return sql`SELECT CAST(${identity} AS VARCHAR) AS person, ${given} AS given_at,
    CASE
      ${joinSql(cases, '\n      ')}
      ELSE 'granted'
    END AS verdict
  FROM ${source.from}${whereSql([sql`${identity} IS NOT NULL`, ...matching], '  ')}`;
}

function expiryCases(consent: ConsentRecords, source: SourceDataset, moment: Sql): readonly Sql[] {
  if (consent.expiry === null) return [];
  const expiry = source.column(consent.expiry).sql;
  const ends = sql`TRY_CAST(${expiry} AS TIMESTAMP)`;
  const unknown = consent.endless ? sql`${expiry} IS NOT NULL AND ${ends} IS NULL` : sql`${ends} IS NULL`;
  return [sql`WHEN ${unknown} THEN 'unknown'`, sql`WHEN ${ends} <= ${moment} THEN 'expired'`];
}

const latestSql = sql`SELECT person, verdict
  FROM consent_record
  WHERE verdict <> 'elsewhere'
  QUALIFY rank() OVER (PARTITION BY person ORDER BY given_at DESC NULLS FIRST) = 1`;

const verdictSql = sql`SELECT person,
    CASE
      WHEN bool_or(verdict = 'withdrawn') THEN 'withdrawn'
      WHEN bool_or(verdict = 'unknown') THEN 'unknown'
      WHEN bool_or(verdict = 'expired') THEN 'expired'
      ELSE 'granted'
    END AS verdict
  FROM consent_latest
  GROUP BY person`;

function inList(value: Sql, texts: readonly string[]): Sql {
  if (texts.length === 0) return sql`false`;
  return sql`coalesce(${value} IN (${joinSql(
    texts.map((text) => literal(text)),
    ', ',
  )}), false)`;
}
