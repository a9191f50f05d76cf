import { isNumeric } from '../engine/types.ts';
import { columnLabel, inSentence } from './words/labels.ts';
import { isAdditive, isOrdinalName, roledColumns, type ProfiledColumn, type RoledColumn } from './column-roles.ts';
import { chartSpec, type ChartSpec, type ChartSpecInput } from './spec.ts';

/** A chart worth looking at, and why. */
export interface Suggestion {
  readonly spec: ChartSpec;
  readonly reason: string;
}

/** Charts for a result, the best first; there is always one. `rowCount` is `null` when it is not known. */
export function suggestCharts(columns: readonly ProfiledColumn[], rowCount: number | null): readonly Suggestion[] {
  const roled = roledColumns(columns, rowCount);
  const found = new Map<string, Suggestion>();
  const suggest = (input: ChartSpecInput, reason: string) => {
    const spec = chartSpec(input);
    const key = JSON.stringify(spec);
    if (!found.has(key)) found.set(key, { spec, reason });
  };
  const parts: Parts = {
    measures: roled.filter(({ role }) => role === 'measure'),
    times: roled.filter(({ role }) => role === 'time'),
    categories: roled.filter(({ role }) => role === 'category'),
    rowCount,
  };
  for (const rule of [figures, flows, stages, overTime, byCategory, crossed, together, spread, counts])
    rule(parts, suggest);
  suggest({ kind: 'number' }, 'How many rows there are.');
  return [...found.values()];
}

interface Parts {
  readonly measures: readonly RoledColumn[];
  readonly times: readonly RoledColumn[];
  readonly categories: readonly RoledColumn[];
  readonly rowCount: number | null;
}

type Suggest = (spec: ChartSpecInput, reason: string) => void;

const named = ({ column }: RoledColumn) => inSentence(columnLabel(column.name));
const references = (columns: readonly RoledColumn[]) => columns.map(({ reference }) => reference);
const aggregateOf = ({ column }: RoledColumn) => (isAdditive(column.name) ? 'sum' : 'average');
const distinctOf = ({ column }: RoledColumn) => column.distinctCount ?? Infinity;

/** One row of numbers. */
function figures({ measures, rowCount }: Parts, suggest: Suggest): void {
  if (rowCount !== 1 || measures.length === 0) return;
  suggest(
    { kind: 'number', y: references(measures.slice(0, 12)), aggregate: 'none' },
    'The result is one row of numbers.',
  );
  if (measures.length > 2) {
    suggest(
      { kind: 'bar', y: references(measures.slice(0, 12)), aggregate: 'none' },
      'The numbers of the row side by side.',
    );
  }
}

/** From, to, how much. */
function flows({ categories, measures }: Parts, suggest: Suggest): void {
  const find = (pattern: RegExp) => categories.find(({ column }) => pattern.test(column.name));
  const from = find(/^(from|source|src|origin|previous|prev|before)(_|$| )|_(from|source|before)$/i);
  const to = find(/^(to|target|dest|destination|next|after)(_|$| )|_(to|target|after)$/i);
  if (from === undefined || to === undefined) return;
  const reason = `“${from.column.name}” and “${to.column.name}” read as the two ends of a flow.`;
  suggest({ kind: 'sankey', x: from.reference, series: to.reference, y: references(measures.slice(0, 1)) }, reason);
}

/** Stages and how many reach them. */
function stages({ categories, measures }: Parts, suggest: Suggest): void {
  const stage = categories.find(({ column }) => /(^|_| )(stage|step|funnel|phase)(_name|_no)?$/i.test(column.name));
  if (stage === undefined) return;
  const count = measures.slice(0, 1);
  const order = count.length === 0 ? 'value-descending' : 'appearance';
  suggest(
    { kind: 'funnel', x: stage.reference, y: references(count), order },
    `“${stage.column.name}” reads as the stages of a funnel.`,
  );
}

function overTime({ times: [time], measures, categories }: Parts, suggest: Suggest): void {
  if (time === undefined) return;
  const [first] = measures;
  if (first === undefined) {
    const colour = categories.find((category) => distinctOf(category) <= 12);
    suggest({ kind: 'line', x: time.reference }, `How many rows there are over time (${named(time)}).`);
    if (colour !== undefined) {
      suggest(
        { kind: 'area', x: time.reference, series: colour.reference, stack: 'stack' },
        `Rows over time by ${named(colour)}.`,
      );
    }
    return;
  }
  const [category] = [...categories].sort((a, b) => distinctOf(a) - distinctOf(b));
  const split = category !== undefined && distinctOf(category) <= 12;
  const aggregate = aggregateOf(first);
  const alike = alikeOnes(measures, first).slice(0, 6);
  const several: ChartSpecInput = { kind: 'line', x: time.reference, y: references(alike), aggregate };
  const severalReason = `Several numbers of like size over ${named(time)}.`;
  if (alike.length > 1 && areKnown(alike)) suggest(several, severalReason);
  if (split) {
    suggest(
      { kind: 'line', x: time.reference, y: [first.reference], series: category.reference, aggregate },
      `${columnLabel(first.column.name)} over ${named(time)}, a line for each ${named(category)}.`,
    );
  }
  suggest(
    { kind: 'line', x: time.reference, y: [first.reference], aggregate },
    `${columnLabel(first.column.name)} over ${named(time)}.`,
  );
  if (alike.length > 1) suggest(several, severalReason);
}

