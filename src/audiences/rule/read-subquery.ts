import type { CatalogDataset } from '../../modules/catalog-view.ts';
import { columnPaths } from '../../modules/column-paths.ts';
import { leafSql } from './leaf-sql.ts';
import { fromSql, type People, personSql, type RuleContext } from './rule-context.ts';
import { readComparison, readDaysAgo, wholePath } from './read-comparison.ts';
import type { Comparison, EventsCondition, EventWindow, Leaf } from './rule.ts';
import {
  closingOf,
  findWord,
  inBrackets,
  part,
  type Phrase,
  phraseKey,
  readPhrase,
  splitAt,
  startsWith,
  upperAt,
} from './sql-phrase.ts';

/** People named by a query of another dataset: `id [NOT] IN (SELECT …)`. */
export function readSubquery(
  query: Phrase,
  negated: boolean,
  people: People,
  context: RuleContext,
  id: string,
): Leaf | undefined {
  const sequence = negated ? undefined : readSequence(query, people, context, id);
  if (sequence !== undefined) return sequence;
  const [from, where, group] = [findWord(query, 'FROM'), findWord(query, 'WHERE'), findWord(query, 'GROUP', 'BY')];
  if (!startsWith(query, 'SELECT') || from < 0) return undefined;
  const end = query.tokens.length;
  const dataset = readDataset(part(query, from + 1, where < 0 ? (group < 0 ? end : group) : where), context);
  const person = dataset && readPerson(part(query, 1, from), dataset, people);
  if (dataset === undefined || person === undefined) return undefined;
  const filters = where < 0 ? [] : splitAt(part(query, where + 1, group < 0 ? end : group), 'AND');
  const known = phraseKey(readPhrase(`${person.sql.text} IS NOT NULL`));
  const rest = filters.filter((filter) => phraseKey(filter) !== known);
  if (negated && rest.length === filters.length) return undefined;
  if (group < 0 && rest.length === 0)
    return { kind: 'member', id, dataset: dataset.label, column: person.label, negated };
  const filtered = readFilters(rest, dataset);
  const counted = readHaving(group < 0 ? undefined : part(query, group + 2), dataset, negated);
  if (filtered === undefined || counted === undefined) return undefined;
  return { kind: 'events', id, dataset: dataset.label, person: person.label, ...filtered, ...counted };
}

/** The dataset that stands in a FROM clause alone. */
export function readDataset(phrase: Phrase, context: RuleContext): CatalogDataset | undefined {
  const key = phraseKey(phrase);
  return context.catalog.datasets.find((dataset) =>
    [fromSql(dataset, context).text, dataset.relation.join('.')].some((text) => phraseKey(readPhrase(text)) === key),
  );
}

function readPerson(phrase: Phrase, dataset: CatalogDataset, people: People) {
  const wanted = startsWith(phrase, 'DISTINCT') ? part(phrase, 1) : phrase;
  const key = phraseKey(wanted);
  const found = columnPaths(dataset.columns).find(
    (path) => phraseKey(readPhrase(personSql(path, people).text)) === key,
  );
  return found && { label: found.label, sql: personSql(found, people) };
}

type Filtered = Pick<EventsCondition, 'where' | 'window' | 'time'>;

/** Comparisons of events; those of a time at the end are the window. */
function readFilters(filters: readonly Phrase[], dataset: CatalogDataset): Filtered | undefined {
  const last = filters.at(-1);
  const window = readBetween(filters.slice(-2), dataset) ?? (last && readLastDays(last, dataset));
  const others = window === undefined ? filters : filters.slice(0, window.window.kind === 'between' ? -2 : -1);
  const where = others.map((filter) => readComparison(filter, dataset));
  if (!where.every((one): one is Comparison => one !== undefined)) return undefined;
  return { where, ...(window ?? { window: { kind: 'ever' }, time: firstTime(dataset) }) };
}

function readLastDays(filter: Phrase, dataset: CatalogDataset): { window: EventWindow; time: string } | undefined {
  const sign = findWord(filter, '>=');
  const days = sign < 0 ? undefined : readDaysAgo(part(filter, sign + 1));
  const time = wholePath(part(filter, 0, sign), dataset);
  return days === undefined || time === undefined
    ? undefined
    : { window: { kind: 'last', days: Number(days) }, time: time.label };
}

function readBetween(filters: readonly Phrase[], dataset: CatalogDataset) {
  const [start, end] = filters;
  if (start === undefined || end === undefined) return undefined;
  const time = wholePath(part(start, 0, findWord(start, '>=')), dataset);
  const from = /> ?= DATE '(\d{4}-\d\d-\d\d)'$/.exec(phraseKey(start))?.[1];
  const to = /< DATE '(\d{4}-\d\d-\d\d)' \+ INTERVAL 1 DAY$/.exec(phraseKey(end))?.[1];
  if (time === undefined || from === undefined || to === undefined) return undefined;
  if (wholePath(part(end, 0, findWord(end, '<')), dataset)?.label !== time.label) return undefined;
  return { window: { kind: 'between' as const, from, to }, time: time.label };
}

