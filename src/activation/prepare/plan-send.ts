import { StillhouseError } from '../../core/error.ts';
import { identifier, joinSql, literal, type RelationName, relation, type Sql, sql } from '../../core/sql.ts';
import { conditionSql } from '../../modules/row-filter.ts';
import { consentGates } from './consent-gate.ts';
import { controlGates } from './control-gate.ts';
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
   * Every row of the source, in no order, with its `outcome`: `sent`, or the first reason why it stays. Beside it `candidate`
   * (the row's number in the source, from 1), `person`, and each field as it was (`raw_1`…) and as it would leave
   * (`field_1`…).
   */
  readonly outcomes: Sql;
  /** Why rows stay, in the order in which they are asked. */
  readonly reasons: readonly { readonly reason: string; readonly words: string }[];
}

/** Plans a send. Throws `input-invalid` where the settings name a dataset or column that is not there. */
export function planSend(settings: SendSettings, context: PrepareContext): SendPlan {
  if (settings.identity === '' && needsPeople(settings)) {
    throw new StillhouseError('input-invalid', 'Choose the column that says who a row is about.', {
      remedy: 'Consent, suppression by identity, frequency caps, priorities and control groups need it.',
    });
  }
  const sets = [
    identityGates(settings),
    consentGates(settings, context),
    suppressionGates(settings, context),
    frequencyGates(settings, context),
    priorityGates(settings, context),
    holdoutGates(settings),
    controlGates(settings, context),
    valueGates(settings),
  ];
  const gates = sets.flatMap((set) => set.gates);
  const queries: readonly NamedQuery[] = [
    { name: 'candidate', query: candidateSql(settings, context, sets) },
    { name: 'prepared', query: preparedSql(settings, sets) },
    ...sets.flatMap((set) => set.queries),
    { name: 'judged', query: judgedSql(settings, gates, sets) },
    ...(settings.duplicates === 'keep' ? [] : [{ name: 'first_alike', query: firstAlikeSql(settings) }]),
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
    outcomes: sql`WITH ${head}\nSELECT *\nFROM outcome`,
    reasons: [
      ...gates.map(({ reason, words }) => ({ reason, words })),
      ...(settings.duplicates === 'keep' ? [] : [duplicates]),
    ],
  };
}

/**
 * The rows that leave, read from a relation with the columns of `SendPlan.outcomes`. `within` narrows them further; `sorted`
 * says that the relation lies in the order of its candidates already.
 */
export function leavingRowsSql(
  settings: SendSettings,
  outcomes: RelationName,
  within: readonly Sql[] = [],
  sorted = false,
): Sql {
  const columns = settings.fields.map(
    (field, index) => sql`${leavingSql(field, index)} AS ${identifier(field.header)}`,
  );
  return sql`SELECT ${joinSql(columns, ',\n  ')}
FROM ${relation(outcomes)}
WHERE ${joinSql([sql`outcome = ${literal(sentOutcome)}`, ...within], '\n  AND ')}${sorted ? sql`` : sql`\nORDER BY candidate`}`;
}

const duplicateWords = {
  keep: '',
  'drop-same-row': 'the same row leaves already',
  'drop-same-person': 'another row of the same person leaves already',
} as const;

function needsPeople({ kind, consent, suppressions, frequency, priority, control, duplicates }: SendSettings): boolean {
  return (
    kind === 'audience' ||
    consent.kind === 'records' ||
    suppressions.some(({ against }) => against === '') ||
    frequency !== null ||
    priority.length > 0 ||
    control !== null ||
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

function judgedSql({ fields }: SendSettings, gates: readonly Gate[], sets: readonly GateSet[]): Sql {
  const cases = gates.map(({ reason, holds }) => sql`WHEN ${holds} THEN ${literal(reason)}`);
  const joins = joinSql(
    sets.flatMap((set) => set.join ?? []),
    '',
  );
  const reason =
    cases.length === 0 ? sql`CAST(NULL AS VARCHAR)` : sql`CASE\n      ${joinSql(cases, '\n      ')}\n    END`;
  const kept = joinSql(
    keptColumns(fields).map((column) => sql`prepared.${column}`),
    ', ',
  );
  return sql`SELECT ${kept},
    ${reason} AS reason
  FROM prepared${joins}`;
}

/** Of rows that repeat each other and may leave, the first. */
function firstAlikeSql({ fields, duplicates }: SendSettings): Sql {
  const same = duplicates === 'drop-same-person' ? [sql`person`] : fields.map((_, index) => fieldName(index));
  return sql`SELECT min(candidate) AS candidate
  FROM judged
  WHERE reason IS NULL
  GROUP BY ${joinSql(same, ', ')}`;
}

function outcomeSql({ fields, duplicates }: SendSettings): Sql {
  const repeated =
    duplicates === 'keep'
      ? sql``
      : sql`
      WHEN candidate NOT IN (FROM first_alike SELECT candidate) THEN ${literal(duplicateOutcome)}`;
  return sql`SELECT ${joinSql(keptColumns(fields), ', ')},
    CASE
      WHEN reason IS NOT NULL THEN reason${repeated}
      ELSE ${literal(sentOutcome)}
    END AS outcome
  FROM judged`;
}

function keptColumns(fields: SendSettings['fields']): readonly Sql[] {
  const places = [...fields.keys()];
  return [sql`candidate`, sql`person`, ...places.map(rawName), ...places.map(fieldName)];
}