function byCategory({ categories, measures }: Parts, suggest: Suggest): void {
  const [category] = categories;
  const [first] = measures;
  if (category === undefined || first === undefined) return;
  const aggregate = aggregateOf(first);
  const order = isOrdinalName(category.column.name)
    ? isNumeric(category.column.type)
      ? 'natural'
      : 'appearance'
    : 'auto';
  const base = { x: category.reference, aggregate } as const;
  suggest(
    { kind: 'bar', ...base, y: [first.reference], order },
    `${columnLabel(first.column.name)} for each ${named(category)}.`,
  );
  const alike = alikeOnes(measures, first).slice(0, 4);
  if (alike.length > 1) {
    suggest(
      { kind: 'bar', ...base, y: references(alike), order },
      `Several numbers for each ${named(category)}, side by side.`,
    );
  }
  if (aggregate === 'sum' && distinctOf(category) <= 6 && (first.column.minimum ?? -1) >= 0) {
    suggest(
      { kind: 'pie', ...base, y: [first.reference], hole: true },
      `Few parts of a whole: ${named(first)} by ${named(category)}.`,
    );
  }
}

/** Two categories. */
function crossed({ categories: [a, b], measures }: Parts, suggest: Suggest): void {
  if (a === undefined || b === undefined) return;
  const [outer, inner] = distinctOf(a) >= distinctOf(b) ? [a, b] : [b, a];
  const [first] = measures;
  const y = references(measures.slice(0, 1));
  const aggregate = first === undefined ? 'count' : aggregateOf(first);
  const what = first === undefined ? 'Rows' : columnLabel(first.column.name);
  if (aggregate !== 'average' && distinctOf(inner) <= 12) {
    suggest(
      { kind: 'bar', x: outer.reference, series: inner.reference, y, aggregate, stack: 'stack' },
      `${what} for each ${named(outer)}, split by ${named(inner)}.`,
    );
  }
  suggest(
    { kind: 'heatmap', x: a.reference, series: b.reference, y, aggregate },
    `${what} where ${named(a)} and ${named(b)} meet.`,
  );
  if (aggregate !== 'average') {
    suggest(
      { kind: 'treemap', x: outer.reference, series: inner.reference, y, aggregate },
      `${what} as areas: ${named(outer)} within ${named(inner)}.`,
    );
  }
}

/** Two numbers. */
function together({ measures: [a, b], categories, rowCount }: Parts, suggest: Suggest): void {
  if (a === undefined || b === undefined || rowCount === 1) return;
  const colour = categories.find((category) => distinctOf(category) <= 7);
  const spec: ChartSpecInput = { kind: 'scatter', x: a.reference, y: [b.reference], series: colour?.reference ?? null };
  suggest(spec, `Whether ${named(a)} and ${named(b)} go together.`);
}

/** How one number is spread. */
function spread({ measures: [first], categories: [category], rowCount }: Parts, suggest: Suggest): void {
  if (first === undefined || rowCount === 1) return;
  suggest({ kind: 'histogram', x: first.reference }, `How ${named(first)} is distributed.`);
  if (category !== undefined) {
    suggest(
      { kind: 'box', x: category.reference, y: [first.reference] },
      `How ${named(first)} is spread within each ${named(category)}.`,
    );
  }
}

function counts({ categories }: Parts, suggest: Suggest): void {
  for (const category of categories.slice(0, 3)) {
    suggest({ kind: 'bar', x: category.reference }, `How many rows each ${named(category)} has.`);
  }
}

/** Measures that can share an axis with the first. */
function alikeOnes(measures: readonly RoledColumn[], first: RoledColumn): readonly RoledColumn[] {
  return measures.filter((measure) => aggregateOf(measure) === aggregateOf(first) && isAlike(first, measure));
}

/** Numbers of one order of magnitude share an axis; unknown sizes are given the benefit of the doubt. */
function isAlike({ column: a }: RoledColumn, { column: b }: RoledColumn): boolean {
  if (a.maximum === undefined || b.maximum === undefined) return true;
  const [small, large] = [Math.min(a.maximum, b.maximum), Math.max(a.maximum, b.maximum)];
  return large <= 0 || small * 20 >= large;
}

function areKnown(columns: readonly RoledColumn[]): boolean {
  return columns.every(({ column }) => column.maximum !== undefined);
}
