import { identifier, joinSql, literal, relation, type Sql, sql } from '../../../core/sql.ts';
import { secretSql } from '../../../privacy/keyed-hash.ts';
import type { ComputeStep, PlanContext, SqlStep } from '../../contract.ts';
import type { SourceDataset } from '../../source-dataset.ts';
import type { DifferentialInput } from './input.ts';
import { candidates, type Question } from './questions.ts';

/** The name under which all rows go where nothing is grouped. */
const allRows = 'all rows';

/** The column of a question's values, in steps. */
function valueName(index: number): Sql {
  return identifier(`value_${index + 1}`);
}

/** Rows as they count: at most so many of a person, values within their bounds and in whole steps. */
export function contributionsStep(
  source: SourceDataset,
  questions: readonly Question[],
  { group, person, rowsEach }: DifferentialInput,
  context: PlanContext,
): SqlStep {
  const asked = questions.flatMap(({ value }, index) =>
    value === undefined ? [] : [{ name: valueName(index), value, ...bounds(questions[index]) }],
  );
  const groupName = group === '' ? literal(allRows) : sql`CAST(${source.column(group).sql} AS VARCHAR)`;
  const columns = [sql`group_name`, ...asked.map(({ name }) => name)];
  const taken = [sql`${groupName} AS group_name`, ...asked.map(({ name, value }) => sql`${value} AS ${name}`)];
  const counted = [
    sql`group_name`,
    ...asked.map(
      ({ name, lowest, highest, origin, step }) =>
        sql`CAST(round((least(greatest(${name}, ${lowest}), ${highest}) - ${origin}) / ${step}) AS BIGINT) AS ${name}`,
    ),
  ];
  const limited = sql`, numbered AS (
  SELECT
    *,
    row_number() OVER (PARTITION BY person ORDER BY hash(${joinSql(columns, ', ')}), ${joinSql(columns, ', ')}) AS turn
  FROM asked
  WHERE person IS NOT NULL
)`;
  return {
    kind: 'sql',
    id: 'contributions',
    title: 'Bound what one person can change',
    explanation: {
      what: `Cuts values to their bounds, counts them in small whole steps${person === '' ? '' : `, and keeps at most ${rowsEach} ${rowsEach === 1 ? 'row' : 'rows'} of a person`}.`,
      why: 'Noise can hide a person only where it is known how much one person can change the figure: that is the sensitivity.',
      caution: 'Bounds that are read off the data tell of its extremes. Take them from what everybody knows.',
    },
    as: 'view',
    creates: context.scratch('contributions'),
    query: sql`WITH asked AS (
  SELECT
    ${joinSql(person === '' ? taken : [sql`${source.column(person).sql} AS person`, ...taken], ',\n    ')}
  FROM ${source.from}
)${person === '' ? sql`` : limited}
SELECT
  ${joinSql(counted, ',\n  ')}
FROM ${person === '' ? sql`asked` : sql`numbered\nWHERE turn <= ${literal(rowsEach)}`}`,
  };
}

function bounds(question: Question | undefined) {
  const { lowest = 0, highest = 0, origin = 0, step = 1 } = question ?? {};
  const exact = (value: number) => sql`${literal(value)} :: DOUBLE`;
  return { lowest: exact(lowest), highest: exact(highest), origin: exact(origin), step: exact(step) };
}

/** The groups that are asked about: those named, or all that occur. */
export function groupsStep(
  contributions: SqlStep,
  { group, groups }: DifferentialInput,
  context: PlanContext,
): SqlStep {
  const named = group === '' ? [allRows] : groups;
  const list = joinSql(
    named.map((name, index) => sql`(${literal(index + 1)}, ${literal(name)})`),
    ',\n  ',
  );
  return {
    kind: 'sql',
    id: 'groups',
    title: 'The groups that are asked about',
    explanation: {
      what: named.length === 0 ? 'Lists the groups that occur in the data.' : 'Lists the groups as they were named.',
      why: 'A group without rows must be answered too: that it is missing would tell something.',
      ...(named.length === 0 && {
        caution: 'That a group occurs at all may give a single person away: name the groups that everybody knows of.',
      }),
    },
    as: 'table',
    creates: context.scratch('groups'),
    query:
      named.length === 0
        ? sql`SELECT row_number() OVER (ORDER BY group_name) AS group_place, group_name
FROM (
  SELECT DISTINCT group_name
  FROM ${relation(contributions.creates)}
  WHERE group_name IS NOT NULL
)
ORDER BY group_place`
        : sql`FROM (VALUES
  ${list}
) AS named (group_place, group_name)`,
  };
}

/** The figures without noise, which nobody is shown. */
export function exactStep(
  contributions: SqlStep,
  groups: SqlStep,
  questions: readonly Question[],
  context: PlanContext,
): SqlStep {
  const parts = questions.flatMap((question, index) =>
    question.parts.map(({ kind, scale }) => ({
      scale,
      total:
        question.value === undefined
          ? sql`count(c.group_name)`
          : kind === 'count'
            ? sql`count(c.${valueName(index)})`
            : sql`coalesce(sum(c.${valueName(index)}), 0)`,
    })),
  );
  const totals = parts.map(({ total }, index) => sql`${total} AS ${identifier(`part_${index + 1}`)}`);
  const long = parts.map(
    (
      { scale },
      index,
    ) => sql`  SELECT ${literal(index + 1)} AS part, group_place, ${identifier(`part_${index + 1}`)} AS exact, ${literal(scale)} AS scale
  FROM totals`,
  );
  return {
    kind: 'sql',
    id: 'exact',
    title: 'Exact figures',
    explanation: {
      what: 'Counts and adds up each group, in whole steps, and puts the width of the noise beside: the sensitivity divided by epsilon for Laplace noise.',
      why: 'Noise is added to whole numbers, because noise of floating point leaves gaps by which exact values can be found.',
      caution: 'These rows are what must be hidden. They live only while the guide runs.',
    },
    as: 'table',
    creates: context.scratch('exact'),
    query: sql`WITH totals AS (
  SELECT
    group_place,
    ${joinSql(totals, ',\n    ')}
  FROM ${relation(groups.creates)} AS g
  LEFT JOIN ${relation(contributions.creates)} AS c USING (group_name)
  GROUP BY group_place
), parts AS (
${joinSql(long, '\n  UNION ALL\n')}
)
SELECT row_number() OVER (ORDER BY part, group_place) AS place, *
FROM parts
ORDER BY place`,
  };
}

