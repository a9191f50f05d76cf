import { identifier, type Sql, sql } from '../../core/sql.ts';
import type { Gate, GateSet, NamedQuery, PrepareContext } from './gate.ts';
import { normaliseSql, trimmedSql } from './normalise-sql.ts';
import type { SendSettings, SuppressionList } from './send-settings.ts';
import type { Normalise } from './treatment.ts';

/** Keeps back who is on a list of people not to be written to. Both sides are normalised alike. */
export function suppressionGates(settings: SendSettings, context: PrepareContext): GateSet {
  const gates: Gate[] = [];
  const queries: NamedQuery[] = [];
  const columns: NamedQuery[] = [];
  const source = context.dataset(settings.dataset);
  settings.suppressions.forEach((list, index) => {
    const name = `suppression_${index + 1}`;
    const listed = context.dataset(list.dataset);
    const wanted = list.against === '' ? settings.identity : list.against;
    const form = (value: Sql) => comparable(value, list, settings.defaultCountry);
    const ours = form(source.column(wanted).sql);
    const entry = listed.column(list.column).sql;
    columns.push({ name, query: list.hashed ? sql`sha256(${ours})` : ours });
    queries.push({
      name,
      query: distinctSql(list.hashed ? sql`lower(${trimmedSql(entry)})` : form(entry), listed.from),
    });
    gates.push({
      reason: `suppressed-${index + 1}`,
      words: `on the suppression list “${listed.label}”`,
      holds: memberSql(name, sql`prepared.${identifier(name)}`),
    });
  });
  return { gates, queries, columns };
}

/** Leaves the members of audiences that come first to these. */
export function priorityGates({ priority }: SendSettings, context: PrepareContext): GateSet {
  const parts = priority.map((audience, index) => {
    const name = `priority_${index + 1}`;
    const { label, from, column } = context.dataset(audience.dataset);
    return {
      query: { name, query: distinctSql(sql`CAST(${column(audience.column).sql} AS VARCHAR)`, from) },
      gate: {
        reason: `priority-${index + 1}`,
        words: `already reached by “${label}”, which comes first`,
        holds: memberSql(name, sql`prepared.person`),
      },
    };
  });
  return { gates: parts.map(({ gate }) => gate), queries: parts.map(({ query }) => query) };
}

function comparable(value: Sql, { comparison }: SuppressionList, country: string): Sql {
  const forms: Readonly<Record<SuppressionList['comparison'], Normalise | undefined>> = {
    exact: undefined,
    lower: { kind: 'lower' },
    email: { kind: 'email', canonicalAt: [] },
    phone: { kind: 'phone', plus: true },
  };
  const form = forms[comparison];
  return form === undefined ? sql`CAST(${value} AS VARCHAR)` : normaliseSql(value, form, country);
}

function distinctSql(value: Sql, from: Sql): Sql {
  return sql`SELECT DISTINCT ${value} AS member
  FROM ${from}
  WHERE ${value} IS NOT NULL`;
}

function memberSql(name: string, value: Sql): Sql {
  return sql`${value} IN (FROM ${identifier(name)} SELECT member)`;
}
