import { nameText } from '../keywords.ts';
import type { Block, Query, Structure } from '../structure/nodes.ts';
import { type Source, sourcesOf } from '../structure/sources.ts';
import { plainPiece } from './piece.ts';
import type { Reading } from './reading.ts';
import { type ExportTarget, targetName } from './target.ts';

/** All blocks of a statement, outer ones first. */
export function blocksOf({ roots }: Structure): readonly Block[] {
  const blocks: Block[] = [];
  const visit = (query: Query): void => {
    for (const cte of query.ctes) if (cte.query !== undefined) visit(cte.query);
    for (const block of query.blocks) {
      blocks.push(block);
      block.queries.forEach(visit);
    }
  };
  roots.forEach(visit);
  return blocks;
}

/** The calls that stand in FROM, by the lexeme of their name. */
export function callsInFrom(structure: Structure): ReadonlyMap<number, Source> {
  const found = new Map<number, Source>();
  for (const block of blocksOf(structure))
    for (const source of sourcesOf(structure, block))
      if (source.kind === 'function') found.set(source.start + (source.name.length - 1) * 2, source);
  return found;
}

const rowMakers = /^(unnest|range|generate_series)$/i;

/** Targets for which the translator says UNNEST in FROM well: as LATERAL VIEW. */
const lateralViews: readonly ExportTarget[] = ['spark', 'databricks'];

/** Targets that want a name for every query in FROM. */
const namesQueries: readonly ExportTarget[] = ['redshift', 'postgresql'];

/** Says what stands in FROM: calls, files, and joins that only DuckDB has. */
export function readFrom(reading: Reading): void {
  const { structure } = reading;
  let unnamed = 0;
  for (const block of blocksOf(structure)) {
    for (const source of sourcesOf(structure, block)) {
      const named = source.alias !== undefined || structure.lexemes[source.end]?.upper === 'AS';
      if (source.kind === 'query' && !named && block.kind === 'select' && namesQueries.includes(reading.target)) {
        const { end } = reading.range(source.start, source.end);
        reading.edits.wrap(reading.range(source.start, source.end).start, end, '', ` AS query_${++unnamed}`);
      }
      if (source.kind === 'file') noteFile(reading, source);
      if (source.kind === 'function') readFunction(reading, source);
      if (source.hidden) readHiddenJoin(reading, block, source);
    }
  }
  readJoinWords(reading);
}

function noteFile(reading: Reading, source: Source): void {
  reading.note({
    severity: 'missing',
    what: source.name[0] ?? 'file',
    advice: 'Files cannot be read by their names there: load it into a table and name that.',
    range: reading.range(source.start, source.end),
  });
}

function readFunction(reading: Reading, source: Source): void {
  const { structure, edits, target } = reading;
  const name = source.name.at(-1) ?? '';
  const range = reading.range(source.start, source.end);
  if (!rowMakers.test(name)) {
    const readsFiles = /^(read_|parquet_|sniff_|glob$)/i.test(name);
    const advice = readsFiles
      ? 'Files cannot be read there: load them into a table and name that.'
      : `${targetName(target)} has no such rows to read: make a table of them.`;
    reading.note({ severity: 'missing', what: name, advice, range });
    return;
  }
  if (/^unnest$/i.test(name) && lateralViews.includes(target)) return;
  if (structure.lexemes[source.end]?.upper === 'WITH') {
    if (target !== 'postgresql' && target !== 'trino')
      reading.note({
        severity: 'missing',
        what: 'WITH ORDINALITY',
        advice: `${targetName(target)} does not number what it unnests so: number the items with ROW_NUMBER, or an offset.`,
        range,
      });
    return;
  }
  const head = structure.lexemes[source.start];
  const open = source.start + (source.name.length - 1) * 2 + 1;
  const group = structure.groups.get(open);
  if (head === undefined || group === undefined) return;
  const count =
    group.close === open + 1
      ? 0
      : structure.lexemes
          .slice(open, group.close)
          .filter((lexeme, at, all) => lexeme.raw === ',' && depthAt(all, at) === 1).length + 1;
  const piece = { ...plainPiece(`from ${name.toLowerCase()}`, name, range, count), literals: [], lists: [] };
  edits.replace(head.start, structure.lexemes[open - 1]?.end ?? head.end, reading.keep(piece));
  nameColumns(reading, source, name);
}

