import { endsOperand, selectItems } from '../structure/select-items.ts';
import { sourcesOf } from '../structure/sources.ts';
import type { Block } from '../structure/nodes.ts';
import { allTables } from './read-calls.ts';
import { blocksOf } from './read-from.ts';
import { noteSample } from './read-clauses.ts';
import type { Reading } from './reading.ts';
import { type ExportTarget, targetName } from './target.ts';

/** Tells of signs and words that the translator hands on as they are. */
export function readWords(reading: Reading): void {
  const { structure, target, edits } = reading;
  const { lexemes, groups } = structure;
  lexemes.forEach((lexeme, at) => {
    const place = reading.range(at, at + 1);
    if (target === 'redshift' && lexeme.kind === 'string' && lexeme.raw.startsWith("'") && lexeme.raw.includes('\\'))
      edits.replace(lexeme.start, lexeme.end, lexeme.raw.replaceAll('\\', '\\\\'));
    if (lexeme.kind === 'number' && /^0x/i.test(lexeme.raw))
      edits.replace(lexeme.start, lexeme.end, String(BigInt(lexeme.raw.replaceAll('_', ''))));
    if (lexeme.kind === 'parameter')
      reading.note({
        severity: 'missing',
        what: lexeme.raw,
        advice: 'It stands for a value of yours: put the value in, or bind it there.',
        range: place,
      });
    if (lexeme.upper === 'COLUMNS' && groups.has(at + 1))
      reading.note({
        severity: 'missing',
        what: 'COLUMNS(…)',
        advice: `${targetName(target)} cannot take columns by a pattern: name them.`,
        range: place,
      });
    if (lexeme.raw === '#' && lexemes[at + 1]?.kind === 'number')
      reading.note({
        severity: 'missing',
        what: `#${lexemes[at + 1]?.raw ?? ''}`,
        advice: 'It is a column by its place: name the column.',
        range: reading.range(at, at + 2),
      });
    if (lexeme.upper === 'BY' && lexemes[at + 1]?.upper === 'NAME')
      reading.note({
        severity: 'missing',
        what: 'BY NAME',
        advice: `${targetName(target)} takes columns by their places: put them into the same order on both sides.`,
        range: reading.range(at, at + 2),
      });
    if (lexeme.upper === 'AT' && lexemes[at + 1]?.raw === '(')
      reading.note({
        severity: 'missing',
        what: 'AT (…)',
        advice: 'Snapshots are kept by Stillhouse: read the table as it is, or copy the snapshot.',
        range: reading.range(at, at + 1),
      });
    if (lexeme.upper === 'TABLESAMPLE') noteSample(reading, at, at + 1);
    if (/^(UN)?PIVOT$/.test(lexeme.upper) && groups.has(at + 1) && (target === 'postgresql' || target === 'trino'))
      reading.note({
        severity: 'missing',
        what: lexeme.upper,
        advice: `${targetName(target)} does not know it: write an aggregate over CASE WHEN … for each column.`,
        range: place,
      });
    if (lexeme.upper === 'UNNEST' && target === 'redshift' && !isInFrom(reading, at))
      reading.note({
        severity: 'missing',
        what: 'UNNEST',
        advice: 'Redshift unnests in FROM only, as in FROM t, t.list AS item.',
        range: place,
      });
    if (
      lexeme.upper === 'ARRAY' &&
      groups.has(at + 1) &&
      structure.queryByBracket.has(at + 1) &&
      target !== 'postgresql' &&
      target !== 'bigquery'
    )
      reading.note({
        severity: 'missing',
        what: 'ARRAY(SELECT …)',
        advice: `${targetName(target)} collects rows with an aggregate: write (SELECT ARRAY_AGG(…) …).`,
        range: place,
      });
    if (lexeme.upper === 'IN' && lexemes[at + 1]?.raw !== '(' && endsOperand(lexemes[at - 1]) && !isLoop(reading, at))
      reading.note({
        severity: 'missing',
        what: 'IN list',
        advice: `${targetName(target)} looks a value up in brackets only: use list_contains.`,
        range: place,
      });
  });
  for (const block of blocksOf(structure)) {
    noteReusedNames(reading, block);
    if (target === 'snowflake' || target === 'postgresql') noteMembers(reading, block);
  }
}

