import { isAggregate } from './rules/index.ts';
import type { Block, Clause } from '../structure/nodes.ts';
import { type SelectItem, selectItems } from '../structure/select-items.ts';
import { blocksOf } from './read-from.ts';
import type { Reading } from './reading.ts';
import { type ExportTarget, targetName } from './target.ts';

const knowsGroupByAll: readonly ExportTarget[] = ['spark', 'databricks', 'snowflake', 'bigquery', 'redshift'];
const knowsOrderByAll: readonly ExportTarget[] = ['spark', 'databricks', 'snowflake'];
/** Targets for which the translator says QUALIFY with a subquery. */
const qualifiesBySubquery: readonly ExportTarget[] = ['spark', 'redshift', 'postgresql', 'trino'];

/** Says clauses that only some know, and tells of those that cannot be said. */
export function readClauses(reading: Reading): void {
  for (const block of blocksOf(reading.structure)) {
    const items = selectItems(reading.structure, block) ?? [];
    for (const clause of block.clauses) {
      if (clause.kind === 'group' && isAll(reading, clause)) groupByAll(reading, clause, items);
      if (clause.kind === 'order' && isAll(reading, clause)) orderByAll(reading, clause, items);
      if (clause.kind === 'sample') {
        noteSample(reading, clause.keyword, clause.end);
        const { start, end } = reading.range(clause.keyword, clause.end);
        reading.edits.replace(start, end, '');
      }
      if (clause.kind === 'qualify') noteQualify(reading, clause, items);
      if (clause.kind === 'limit') notePercent(reading, clause);
      if (clause.kind === 'select') readDistinctOn(reading, block, clause);
    }
    for (const item of items) if (item.star !== undefined) noteStar(reading, item);
    if (block.kind === 'pivot') notePivot(reading, block.start);
    if (block.kind === 'select') sayAllColumns(reading, block);
  }
}

function isAll({ structure }: Reading, { start, end }: Clause): boolean {
  return (
    structure.lexemes[start]?.upper === 'ALL' &&
    (end <= start + 1 || /^(ASC|DESC|NULLS)$/.test(structure.lexemes[start + 1]?.upper ?? ''))
  );
}

function hasAggregate({ structure }: Reading, { from, to }: SelectItem): boolean {
  const { lexemes, groups } = structure;
  for (let at = from; at < to; at++) {
    const close = groups.get(at + 1)?.close;
    if (close === undefined || lexemes[at + 1]?.raw !== '(' || !isAggregate(lexemes[at]?.name?.toLowerCase() ?? ''))
      continue;
    const behind = lexemes[close + 1]?.upper === 'FILTER' ? (groups.get(close + 2)?.close ?? close) + 1 : close + 1;
    if (lexemes[behind]?.upper !== 'OVER') return true;
  }
  return false;
}

/** `GROUP BY ALL` as the places of the columns without aggregates, where the target does not know it. */
function groupByAll(reading: Reading, clause: Clause, items: readonly SelectItem[]): void {
  const { target, edits } = reading;
  if (knowsGroupByAll.includes(target)) return;
  const range = reading.range(clause.keyword, clause.end);
  if (items.length === 0 || items.some(({ star }) => star !== undefined)) {
    reading.note({
      severity: 'missing',
      what: 'GROUP BY ALL',
      advice: `${targetName(target)} does not know it: name the columns to group by.`,
      range,
    });
    return;
  }
  const places = items.flatMap((item, index) => (hasAggregate(reading, item) ? [] : [index + 1]));
  edits.replace(range.start, range.end, places.length === 0 ? '' : `GROUP BY ${places.join(', ')}`);
}

/** `ORDER BY ALL` as the places of all columns. */
function orderByAll(reading: Reading, clause: Clause, items: readonly SelectItem[]): void {
  const { structure, target, edits } = reading;
  if (knowsOrderByAll.includes(target)) return;
  const range = reading.range(clause.keyword, clause.end);
  if (items.length === 0 || items.some(({ star }) => star !== undefined)) {
    reading.note({
      severity: 'missing',
      what: 'ORDER BY ALL',
      advice: `${targetName(target)} does not know it: name the columns to sort by.`,
      range,
    });
    return;
  }
  const words = structure.lexemes
    .slice(clause.start + 1, clause.end)
    .map(({ upper }) => ` ${upper}`)
    .join('');
  edits.replace(range.start, range.end, `ORDER BY ${items.map((_item, index) => `${index + 1}${words}`).join(', ')}`);
}