function firstTime({ columns }: CatalogDataset): string {
  return columnPaths(columns).find(({ kind }) => kind === 'time')?.label ?? '';
}

type Counted = Pick<EventsCondition, 'measure' | 'compare' | 'amount'>;

/** `1 HAVING count(*) >= 3`, by which a negated list says at most, or none. */
function readHaving(phrase: Phrase | undefined, dataset: CatalogDataset, negated: boolean): Counted | undefined {
  const rows = { kind: 'rows' as const };
  const none = { measure: rows, compare: 'exactly' as const, amount: 0 };
  if (phrase === undefined || phraseKey(phrase) === '1') {
    return negated ? none : { measure: rows, compare: 'at-least', amount: 1 };
  }
  if (!startsWith(phrase, '1', 'HAVING')) return undefined;
  const having = part(phrase, 2);
  const close = closingOf(having, 1);
  const sign = upperAt(having, close + 1);
  const inner = part(having, 2, close);
  const amount = Number(having.tokens.at(-1)?.raw);
  if (having.tokens.length !== close + 3 || !Number.isFinite(amount)) return undefined;
  const measure = readMeasure(upperAt(having, 0), inner, dataset);
  const compare = negated
    ? sign === '>'
      ? 'at-most'
      : undefined
    : ({ '>=': 'at-least', '=': 'exactly' } as const)[sign];
  return measure === undefined || compare === undefined ? undefined : { measure, compare, amount };
}

function readMeasure(name: string, inner: Phrase, dataset: CatalogDataset): EventsCondition['measure'] | undefined {
  if (name === 'COUNT' && phraseKey(inner) === '*') return { kind: 'rows' };
  const isDistinct = name === 'COUNT' && startsWith(inner, 'DISTINCT');
  if (!isDistinct && name !== 'SUM') return undefined;
  const column = wholePath(isDistinct ? part(inner, 1) : inner, dataset);
  return column && { kind: isDistinct ? 'distinct' : 'sum', column: column.label };
}

/** A sequence in the form that we write it: read by its parts, and believed when writing it again gives the same. */
function readSequence(query: Phrase, people: People, context: RuleContext, id: string): Leaf | undefined {
  const text = phraseKey(query);
  if (!text.includes('RANGE BETWEEN')) return undefined;
  const inner = innermost(query);
  const from = inner === undefined ? -1 : findWord(inner, 'FROM');
  const where = inner === undefined ? -1 : findWord(inner, 'WHERE');
  if (inner === undefined || from < 0 || where < 0) return undefined;
  const dataset = readDataset(part(inner, from + 1, where), context);
  const [person, time, ...flags] = splitAt(part(inner, 1, from), ',').map((one) => part(one, 0, findWord(one, 'AS')));
  const found = dataset && person && readPerson(person, dataset, people);
  const timeColumn = time && inBrackets(part(time, 1));
  const at = dataset && timeColumn && wholePath(part(timeColumn, 0, findWord(timeColumn, 'AS')), dataset);
  if (found === undefined || at === undefined || dataset === undefined) return undefined;
  const steps = flags.map((flag) => {
    const match = inBrackets(part(flag, 0, findWord(flag, 'IS', 'TRUE')));
    if (match === undefined) return undefined;
    if (phraseKey(match) === 'TRUE') return { where: [] };
    const read = splitAt(match, 'AND').map((one) => readComparison(one, dataset));
    return read.every((one): one is Comparison => one !== undefined) ? { where: read } : undefined;
  });
  const window = readFilters(splitAt(part(inner, where + 1), 'AND').slice(2), dataset)?.window;
  if (!steps.every((step) => step !== undefined) || steps.length < 2 || window === undefined) return undefined;
  const within = /INTERVAL (\d+) DAY (PRECEDING|FOLLOWING)/.exec(text)?.[1];
  const candidate: Leaf = {
    kind: 'sequence',
    id,
    dataset: dataset.label,
    person: found.label,
    time: at.label,
    steps,
    ...(within !== undefined && { withinDays: Number(within) }),
    lastIsAbsent: text.includes('UNBOUNDED FOLLOWING') || text.includes('DAY FOLLOWING'),
    window,
  };
  const again = inBrackets(afterIn(readPhrase(leafSql(candidate, people, context).text)));
  return again !== undefined && phraseKey(again) === text ? candidate : undefined;
}

function afterIn(phrase: Phrase): Phrase {
  return part(phrase, findWord(phrase, 'IN') + 1);
}

/** The query that reads the dataset itself. */
function innermost(query: Phrase): Phrase | undefined {
  const from = findWord(query, 'FROM');
  if (from < 0 || upperAt(query, from + 1) !== '(') return query;
  return innermost(part(query, from + 2, closingOf(query, from + 1)));
}
