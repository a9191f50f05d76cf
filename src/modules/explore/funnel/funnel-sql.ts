import { joinSql, literal, rawSql, relation, type RelationName, type Sql, sql } from '../../../core/sql.ts';
import type { SourceDataset } from '../../source-dataset.ts';
import { conditionSql } from '../../row-filter.ts';
import { type NamedColumns, normalisedEvents, optionalColumn, textSql, timeSql } from '../events/normalise.ts';
import type { FunnelInput, FunnelStep } from './funnel-input.ts';

/** Events with a mark for each step that they are. */
export function stepEventsSql(source: SourceDataset, input: FunnelInput, steps: readonly FunnelStep[], now: Date): Sql {
  const who = source.column(input.person).sql;
  const unit =
    input.visit === '' ? who : sql`${textSql(source, input.person)} || ' · ' || ${textSql(source, input.visit)}`;
  const marks = steps.map((step, index): NamedColumns[number] => [
    `is_step_${index + 1}`,
    markSql(source, input.event, step),
  ]);
  const columns: NamedColumns = [
    ['person', unit],
    ['event_time', timeSql(source, input.time)],
    ...optionalColumn('group_name', input.breakdown, (label) => textSql(source, label)),
    ...marks,
  ];
  const all = normalisedEvents(source, columns, { ...input, now });
  const isAny = input.order === 'strict' || steps.some(isAnyEvent);
  return isAny
    ? all
    : sql`${all}\n  AND (${joinSql(
        steps.map((_, index) => mark(index + 1)),
        ' OR ',
      )})`;
}

function isAnyEvent({ value, condition }: FunnelStep): boolean {
  return value === undefined && condition === undefined;
}

function markSql(source: SourceDataset, event: string, { value, condition }: FunnelStep): Sql {
  if (condition !== undefined) return sql`${conditionSql(condition)} IS TRUE`;
  return value === undefined ? sql`true` : sql`coalesce(${textSql(source, event)} = ${literal(value)}, false)`;
}

const mark = (step: number) => rawSql(`is_step_${step}`);
const reachedName = (step: number) => rawSql(`reached_${step}`);
const moment = (step: number) => rawSql(`step_${step}`);

/** One row for each person who began: the group, how far they came, and when they reached each step. */
export function peopleSql(events: RelationName, input: FunnelInput, steps: readonly FunnelStep[]): Sql {
  const chains = input.order === 'strict' ? strictChains(events, input, steps) : looseChains(events, input, steps);
  const last = input.order === 'strict' ? rawSql('chains') : reachedName(steps.length);
  const depth = steps
    .map((_, index) => steps.length - index)
    .filter((step) => step > 1)
    .map((step) => sql`    WHEN ${moment(step)} IS NOT NULL THEN ${literal(step)}`);
  const grouped = input.breakdown !== '';
  const groups = sql`,
groups AS (
  SELECT person, arg_min(group_name, event_time) AS group_name
  FROM ${relation(events)}
  GROUP BY person
)`;
  const isManifold = input.order === 'strict' || input.window > 0;
  return sql`WITH ${chains}${grouped ? groups : sql``}
SELECT
  person,${grouped ? sql`\n  coalesce(group_name, '(none)') AS group_name,` : sql``}
  CASE
${joinSql(depth, '\n')}
    ELSE 1
  END AS depth,
  ${joinSql(
    steps.map((_, index) => moment(index + 1)),
    ', ',
  )}
FROM ${last}${grouped ? sql`\nJOIN groups USING (person)` : sql``}${
    isManifold ? sql`\nQUALIFY row_number() OVER (PARTITION BY person ORDER BY depth DESC, step_1) = 1` : sql``
  }`;
}

/** From each beginning to the next event of each further step. */
function looseChains(events: RelationName, input: FunnelInput, steps: readonly FunnelStep[]): Sql {
  return input.window > 0 ? chainsInTime(events, input, steps) : earliestChains(events, steps);
}