/** Samples are written otherwise in every target. */
export function noteSample(reading: Reading, start: number, end: number): void {
  const { target } = reading;
  const there: Readonly<Record<ExportTarget, string>> = {
    spark: 'write TABLESAMPLE (10 PERCENT) behind the table',
    databricks: 'write TABLESAMPLE (10 PERCENT) behind the table',
    snowflake: 'write SAMPLE (10) behind the table',
    bigquery: 'write TABLESAMPLE SYSTEM (10 PERCENT) behind the table; a number of rows cannot be said',
    redshift: 'sort by RANDOM() and LIMIT',
    postgresql: 'write TABLESAMPLE BERNOULLI (10) behind the table; a number of rows cannot be said',
    trino: 'write TABLESAMPLE BERNOULLI (10) behind the table; a number of rows cannot be said',
  };
  reading.note({
    severity: 'missing',
    what: 'SAMPLE',
    advice: `It is not in the result, since ${targetName(target)} writes samples otherwise: ${there[target]}.`,
    range: reading.range(start, end),
  });
}

function noteQualify(reading: Reading, clause: Clause, items: readonly SelectItem[]): void {
  if (!qualifiesBySubquery.includes(reading.target) || !items.some(({ star }) => star !== undefined)) return;
  reading.note({
    severity: 'check',
    what: 'QUALIFY',
    advice: 'It is said with a subquery, whose column _w comes along with *: name the columns you want.',
    range: reading.range(clause.keyword, clause.keyword + 1),
  });
}

function notePercent(reading: Reading, clause: Clause): void {
  const { lexemes } = reading.structure;
  if (!lexemes.slice(clause.start, clause.end).some(({ raw, upper }) => raw === '%' || upper === 'PERCENT')) return;
  reading.note({
    severity: 'missing',
    what: 'LIMIT … %',
    advice: `${targetName(reading.target)} takes a number of rows only: rank the rows with PERCENT_RANK and filter.`,
    range: reading.range(clause.keyword, clause.end),
  });
}

/** The translator turns the order of rows without a key round inside DISTINCT ON unless it is said. */
function readDistinctOn(reading: Reading, block: Block, clause: Clause): void {
  const { structure, edits, target } = reading;
  const { lexemes, groups } = structure;
  if (
    lexemes[clause.start]?.upper !== 'DISTINCT' ||
    lexemes[clause.start + 1]?.upper !== 'ON' ||
    target === 'postgresql'
  )
    return;
  const order = block.clauses.find(({ kind }) => kind === 'order');
  if (order !== undefined) {
    for (let at = order.start; at < order.end; at++) {
      const lexeme = lexemes[at];
      if (lexeme?.upper === 'DESC' && lexemes[at + 1]?.upper !== 'NULLS')
        edits.replace(lexeme.start, lexeme.end, 'DESC NULLS LAST');
      at = groups.get(at)?.close ?? at;
    }
  }
  reading.note({
    severity: 'check',
    what: 'DISTINCT ON',
    advice: 'It is said with ROW_NUMBER; the rows come in no certain order unless you add ORDER BY.',
    range: reading.range(clause.start, clause.start + 2),
  });
}

const starWords: Readonly<Record<string, readonly ExportTarget[]>> = {
  EXCLUDE: ['spark', 'databricks', 'snowflake', 'bigquery'],
  REPLACE: ['snowflake', 'bigquery'],
  RENAME: ['snowflake'],
};

function noteStar(reading: Reading, item: SelectItem): void {
  const { structure, target } = reading;
  for (let at = item.from; at < item.to; at++) {
    const word = structure.lexemes[at]?.upper ?? '';
    const known = starWords[word];
    if (known === undefined) continue;
    const range = reading.range(at, at + 1);
    if (!known.includes(target)) {
      const hint =
        word === 'EXCLUDE' && target === 'redshift' ? ' Redshift writes EXCLUDE where EXCEPT stands here.' : '';
      reading.note({
        severity: 'missing',
        what: `* ${word}`,
        advice: `${targetName(target)} does not know it: name the columns you want.${hint}`,
        range,
      });
    } else if (target === 'spark')
      reading.note({ severity: 'check', what: `* ${word}`, advice: 'It needs Spark 4.', range });
    at = structure.groups.get(at + 1)?.close ?? at;
  }
}

function notePivot(reading: Reading, start: number): void {
  const word = reading.structure.lexemes[start]?.upper ?? 'PIVOT';
  reading.note({
    severity: 'missing',
    what: word,
    advice: `${targetName(reading.target)} has no statement like it: ${/^UN|LONGER/.test(word) ? 'read the columns one by one with UNION ALL' : 'write an aggregate over CASE WHEN … for each column'}.`,
    range: reading.range(start, start + 1),
  });
}

/** `FROM t` alone: the translator reads it as a statement, not everywhere a query may stand. */
function sayAllColumns({ edits, range }: Reading, { start, end, clauses }: Block): void {
  if (clauses.some(({ kind }) => kind === 'select') || clauses[0]?.kind !== 'from') return;
  const place = range(start, end);
  edits.wrap(place.start, place.end, 'SELECT * ', '');
}