/** The 32 random bytes of the run, one a row. */
function entropySql(key: string): Sql {
  return sql`SELECT CAST('0x' || substr(hex(${secretSql(key)}), 1 + 2 * i, 2) AS INTEGER) AS byte
FROM range(32) AS places (i)
ORDER BY i`;
}

/** Adds the noise. */
export function noiseStep(
  exact: SqlStep,
  key: string,
  { mechanism }: DifferentialInput,
  context: PlanContext,
): ComputeStep {
  return {
    kind: 'compute',
    id: 'noise',
    title: 'Add noise',
    explanation: {
      what:
        mechanism === 'laplace'
          ? 'Adds to each figure a whole number n that is drawn with probability proportional to exp(−|n| / scale).'
          : 'Adds to each figure a whole number n that is drawn with probability proportional to exp(−n² / (2 scale²)).',
      why: 'Whatever comes out could nearly as well have come out without any one person.',
      caution:
        'The draws are exact and made of random bytes that exist for this run only: run again, and budget is spent again.',
    },
    creates: context.scratch('noise'),
    kernel: 'privacy.noise',
    inputs: {
      entropy: entropySql(key),
      figures: sql`SELECT place, exact, scale
FROM ${relation(exact.creates)}
ORDER BY place`,
    },
    parameters: { mechanism },
    columns: ['place', 'noisy'],
  };
}

/** For each quantile, group and candidate, how many rows it lies away from the rank that is asked for. */
export function distancesStep(
  contributions: SqlStep,
  groups: SqlStep,
  questions: readonly Question[],
  context: PlanContext,
): SqlStep {
  const quantiles = questions.flatMap((question, index) =>
    question.measure === 'quantile' ? [{ question, index }] : [],
  );
  const counts = quantiles.map(
    ({
      index,
    }) => sql`  SELECT ${literal(index + 1)} AS question, group_name, ${valueName(index)} AS candidate, count(*) AS rows
  FROM ${relation(contributions.creates)}
  WHERE ${valueName(index)} IS NOT NULL
  GROUP BY ALL`,
  );
  const asked = quantiles.map(
    ({ question, index }) => sql`(${literal(index + 1)}, ${literal(question.part)}, ${literal(question.epsilon)})`,
  );
  return {
    kind: 'sql',
    id: 'distances',
    title: 'How far each value is from the quantile',
    explanation: {
      what: `Takes ${candidates} values between the bounds, and counts for each by how many rows it misses the rank that is asked for.`,
      why: 'A quantile has no useful sensitivity: one row can move it far. How many rows a value misses by changes by one at most.',
      caution: 'Equal values span many ranks; a value misses by nothing where the rank lies within its own rows.',
    },
    as: 'table',
    creates: context.scratch('distances'),
    query: sql`WITH asked AS (
  FROM (VALUES
    ${joinSql(asked, ',\n    ')}
  ) AS asked (question, part, epsilon)
), counts AS (
${joinSql(counts, '\n  UNION ALL\n')}
), grid AS (
  SELECT question, part, epsilon, group_place, candidate, coalesce(rows, 0) AS rows
  FROM asked
  CROSS JOIN ${relation(groups.creates)}
  CROSS JOIN range(${literal(candidates)}) AS candidates (candidate)
  LEFT JOIN counts USING (question, group_name, candidate)
), ranks AS (
  SELECT
    *,
    sum(rows) OVER (PARTITION BY question, group_place ORDER BY candidate) AS up_to,
    part * sum(rows) OVER (PARTITION BY question, group_place) AS wanted
  FROM grid
)
SELECT
  dense_rank() OVER (ORDER BY question, group_place) AS place,
  question,
  group_place,
  candidate,
  greatest(0, up_to - rows - wanted, wanted - up_to) AS distance,
  epsilon
FROM ranks
ORDER BY place, candidate`,
  };
}

/** Draws the quantiles. */
export function quantilesStep(distances: SqlStep, key: string, context: PlanContext): ComputeStep {
  return {
    kind: 'compute',
    id: 'quantiles',
    title: 'Draw the quantiles',
    explanation: {
      what: 'Draws one candidate, with probability proportional to exp(−epsilon · rows missed / 2).',
      why: 'Values near the true rank are by far the likeliest, and one person hardly changes how likely each is.',
    },
    creates: context.scratch('quantiles'),
    kernel: 'privacy.quantile',
    inputs: {
      entropy: entropySql(key),
      distances: sql`SELECT place, distance, epsilon
FROM ${relation(distances.creates)}
ORDER BY place, candidate`,
    },
    parameters: {},
    columns: ['place', 'candidate'],
  };
}
