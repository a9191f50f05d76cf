import { StillhouseError } from '../../../core/error.ts';
import { identifier, joinSql, literal, rawSql, type Sql, sql } from '../../../core/sql.ts';
import type { PlanContext, SqlStep } from '../../contract.ts';
import type { SourceDataset } from '../../source-dataset.ts';
import { rowsOf } from '../purchases.ts';
import { givenConditions, whereSql } from '../../row-filter.ts';
import { attributeSql, attributeValue, isCount } from './attributes.ts';
import type { AttributesInput } from './input.ts';

/** The identity as it is compared. */
export function identitySql(
  source: SourceDataset,
  label: string,
  { ignoreCase }: Pick<AttributesInput, 'ignoreCase'>,
): Sql {
  const { sql: value } = source.column(label);
  return ignoreCase ? sql`lower(trim(CAST(${value} AS VARCHAR)))` : sql`CAST(${value} AS VARCHAR)`;
}

/** The attributes of each person who has events. */
export function derivedStep(events: SourceDataset, input: AttributesInput, context: PlanContext): SqlStep {
  const identity = identitySql(events, input.person, input);
  const time = sql`CAST(${events.column(input.time).sql} AS TIMESTAMP)`;
  const known = [sql`${identity} IS NOT NULL`, sql`${time} IS NOT NULL`, ...givenConditions(input.condition)];
  const asOf =
    input.day === ''
      ? sql`(SELECT CAST(max(event_time) AS DATE) + 1 FROM known_events)`
      : sql`CAST(${literal(input.day)} AS DATE)`;
  const wanted = namedApart(input);
  const valueName = (index: number) => rawSql(`value_${index + 1}`);
  const values = wanted.flatMap((attribute, index) => {
    const value = attributeValue(events, attribute);
    return value === undefined ? [] : [sql`${value} AS ${valueName(index)}`];
  });
  const attributes = wanted.map((attribute, index) => attributeSql(attribute, valueName(index)));
  return {
    kind: 'sql',
    id: 'derived',
    title: 'Attributes of each person',
    explanation: {
      what: 'Gathers the events of each identity into the attributes asked for, in one pass.',
      why: 'All attributes are taken as of one day, so that they belong together.',
      caution: 'An event of that day itself does not count yet.',
    },
    as: 'table',
    creates: context.scratch('derived'),
    query: sql`WITH known_events AS NOT MATERIALIZED (
  SELECT
    ${joinSql([sql`${identity} AS person_identity`, sql`${time} AS event_time`, ...values], ',\n    ')}
  FROM ${events.from}${whereSql(known, '  ')}
), as_of_day AS (
  SELECT ${asOf} AS as_of
)
SELECT
  ${joinSql([sql`person_identity`, ...attributes], ',\n  ')}
FROM known_events
CROSS JOIN as_of_day${input.day === '' ? sql`` : sql`\nWHERE event_time < as_of`}
GROUP BY person_identity`,
  };
}

/** Profiles with their attributes. */
export function profilesStep(
  profiles: SourceDataset,
  derived: SqlStep,
  input: AttributesInput,
  context: PlanContext,
): SqlStep {
  const identity = identitySql(profiles, input.identity, input);
  const kept = input.keep.map((label) => sql`${profiles.column(label).sql} AS ${identifier(label)}`);
  const attributes = input.attributes.map((attribute) => {
    const column = identifier(attribute.name);
    return isCount(attribute) ? sql`coalesce(${column}, 0) AS ${column}` : column;
  });
  return {
    kind: 'sql',
    id: 'profiles',
    title: 'Profiles with attributes',
    explanation: {
      what: 'Puts the attributes beside each profile; a person without events has counts of 0 and nothing else.',
      why: 'A LEFT JOIN keeps everyone: who never did anything is a person too.',
      caution: 'Should an identity stand in two profiles, both get the same attributes: the check tells.',
    },
    as: 'table',
    creates: context.scratch('profiles'),
    query: sql`WITH known_profiles AS (
  SELECT
    ${joinSql([sql`${identity} AS identity`, ...kept], ',\n    ')}
  FROM ${profiles.from}
  WHERE ${identity} IS NOT NULL
)
SELECT
  ${joinSql([sql`known_profiles.*`, ...attributes], ',\n  ')}
FROM known_profiles
LEFT JOIN ${rowsOf(derived)}
  ON person_identity = identity`,
  };
}

/** The attributes, once no name is taken twice. Throws `input-invalid` otherwise. */
function namedApart({ attributes, keep }: AttributesInput): AttributesInput['attributes'] {
  const names = ['identity', 'person_identity', ...keep, ...attributes.map(({ name }) => name)].map((name) =>
    name.toLowerCase(),
  );
  const repeated = names.find((name, index) => names.indexOf(name) < index);
  if (repeated === undefined && attributes.length > 0 && !names.includes('')) return attributes;
  throw new StillhouseError(
    'input-invalid',
    repeated === undefined
      ? 'Every attribute needs a name, and there must be one.'
      : `Two columns would be called "${repeated}".`,
    { remedy: 'Give each attribute a name of its own.' },
  );
}
