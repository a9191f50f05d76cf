import { identifier, joinSql, literal, relation, sql } from '../../../core/sql.ts';
import type { ComputeStep, PlanContext, SqlStep } from '../../contract.ts';
import type { SourceDataset } from '../../source-dataset.ts';
import { cellsSql, classesSql, type Distance } from './class-sql.ts';
import type { KnownColumn } from './columns.ts';
import type { AnonymityInput } from './input.ts';
import { codeName, levelName, proposalColumns } from './kernel.ts';

/** Proposals that are listed. */
const shownProposals = 10;

/** The chosen columns alone, under the names that the other steps read. */
export function rowsStep(
  source: SourceDataset,
  known: readonly KnownColumn[],
  { sensitive, keep }: AnonymityInput,
  context: PlanContext,
): SqlStep {
  const kept = keep.map((label) => source.column(label)).map((path) => sql`${path.sql} AS ${identifier(path.label)}`);
  return {
    kind: 'sql',
    id: 'people_rows',
    title: 'Take the columns in question',
    explanation: {
      what: 'Takes the columns others may know, the sensitive one and those to be kept; names and keys stay behind.',
      why: 'Nobody needs a name to find a person again: three or four plain columns together are often enough.',
    },
    as: 'table',
    creates: context.scratch('people_rows'),
    query: sql`SELECT
  ${joinSql(
    [
      ...known.map(({ source: value, name }) => sql`${value} AS ${name}`),
      sensitive === '' ? sql`NULL AS sensitive_value` : sql`${source.column(sensitive).sql} AS sensitive_value`,
      ...kept,
    ],
    ',\n  ',
  )}
FROM ${source.from}`,
  };
}

/** Counts by class and sensitive value, of rows as they are or as they were generalised. */
export function cellsStep(id: string, rows: SqlStep, known: readonly KnownColumn[], context: PlanContext): SqlStep {
  return {
    kind: 'sql',
    id,
    title: id === 'cells' ? 'Group rows that look alike' : 'Group the generalised rows',
    explanation: {
      what: 'Counts rows by all known columns together, and within each such group by sensitive value.',
      why: 'The rows of a group cannot be told apart by what others know: the smaller the group, the less it hides.',
      caution: 'GROUP BY takes NULL as a value of its own, and so does this measure.',
    },
    as: 'table',
    creates: context.scratch(id),
    query: cellsSql(
      relation(rows.creates),
      known.map(({ name }) => name),
    ),
  };
}

/** One row a group, with its size and how it hides the sensitive value. */
export function classesStep(
  id: string,
  cells: SqlStep,
  known: readonly KnownColumn[],
  distance: Distance | undefined,
  context: PlanContext,
): SqlStep {
  return {
    kind: 'sql',
    id,
    title: id === 'classes' ? 'Measure each group' : 'Measure each generalised group',
    explanation: {
      what:
        distance === undefined
          ? 'Adds up the rows of each group.'
          : 'Adds up the rows of each group, counts its different sensitive values, and measures how far they lie from those of all rows.',
      why: 'k is the size of the smallest group, l the least number of different values in one, t the greatest distance.',
      ...(distance !== undefined && {
        caution: 'A group of many rows hides nothing where all of them have the same diagnosis.',
      }),
    },
    as: 'table',
    creates: context.scratch(id),
    query: classesSql(
      relation(cells.creates),
      known.map(({ name }) => name),
      distance,
    ),
  };
}

/** Every value of each column, said ever less exactly. */
export function levelsStep(classes: SqlStep, known: readonly KnownColumn[], context: PlanContext): SqlStep {
  const texts = known.flatMap(({ levels }, column) =>
    levels.map(({ text }, level) => sql`${text} AS ${identifier(codeName(column, level))}`),
  );
  return {
    kind: 'sql',
    id: 'levels',
    title: 'Say each value less exactly',
    explanation: {
      what: 'Writes the columns of each group at every level: as they are, in bands or shortened, and left out.',
      why: 'Joining groups by saying less is what makes them larger.',
      caution: 'Each level must join whole values of the one before, or groups would be cut apart again.',
    },
    as: 'table',
    creates: context.scratch('levels'),
    query: sql`SELECT
  class,
  people,
  ${joinSql(texts, ',\n  ')}
FROM ${relation(classes.creates)}
ORDER BY class`,
  };
}