function depthAt(lexemes: readonly { readonly raw: string }[], at: number): number {
  let depth = 0;
  for (const { raw } of lexemes.slice(0, at)) {
    if (/^[([{]$/.test(raw)) depth++;
    if (/^[)\]}]$/.test(raw)) depth--;
  }
  return depth;
}

/** Gives the rows of a call the names that the statement knows them by. */
function nameColumns(reading: Reading, source: Source, name: string): void {
  const { structure, edits, target } = reading;
  const { lexemes, groups } = structure;
  const table = source.alias ?? name;
  const column = nameText(source.columnAliases[0] ?? name.toLowerCase());
  let last = source.end;
  if (lexemes[last]?.upper === 'AS') last++;
  if (source.alias !== undefined) last++;
  if (source.columnAliases.length > 0) last = (groups.get(last)?.close ?? last) + 1;
  const end = reading.range(source.start, source.end).end;
  const behind = last > source.end ? reading.range(source.start, last).end : end;
  if (target === 'bigquery') {
    edits.replace(end, behind, ` AS ${column}`);
    lexemes.forEach((lexeme, at) => {
      if (
        lexeme.name?.toLowerCase() === table.toLowerCase() &&
        lexemes[at + 1]?.raw === '.' &&
        lexemes[at - 1]?.raw !== '.'
      ) {
        const { start, end: dot } = reading.range(at, at + 2);
        edits.replace(start, dot, '');
      }
    });
    return;
  }
  const columns = target === 'snowflake' ? `seq, key, path, index, ${column}, this` : column;
  edits.replace(end, behind, ` AS ${nameText(table)}(${columns})`);
}

/** SEMI and ANTI joins: the translator says them with EXISTS for some targets, but only with ON. */
function readHiddenJoin(reading: Reading, block: Block, source: Source): void {
  const { structure, edits, target } = reading;
  const { lexemes, groups } = structure;
  if (target === 'spark' || target === 'databricks') return;
  let join = source.start;
  while (!/^(SEMI|ANTI)$/.test(lexemes[join]?.upper ?? '') && join > 0) join--;
  const what = `${lexemes[join]?.upper ?? ''} JOIN`;
  const range = reading.range(join, join + 2);
  const missing = () => {
    const exists = what === 'ANTI JOIN' ? 'NOT EXISTS' : 'EXISTS';
    reading.note({
      severity: 'missing',
      what,
      advice: `${targetName(target)} has no such join: write WHERE ${exists} (SELECT 1 FROM … WHERE …).`,
      range,
    });
  };
  if (target === 'redshift' || target === 'trino') {
    missing();
    return;
  }
  let using = source.end;
  while (/^(AS)$/.test(lexemes[using]?.upper ?? '') || lexemes[using]?.name === source.alias) using++;
  const group = groups.get(using + 1);
  if (lexemes[using]?.upper !== 'USING' || group === undefined) return;
  const all = sourcesOf(structure, block);
  const left = all[all.findIndex((candidate) => candidate.start === source.start) - 1];
  const names = [left, source].map((table) => table?.alias ?? table?.name.at(-1));
  if (all.length !== 2 || names.some((table) => table === undefined)) {
    missing();
    return;
  }
  const keys = lexemes.slice(group.open + 1, group.close).flatMap(({ name }) => name ?? []);
  const whole = reading.range(using, group.close + 1);
  const [first = '', second = ''] = names.map((table) => nameText(table ?? ''));
  edits.replace(
    whole.start,
    whole.end,
    `ON ${keys.map((key) => `${first}.${nameText(key)} = ${second}.${nameText(key)}`).join(' AND ')}`,
  );
}

function readJoinWords(reading: Reading): void {
  const { structure, target } = reading;
  structure.lexemes.forEach((lexeme, at) => {
    const next = structure.lexemes[at + 1]?.upper;
    if (lexeme.upper === 'ASOF' && (next === 'JOIN' || next === 'LEFT')) {
      const advice =
        target === 'snowflake'
          ? 'Snowflake writes it as ASOF JOIN … MATCH_CONDITION (a.time >= b.time) ON ….'
          : `${targetName(target)} has no such join: join on the latest earlier time with ROW_NUMBER() = 1.`;
      reading.note({ severity: 'missing', what: 'ASOF JOIN', advice, range: reading.range(at, at + 2) });
    }
    if (lexeme.upper === 'POSITIONAL' && next === 'JOIN')
      reading.note({
        severity: 'missing',
        what: 'POSITIONAL JOIN',
        advice: 'Rows have no place there: number both sides with ROW_NUMBER and join on that.',
        range: reading.range(at, at + 2),
      });
  });
}