/** Without a limit of time the earliest beginning leads as far as any: each step is the earliest after the one before. */
function earliestChains(events: RelationName, steps: readonly FunnelStep[]): Sql {
  const first = sql`SELECT person, min(event_time) AS step_1
  FROM ${relation(events)}
  WHERE is_step_1
  GROUP BY person`;
  const further = steps.slice(1).map((step, index) => {
    const number = index + 2;
    const reached = steps.slice(0, index + 1).map((_, before) => {
      const name = moment(before + 1);
      return sql`any_value(before.${name}) AS ${name}`;
    });
    return sql`${reachedName(number)} AS (
  SELECT before.person, ${joinSql(reached, ', ')}, min(later.event_time) AS ${moment(number)}
  FROM ${reachedName(number - 1)} AS before
  LEFT JOIN ${relation(events)} AS later
    ON later.person = before.person
    AND later.${mark(number)}
    AND before.${moment(number - 1)} ${isRepeated(step, steps[index]) ? sql`<` : sql`<=`} later.event_time
  GROUP BY before.person
)`;
  });
  return joinSql([sql`reached_1 AS (\n  ${first}\n)`, ...further], ',\n');
}

/** Within a limit of time every beginning counts: ASOF joins find the nearest later row. */
function chainsInTime(events: RelationName, input: FunnelInput, steps: readonly FunnelStep[]): Sql {
  const first = sql`SELECT DISTINCT person, event_time AS step_1
  FROM ${relation(events)}
  WHERE is_step_1`;
  const further = steps.slice(1).map((step, index) => {
    const number = index + 2;
    return sql`${reachedName(number)} AS (
  SELECT before.*, ${reachedTime(input, moment(number - 1))} AS ${moment(number)}
  FROM ${reachedName(number - 1)} AS before
  ASOF LEFT JOIN (FROM ${relation(events)} WHERE ${mark(number)}) AS later
    ON before.person = later.person
    AND before.${moment(number - 1)} ${isRepeated(step, steps[index]) ? sql`<` : sql`<=`} later.event_time
)`;
  });
  return joinSql([sql`reached_1 AS (\n  ${first}\n)`, ...further], ',\n');
}

/** One event is not two steps. */
function isRepeated(step: FunnelStep, before: FunnelStep | undefined): boolean {
  return before?.value === step.value && before?.condition === step.condition;
}

/** The time found, for those who reached the step before: an ASOF join takes NULL for the earliest of all times. */
function reachedTime({ window, windowUnit }: FunnelInput, before: Sql): Sql {
  const limit = sql`INTERVAL ${literal(window)} ${rawSql(windowUnit.toUpperCase())}`;
  const inTime = window === 0 ? sql`` : sql` AND later.event_time <= before.step_1 + ${limit}`;
  return sql`CASE WHEN before.${before} IS NOT NULL${inTime} THEN later.event_time END`;
}

/** From each beginning to the events right after it, as long as each is the step expected. */
function strictChains(events: RelationName, input: FunnelInput, steps: readonly FunnelStep[]): Sql {
  const later = steps.slice(1).map((_, index) => {
    const ahead = index + 1;
    return sql`CASE
      WHEN ${strictConditions(input, ahead)} THEN lead(event_time, ${literal(ahead)}) OVER in_order
    END AS ${moment(ahead + 1)}`;
  });
  const ties = joinSql(
    steps.map((_, index) => sql`${mark(index + 1)} DESC`),
    ', ',
  );
  return sql`following AS (
  SELECT
    person,
    is_step_1,
    event_time AS step_1,
    ${joinSql(later, ',\n    ')}
  FROM ${relation(events)}
  WINDOW in_order AS (PARTITION BY person ORDER BY event_time, ${ties})
),
chains AS (
  SELECT * EXCLUDE (is_step_1)
  FROM following
  WHERE is_step_1
)`;
}

/** That each of the next events is the step expected, and the last of them in time. */
function strictConditions({ window, windowUnit }: FunnelInput, ahead: number): Sql {
  const marks = Array.from(
    { length: ahead },
    (_, index) => sql`lead(${mark(index + 2)}, ${literal(index + 1)}) OVER in_order`,
  );
  const time = sql`lead(event_time, ${literal(ahead)}) OVER in_order`;
  const limit = sql`event_time + INTERVAL ${literal(window)} ${rawSql(windowUnit.toUpperCase())}`;
  return joinSql(window === 0 ? marks : [...marks, sql`${time} <= ${limit}`], '\n        AND ');
}
