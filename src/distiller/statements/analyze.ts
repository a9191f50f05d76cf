import type { Started } from '../../catalog/session/handle.ts';
import { relation, type Sql, sql } from '../../core/sql.ts';
import type { Query } from '../../dialect/distiller/syntax/query.ts';
import type { Analyze } from '../../dialect/distiller/syntax/statement.ts';
import { faultAt } from '../../dialect/distiller/translate/context.ts';
import type { KnownColumn } from '../../dialect/distiller/translate/typed.ts';
import { computedName, remember } from '../computed-names.ts';
import { findDataset } from '../datasets.ts';
import { requireFields } from '../fields.ts';
import { listingSql } from '../listing.ts';
import { spanOf } from '../name-text.ts';
import type { Place } from '../place.ts';
import { plainName, shownName } from '../relation-name.ts';
import { countOf, reading, runToEnd, runTranslated } from '../run-sql.ts';
import { takenSample } from '../samples.ts';
import { shown } from '../shown.ts';
import { type Computed, isOn } from '../state.ts';
import { columnStatistics, fieldStatistics, type Leaf, leavesOf, measuredSql, type Measures } from '../statistics.ts';
import { requireColumns, type Translation, translateQuery } from '../translate.ts';
import { requireRelation } from './describe.ts';
import type { Handler } from './handler.ts';

interface Source extends Translation {
  readonly columns: readonly KnownColumn[];
}

/** The rows that are looked at. */
async function sourceOf({ table, filter, span }: Analyze, place: Place): Promise<Source> {
  await requireRelation(table, place);
  const query: Query = {
    span,
    with: [],
    recursive: false,
    orderBy: [],
    body: {
      kind: 'select',
      span,
      distinct: false,
      items: [{ span, value: { kind: 'star', span, qualifier: [], except: [] } }],
      from: [{ kind: 'table', span: spanOf(table), name: table, columns: [] }],
      lateralViews: [],
      windows: [],
      ...(filter !== undefined && { where: filter }),
    },
  };
  const translated = await translateQuery(query, place);
  return { ...translated, columns: requireColumns(translated, place, span) };
}

function wantedLeaves(analyze: Analyze, { columns }: Source, place: Place): readonly Leaf[] {
  const { purpose, table, span } = analyze;
  const all = leavesOf(columns, { complex: !isOn(place.state, 'skip_stats_for_complex_datatypes') });
  const named = purpose.kind === 'statistics' && purpose.columns !== 'all' ? purpose.columns : undefined;
  const wanted = named?.map((column) => requireFields(column, columns, shownName(table), place).toLowerCase());
  const leaves = all.filter(({ name }) => {
    const folded = name.toLowerCase();
    return wanted?.some((one) => folded === one || folded.startsWith(`${one}.`)) ?? true;
  });
  if (leaves.length > 0) return leaves;
  throw faultAt(
    place,
    span,
    `“${shownName(table)}” has no such column to compute statistics of.`,
    'Arrays and maps are left out: SET skip_stats_for_complex_datatypes = false takes them in.',
  );
}

/** So many values are compared with each other exactly; above, how many differ is estimated to keep within memory. */
const exactValues = 10_000_000;

async function measured(analyze: Analyze, source: Source, measures: Measures, place: Place): Promise<Sql> {
  const leaves = wantedLeaves(analyze, source, place);
  const rows = (await findDataset(analyze.table, place))?.rowCount ?? Infinity;
  return measuredSql(sql`(\n${source.sql}\n) AS source`, {
    leaves,
    exact: rows * leaves.length <= exactValues,
    measures,
  });
}

/** The name and the statement by which statistics or a sample come to be, and what the user should know of it. */
interface Making {
  readonly id: string;
  readonly statement: Sql;
  readonly notices: readonly string[];
}

const tempTable = (id: string, rows: Sql): Sql =>
  sql`CREATE OR REPLACE TEMP TABLE ${relation(['temp', 'main', id])} AS\n${rows}`;

async function statisticsMaking(analyze: Analyze, place: Place): Promise<Making> {
  const source = await sourceOf(analyze, place);
  const id = await computedName(analyze, 'stats', place.state.statistics, place);
  const rows = await measured(analyze, source, columnStatistics, place);
  return { id, statement: tempTable(id, rows), notices: source.notices };
}

async function computeStatistics(analyze: Analyze, place: Place): Promise<Started> {
  const { statistics } = place.state;
  const { id, statement, notices } = await statisticsMaking(analyze, place);
  await runToEnd(statement, place);
  const { purpose } = analyze;
  const columns =
    purpose.kind === 'statistics' && purpose.columns !== 'all' ? purpose.columns.map(shownName).join(', ') : '*';
  remember(statistics, { ...computed(analyze, id, place), columns: `(${columns})` });
  return reading(runTranslated(listingSql(['Statistics ID'], [[id]]), place), notices);
}

async function sampleMaking(analyze: Analyze, percent: number, place: Place): Promise<Making> {
  const { samples } = place.state;
  if (!(percent > 0 && percent <= 100))
    throw faultAt(
      place,
      analyze.span,
      `A sample takes more than 0 and at most 100 percent of the rows, not ${percent}.`,
    );
  const source = await sourceOf(analyze, place);
  const id = await computedName(analyze, 'sample', samples, place);
  const seed = samples.filter(({ table }) => table === plainName(analyze.table)).length + 1;
  return { id, statement: tempTable(id, takenSample(source.sql, percent, seed)), notices: source.notices };
}

async function takeSample(analyze: Analyze, percent: number, place: Place): Promise<Started> {
  const { samples } = place.state;
  const { id, statement, notices } = await sampleMaking(analyze, percent, place);
  await runToEnd(statement, place);
  const rows = await countOf(relation(['temp', 'main', id]), place);
  remember(samples, { ...computed(analyze, id, place), columns: '(*)', percent, rows });
  const row = listingSql(['Sample ID', { name: 'rows', type: 'BIGINT' }], [[id, rows]]);
  return reading(runTranslated(row, place), notices);
}

async function measuredFields(analyze: Analyze, place: Place): Promise<Pick<Making, 'statement' | 'notices'>> {
  const source = await sourceOf(analyze, place);
  return { statement: await measured(analyze, source, fieldStatistics, place), notices: source.notices };
}

function computed(analyze: Analyze, id: string, place: Place): Omit<Computed, 'columns'> {
  const { filter } = analyze;
  return {
    id,
    table: plainName(analyze.table),
    filter: filter === undefined ? '' : `(${place.source.slice(filter.span.start, filter.span.end)})`,
    at: place.services.clock.now(),
  };
}

export const analyzeHandler: Handler<'analyze'> = {
  async run(analyze, place) {
    const { purpose } = analyze;
    if (purpose.kind === 'statistics') return computeStatistics(analyze, place);
    if (purpose.kind === 'sample') return takeSample(analyze, purpose.percent, place);
    const { statement, notices } = await measuredFields(analyze, place);
    return reading(runTranslated(statement, place), notices);
  },
  async show(analyze, place) {
    const { purpose } = analyze;
    if (purpose.kind === 'plain') return shown(analyze, [(await measuredFields(analyze, place)).statement]);
    const isSample = purpose.kind === 'sample';
    const { statement } = await (isSample
      ? sampleMaking(analyze, purpose.percent, place)
      : statisticsMaking(analyze, place));
    return shown(analyze, [statement], 'Stillhouse remembers its name until the session ends.');
  },
};
