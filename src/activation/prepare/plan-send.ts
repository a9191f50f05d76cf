import { StillhouseError } from '../../core/error.ts';
import { identifier, joinSql, literal, type RelationName, relation, type Sql, sql } from '../../core/sql.ts';
import { conditionSql } from '../../modules/row-filter.ts';
import { consentGates } from './consent-gate.ts';
import { fieldName, leavingSql, rawName, rawSql, treatedSql } from './field-sql.ts';
import { frequencyGates } from './frequency-gate.ts';
import {
  duplicateOutcome,
  type Gate,
  type GateSet,
  type NamedQuery,
  type PrepareContext,
  sentOutcome,
} from './gate.ts';
import { priorityGates, suppressionGates } from './list-gates.ts';
import { holdoutGates, identityGates, valueGates } from './row-gates.ts';
import type { SendSettings } from './send-settings.ts';

/** A send as SQL, before anything ran. */
export interface SendPlan {
  readonly settings: SendSettings;
  /** The rows that leave, under the headers of the file and in its order: the statement that the receipt keeps. */
  readonly rows: Sql;
  /**
   * Every row of the source with its `outcome`: `sent`, or the first reason why it stays. Beside it `candidate` (the row's
   * number in the source, from 1), `person`, and each field as it was (`raw_1`…) and as it would leave (`field_1`…).
   */
  readonly outcomes: Sql;
  /** Why rows stay, in the order in which they are asked. */
  readonly reasons: readonly { readonly reason: string; readonly words: string }[];
}

/** Plans a send. Throws `input-invalid` where the settings name a dataset or column that is not there. */
export function planSend(settings: SendSettings, context: PrepareContext): SendPlan {
  if (settings.identity === '' && needsPeople(settings)) {
    throw new StillhouseError('input-invalid', 'Choose the column that says who a row is about.', {
      remedy: 'Consent, suppression by identity, frequency caps and priorities need it.',
    });
  }
  const sets = [
    identityGates(settings),
    consentGates(settings, context),
    suppressionGates(settings, context),
    frequencyGates(settings, context),
    priorityGates(settings, context),
    holdoutGates(settings),
    valueGates(settings),
  ];
  const gates = sets.flatMap((set) => set.gates);
  const queries: readonly NamedQuery[] = [
    { name: 'candidate', query: candidateSql(settings, context, sets) },
    { name: 'prepared', query: preparedSql(settings, sets) },
    ...sets.flatMap((set) => set.queries),
    { name: 'judged', query: judgedSql(gates, sets) },
    { name: 'outcome', query: outcomeSql(settings) },
  ];
  const head = joinSql(
    queries.map(({ name, query }) => sql`${identifier(name)} AS (\n  ${query}\n)`),
    ',\n',
  );
  const duplicates = { reason: duplicateOutcome, words: duplicateWords[settings.duplicates] };
  return {
    settings,
    rows: sql`WITH ${head}\n${leavingRowsSql(settings, ['outcome'])}`,
    outcomes: sql`WITH ${head}\nSELECT *\nFROM outcome\nORDER BY candidate`,
    reasons: [
      ...gates.map(({ reason, words }) => ({ reason, words })),
      ...(settings.duplicates === 'keep' ? [] : [duplicates]),
    ],
  };
}

/** The rows that leave, read from a relation with the columns of `SendPlan.outcomes`. */
export function leavingRowsSql(settings: SendSettings, outcomes: RelationName): Sql {
  const columns = settings.fields.map(
    (field, index) => sql`${leavingSql(field, index)} AS ${identifier(field.header)}`,
  );
  return sql`SELECT ${joinSql(columns, ',\n  ')}
FROM ${relation(outcomes)}
WHERE outcome = ${literal(sentOutcome)}
ORDER BY candidate`;
}

const duplicateWords = {
  keep: '',
  'drop-same-row': 'the same row leaves already',
  'drop-same-person': 'another row of the same person leaves already',
} as const;

function needsPeople({ kind, consent, suppressions, frequency, priority, duplicates }: SendSettings): boolean {
  return (
    kind === 'audience' ||
    consent.kind === 'records' ||
    suppressions.some(({ against }) => against === '') ||
    frequency !== null ||
    priority.length > 0 ||
    duplicates === 'drop-same-person'
  );
}

function candidateSql(settings: SendSettings, context: PrepareContext, sets: readonly GateSet[]): Sql {
  const source = context.dataset(settings.dataset);
  const person =
    settings.identity === ''
      ? sql`CAST(NULL AS VARCHAR)`
      : sql`CAST(${source.column(settings.identity).sql} AS VARCHAR)`;
  const heldOut = settings.holdout === '' ? sql`false` : sql`coalesce(${conditionSql(settings.holdout)}, true)`;
  const columns = [
    sql`row_number() OVER () AS candidate`,
    sql`${person} AS person`,
    sql`${heldOut} AS held_out`,
    ...sets.flatMap((set) => set.columns ?? []).map(({ name, query }) => sql`${query} AS ${identifier(name)}`),
    ...settings.fields.map((field, index) => sql`${rawSql(field, source)} AS ${rawName(index)}`),
  ];
  return sql`SELECT ${joinSql(columns, ',\n    ')}
  FROM ${source.from}`;
}

function preparedSql({ fields, defaultCountry }: SendSettings, sets: readonly GateSet[]): Sql {
  const kept = ['candidate', 'person', 'held_out', ...sets.flatMap((set) => set.columns ?? []).map(({ name }) => name)];
  const columns = [
    ...kept.map((name) => identifier(name)),
    ...fields.map((_, index) => rawName(index)),
    ...fields.map((field, index) => sql`${treatedSql(field, rawName(index), defaultCountry)} AS ${fieldName(index)}`),
  ];
  return sql`SELECT ${joinSql(columns, ',\n    ')}
  FROM candidate`;
}

function judgedSql(gates: readonly Gate[], sets: readonly GateSet[]): Sql {
  const cases = gates.map(({ reason, holds }) => sql`WHEN ${holds} THEN ${literal(reason)}`);
  const joins = joinSql(
    sets.flatMap((set) => set.join ?? []),
    '',
  );
  const reason =
    cases.length === 0 ? sql`CAST(NULL AS VARCHAR)` : sql`CASE\n      ${joinSql(cases, '\n      ')}\n    END`;
  return sql`SELECT prepared.*,
    ${reason} AS reason
  FROM prepared${joins}`;
}

/** Of rows that repeat each other the first that may leave does. */
function outcomeSql({ fields, duplicates }: SendSettings): Sql {
  const names = fields.map((_, index) => fieldName(index));
  const kept = [sql`candidate`, sql`person`, ...fields.map((_, index) => rawName(index)), ...names];
  const same = duplicates === 'drop-same-person' ? [sql`person`] : names;
  const repeated =
    duplicates === 'keep'
      ? sql``
      : sql`
      WHEN row_number() OVER (PARTITION BY reason IS NULL, ${joinSql(same, ', ')} ORDER BY candidate) > 1 THEN ${literal(duplicateOutcome)}`;
  return sql`SELECT ${joinSql(kept, ', ')},
    CASE
      WHEN reason IS NOT NULL THEN reason${repeated}
      ELSE ${literal(sentOutcome)}
    END AS outcome
  FROM judged`;
}
