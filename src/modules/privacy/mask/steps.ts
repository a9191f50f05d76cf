import { identifier, joinSql, literal, relation, type Sql, sql } from '../../../core/sql.ts';
import { drawSql, padsSql, secretSql } from '../../../privacy/keyed-hash.ts';
import type { PlanContext, SqlStep } from '../../contract.ts';
import type { SourceDataset } from '../../source-dataset.ts';
import type { TreatedColumn } from './treated-columns.ts';

/** Numbers the rows, so that chance and shuffling can be drawn anew for each and repeated with the same key. */
export function numberedStep(source: SourceDataset, context: PlanContext): SqlStep {
  return {
    kind: 'sql',
    id: 'numbered',
    title: 'Number the rows',
    explanation: {
      what: 'Copies the rows and numbers them in the order in which they lie.',
      why: 'Noise must differ from row to row, even where values are equal, and yet be the same when it is made again.',
      caution: 'A number tells nothing of a person only as long as it is not kept: the last step leaves it out.',
    },
    as: 'table',
    creates: context.scratch('numbered'),
    query: sql`SELECT row_number() OVER () AS row_id, *
FROM ${source.from}`,
  };
}

/** One step for a shuffled column: its values in a drawn order, each put where another one lay. */
export function shuffledStep(
  numbered: SqlStep,
  { column, value }: TreatedColumn,
  place: number,
  within: readonly Sql[],
  key: string,
  context: PlanContext,
): SqlStep {
  const id = `shuffled_${place}`;
  const groups = within.map((group, index) => sql`${group} AS ${identifier(`group_${index + 1}`)}`);
  const names = within.map((_group, index) => identifier(`group_${index + 1}`));
  const partition = within.length === 0 ? sql`` : sql`PARTITION BY ${joinSql(within, ', ')} `;
  const draw = drawSql(`shuffle ${column}`, sql`row_id`);
  const same = names.map((name) => sql`\n  AND drawn.${name} IS NOT DISTINCT FROM places.${name}`);
  return {
    kind: 'sql',
    id,
    title: `Shuffle ${column}`,
    explanation: {
      what: `Numbers the rows${within.length === 0 ? '' : ' of each group'} twice, as they lie and in a drawn order, and joins the two by number.`,
      why: 'The column keeps all of its values, and its mean and spread with them, but no value lies with its own row.',
      caution: 'What this column says about others is gone. A group of one row cannot be shuffled.',
    },
    as: 'table',
    creates: context.scratch(id),
    query: sql`WITH places AS (
  SELECT
    ${joinSql([sql`row_id`, ...groups], ',\n    ')},
    row_number() OVER (${partition}ORDER BY row_id) AS place
  FROM ${relation(numbered.creates)}
), keyed AS (
  SELECT *, ${secretSql(key)} AS draw_key
  FROM ${relation(numbered.creates)}
), drawn AS (
  SELECT
    ${joinSql([sql`${value} AS drawn_value`, ...groups], ',\n    ')},
    row_number() OVER (${partition}ORDER BY ${draw}, row_id) AS place
  FROM keyed
)
SELECT places.row_id, drawn.drawn_value AS ${shuffledName(place)}
FROM places
JOIN drawn
  ON drawn.place = places.place${joinSql(same, '')}
ORDER BY places.row_id`,
  };
}

/** The column that a shuffling step makes. */
function shuffledName(place: number): Sql {
  return identifier(`shuffled_value_${place}`);
}

/** The step that treats all columns, in the order of the dataset's. */
export function maskedStep(
  source: SourceDataset,
  columns: readonly TreatedColumn[],
  options: {
    readonly numbered: SqlStep;
    readonly shuffles: readonly SqlStep[];
    readonly key: string;
    readonly keepOthers: boolean;
  },
  context: PlanContext,
): SqlStep {
  const { numbered, shuffles, key, keepOthers } = options;
  const shuffled = columns.filter(({ name }) => name === 'shuffle');
  const list = source.columns.flatMap(({ name }): readonly Sql[] => {
    const treated = columns.find(({ column }) => column === name);
    if (treated === undefined) return keepOthers ? [identifier(name)] : [];
    const place = shuffled.indexOf(treated) + 1;
    const value = place > 0 ? shuffledName(place) : treated.treatment.express(treated.value, treated);
    return [sql`${value} AS ${identifier(name)}`];
  });
  const reads = new Set(columns.filter(({ name }) => name !== 'shuffle').map(({ treatment }) => treatment.reads));
  const hasKey = reads.has('draw_key') || reads.has('pads');
  const rows = relation(numbered.creates);
  const keyed = sql`WITH keyed AS (
  SELECT *, ${secretSql(key)} AS draw_key
  FROM ${rows}
)`;
  const padded = sql`, padded AS (
  SELECT
    *,
    ${padsSql()}
  FROM keyed
)`;
  const ready = reads.has('pads') ? sql`padded` : sql`keyed`;
  const joins = shuffles.map(({ creates }) => sql`\nJOIN ${relation(creates)} USING (row_id)`);
  const order = shuffles.length === 0 ? sql`` : sql`\nORDER BY row_id`;
  return {
    kind: 'sql',
    id: 'masked',
    title: 'Treat the columns',
    explanation: {
      what: `Puts the treated value in the place of ${columns.length} ${columns.length === 1 ? 'column' : 'columns'} and ${keepOthers ? 'keeps' : 'leaves out'} all others.`,
      why: 'Whoever works on the result needs the shape of the data, not the people in them.',
      caution:
        'Treated columns can still tell a person apart when they are read together: measure that with the guide on anonymity.',
    },
    as: 'table',
    creates: context.scratch('masked'),
    query: sql`${hasKey ? sql`${keyed}${reads.has('pads') ? padded : sql``}\n` : sql``}SELECT
  ${joinSql(list, ',\n  ')}
FROM ${hasKey ? ready : rows}${joinSql(joins, '')}${order}`,
  };
}

/** The list by which tokens are turned back into values. */
export function vaultStep(
  tokens: readonly TreatedColumn[],
  { numbered, masked }: { readonly numbered: SqlStep; readonly masked: SqlStep },
  context: PlanContext,
): SqlStep {
  const lists = tokens.map(
    ({ column }) => sql`SELECT DISTINCT
  ${literal(column)} AS column_name,
  masked.${identifier(column)} AS token,
  CAST(numbered.${identifier(column)} AS VARCHAR) AS "value"
FROM ${relation(numbered.creates)} AS numbered
POSITIONAL JOIN ${relation(masked.creates)} AS masked
WHERE numbered.${identifier(column)} IS NOT NULL`,
  );
  return {
    kind: 'sql',
    id: 'vault',
    title: 'Vault of the tokens',
    explanation: {
      what: 'Lists each token once with the value it stands for.',
      why: 'A token is worth something only where somebody who may can turn it back.',
      caution: 'Keep it apart from the treated data, and delete it when nobody needs to turn back any more.',
    },
    as: 'table',
    creates: context.scratch('vault'),
    query: sql`${joinSql(lists, '\nUNION ALL\n')}
ORDER BY column_name, token, "value"`,
  };
}