function isInFrom({ structure }: Reading, at: number): boolean {
  return blocksOf(structure).some((block) =>
    block.clauses.some(({ kind, start, end }) => kind === 'from' && at >= start && at < end),
  );
}

/** `[x FOR x IN l]`, or `FOR a IN (…)` of PIVOT. */
function isLoop({ structure }: Reading, at: number): boolean {
  return structure.lexemes.slice(Math.max(0, at - 4), at).some(({ upper }) => /^(FOR|POSITION)$/.test(upper));
}

const clauseUses: Readonly<Partial<Record<'select' | 'where' | 'group' | 'having', readonly ExportTarget[]>>> = {
  select: ['bigquery', 'postgresql', 'trino'],
  where: ['spark', 'databricks', 'bigquery', 'postgresql', 'trino'],
  group: ['trino'],
  having: ['postgresql', 'trino'],
};

/** A name that SELECT gives is known in the rest of a query of DuckDB's, not so in all targets. */
function noteReusedNames(reading: Reading, block: Block): void {
  const { structure, target } = reading;
  const { lexemes } = structure;
  const items = selectItems(structure, block) ?? [];
  const told = new Set<string>();
  const look = (name: string, from: number, to: number, where: string) => {
    for (let at = from; at < to; at++) {
      const lexeme = lexemes[at];
      const lone =
        lexemes[at - 1]?.raw !== '.' &&
        lexemes[at + 1]?.raw !== '.' &&
        lexemes[at + 1]?.raw !== '(' &&
        lexemes[at - 1]?.upper !== 'AS';
      if (lexeme?.name?.toLowerCase() !== name.toLowerCase() || !lone || told.has(name)) continue;
      told.add(name);
      reading.note({
        severity: 'check',
        what: lexeme.name,
        advice: `It is a name that SELECT gives, which ${targetName(target)} does not know in ${where}: repeat the expression, unless a table has a column of that name.`,
        range: reading.range(at, at + 1),
      });
    }
  };
  items.forEach((item, index) => {
    const { alias } = item;
    const own = lexemes.slice(item.from, item.to);
    if (alias === undefined || own.some(({ name }) => name?.toLowerCase() === alias.toLowerCase())) return;
    if (clauseUses.select?.includes(target) === true)
      for (const later of items.slice(index + 1)) look(alias, later.from, later.to, 'the same SELECT');
    for (const clause of block.clauses) {
      const uses =
        clause.kind === 'where' || clause.kind === 'group' || clause.kind === 'having'
          ? clauseUses[clause.kind]
          : undefined;
      if (uses?.includes(target) === true)
        look(alias, clause.start, clause.end, clause.kind === 'group' ? 'GROUP BY' : clause.kind.toUpperCase());
    }
  });
}

/** `column.field`: a first part that names no table is a struct. */
function noteMembers(reading: Reading, block: Block): void {
  const { structure, target } = reading;
  const { lexemes } = structure;
  const tables = new Set(
    [
      ...allTables(structure).map(({ name }) => name),
      ...blocksOf(structure).flatMap((each) =>
        sourcesOf(structure, each).flatMap(({ alias, name }) => [alias ?? '', ...name]),
      ),
    ].map((name) => name.toLowerCase()),
  );
  for (const { kind, start, end } of block.clauses) {
    if (kind === 'from' || kind === 'target') continue;
    for (let at = start; at < end; at++) {
      const lexeme = lexemes[at];
      if (structure.queryByBracket.has(at)) at = structure.groups.get(at)?.close ?? at;
      if (
        lexeme?.name === undefined ||
        lexemes[at + 1]?.raw !== '.' ||
        lexemes[at - 1]?.raw === '.' ||
        lexemes[at + 2]?.name === undefined
      )
        continue;
      if (lexemes[at + 3]?.raw === '(' || tables.has(lexeme.name.toLowerCase())) continue;
      const advice =
        target === 'snowflake'
          ? `Snowflake reads a field with a colon: ${lexeme.name}:${lexemes[at + 2]?.name ?? ''}.`
          : `PostgreSQL reads a field as (${lexeme.name}).${lexemes[at + 2]?.name ?? ''}, or with ->> of JSON.`;
      reading.note({
        severity: 'check',
        what: `${lexeme.name}.${lexemes[at + 2]?.name ?? ''}`,
        advice,
        range: reading.range(at, at + 3),
      });
    }
  }
}