/** Searches which levels reach k with the least loss. */
export function proposalStep(
  levels: SqlStep,
  known: readonly KnownColumn[],
  { k, suppress }: AnonymityInput,
  context: PlanContext,
): ComputeStep {
  const codes = known.flatMap((column, index) =>
    column.levels.map((_level, level) => {
      const name = identifier(codeName(index, level));
      return sql`dense_rank() OVER (ORDER BY ${name}) - 1 AS ${name}`;
    }),
  );
  return {
    kind: 'compute',
    id: 'proposal',
    title: 'Search the least loss',
    explanation: {
      what: 'Tries the combinations of levels, and keeps those that reach k while no more rows than allowed are left out.',
      why: 'The loss of a value that now stands for g of m values is (g − 1) / (m − 1), of a row left out 1: the mean over rows and columns is the least that can be given away.',
      caution: 'The proposal is the best of these levels; others that you name may lose less.',
    },
    creates: context.scratch('proposal'),
    kernel: 'privacy.lattice',
    inputs: {
      groups: sql`SELECT
  people,
  ${joinSql(codes, ',\n  ')}
FROM ${relation(levels.creates)}
ORDER BY class`,
    },
    parameters: {
      k,
      suppress: suppress / 100,
      heights: known.map((column) => column.levels.length).join(','),
      shown: shownProposals,
    },
    columns: [...proposalColumns, ...known.map((_column, index) => levelName(index))],
  };
}

/** The rows as the proposal says them, those in small groups left out. */
export function generalisedStep(
  rows: SqlStep,
  proposal: ComputeStep,
  known: readonly KnownColumn[],
  { k }: AnonymityInput,
  context: PlanContext,
): SqlStep {
  const names = known.map(({ name }) => name);
  const chosen = known.map(
    (_column, index) => sql`${identifier(levelName(index))} AS ${identifier(`chosen_${levelName(index)}`)}`,
  );
  const said = known.map(({ name, levels }, column) => {
    const cases = levels.map(({ text }, level) => sql`\n      WHEN ${literal(level)} THEN ${text}`);
    return sql`CASE ${identifier(`chosen_${levelName(column)}`)}${joinSql(cases, '')}\n    END AS ${name}`;
  });
  return {
    kind: 'sql',
    id: 'generalised',
    title: 'Generalise the rows',
    explanation: {
      what: `Writes the known columns at the proposed levels, and leaves out rows whose group is smaller than ${k}.`,
      why: 'What is left can be handed on: nobody can be told from at least so many others by these columns.',
      caution: 'That holds for these columns alone. A column that was kept unchanged may tell people apart again.',
    },
    as: 'table',
    creates: context.scratch('generalised'),
    query: sql`WITH chosen AS (
  SELECT ${joinSql(chosen, ', ')}
  FROM ${relation(proposal.creates)}
  WHERE place = 1
), said AS (
  SELECT
    people_rows.* EXCLUDE (${joinSql(names, ', ')}),
    ${joinSql(said, ',\n    ')}
  FROM ${relation(rows.creates)} AS people_rows
  CROSS JOIN chosen
)
SELECT ${joinSql(names, ', ')}, * EXCLUDE (${joinSql(names, ', ')})
FROM said
QUALIFY count(*) OVER (PARTITION BY ${joinSql(names, ', ')}) >= ${literal(k)}
ORDER BY ALL`,
  };
}

/** The generalised rows under the names that the dataset had. */
export function releasedStep(generalised: SqlStep, sensitive: string | undefined, context: PlanContext): SqlStep {
  const columns =
    sensitive === undefined
      ? sql`SELECT * EXCLUDE (sensitive_value)`
      : sql`SELECT * RENAME (sensitive_value AS ${identifier(sensitive)})`;
  return {
    kind: 'sql',
    id: 'released',
    title: 'Name the columns as before',
    explanation: {
      what: 'Gives the sensitive column its own name back.',
      why: 'Whoever reads the dataset knows it by that name.',
    },
    as: 'view',
    creates: context.scratch('released'),
    query: sql`${columns}
FROM ${relation(generalised.creates)}`,
  };
}
