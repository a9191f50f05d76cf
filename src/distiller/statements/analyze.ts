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
import { firstText, reading, runToEnd, runTranslated } from '../run-sql.ts';
import { takenSample } from '../samples.ts';
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

async function computeStatistics(analyze: Analyze, place: Place): Promise<Started> {
  const { statistics } = place.state;
  const source = await sourceOf(analyze, place);
  const id = await computedName(analyze, 'stats', statistics, place);
  const target = relation(['temp', 'main', id]);
  const rows = await measured(analyze, source, columnStatistics, place);
  await runToEnd(sql`CREATE OR REPLACE TEMP TABLE ${target} AS\n${rows}`, place);
  const { purpose } = analyze;
  const columns =
    purpose.kind === 'statistics' && purpose.columns !== 'all' ? purpose.columns.map(shownName).join(', ') : '*';
  remember(statistics, { ...computed(analyze, id, place), columns: `(${columns})` });
  return reading(runTranslated(listingSql(['Statistics ID'], [[id]]), place), source.notices);
}

async function takeSample(analyze: Analyze, percent: number, place: Place): Promise<Started> {
  const { samples } = place.state;
  if (!(percent > 0 && percent <= 100))
    throw faultAt(
      place,
      analyze.span,
      `A sample takes more than 0 and at most 100 percent of the rows, not ${percent}.`,
    );
  const source = await sourceOf(analyze, place);
  const id = await computedName(analyze, 'sample', samples, place);
  const target = relation(['temp', 'main', id]);
  const seed = samples.filter(({ table }) => table === plainName(analyze.table)).length + 1;
  await runToEnd(sql`CREATE OR REPLACE TEMP TABLE ${target} AS\n${takenSample(source.sql, percent, seed)}`, place);
  const rows = Number(await firstText(sql`SELECT count(*) FROM ${target}`, place));
  remember(samples, { ...computed(analyze, id, place), columns: '(*)', percent, rows });
  const row = listingSql(['Sample ID', { name: 'rows', type: 'BIGINT' }], [[id, rows]]);
  return reading(runTranslated(row, place), source.notices);
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
    const source = await sourceOf(analyze, place);
    const rows = await measured(analyze, source, fieldStatistics, place);
    return reading(runTranslated(rows, place), source.notices);
  },
};
