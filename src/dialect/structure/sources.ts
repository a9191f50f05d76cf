import { isReserved } from '../keywords.ts';
import { type Lexeme, unquoteString } from '../lexeme.ts';
import { isJoinWord } from './clause-rules.ts';
import type { Block, Clause, Query, Structure } from './nodes.ts';
import { isMember } from './read-state.ts';

/** One table, file, function or subquery of a FROM clause. Positions are lexeme indices, `end` exclusive. */
export interface Source {
  readonly kind: 'relation' | 'file' | 'function' | 'query' | 'tables';
  /** The qualified name of a relation or function, the path of a file. */
  readonly name: readonly string[];
  readonly start: number;
  /** Behind the name or bracket, before the alias. */
  readonly end: number;
  readonly alias: string | undefined;
  readonly columnAliases: readonly string[];
  readonly query: Query | undefined;
  /** Whether PIVOT or UNPIVOT follows, which changes the columns. */
  readonly pivoted: boolean;
  /** Whether the join before keeps only rows of the left side: SEMI and ANTI. */
  readonly hidden: boolean;
  /** Whether a comma, with no condition, stands before. */
  readonly comma: boolean;
  /** Columns merged with those of the left side by USING, or by NATURAL as `*`. */
  readonly merged: readonly string[];
}

/** The sources of a block's target and FROM clauses, in the order written. */
export function sourcesOf(structure: Structure, block: Block): Source[] {
  const sources: Source[] = [];
  for (const clause of block.clauses) {
    if (clause.kind === 'from' || clause.kind === 'target') {
      const calls = clause.kind === 'from';
      sources.push(...readSources(structure, clause, calls));
    }
    const last = sources.at(-1);
    if (clause.kind === 'using' && last !== undefined) {
      sources[sources.length - 1] = { ...last, merged: namesBetween(structure.lexemes, clause.start, clause.end) };
    }
  }
  return sources;
}

function readSources(structure: Structure, clause: Clause, calls: boolean): Source[] {
  const { lexemes } = structure;
  const { start, end, keyword } = clause;
  const sources: Source[] = [];
  let joining: string[] = [];
  if (keyword === start && lexemes[start]?.raw === ',') joining = [','];
  for (let at = start; at < end;) {
    const source = readSource(structure, at, end, joining, calls);
    if (source === undefined) {
      const word = lexemes[at]?.upper ?? '';
      if (isJoinWord(word) || word === ',') joining.push(word);
      at = structure.groups.has(at) ? (structure.groups.get(at)?.close ?? at) + 1 : at + 1;
    } else {
      sources.push(source.source);
      joining = [];
      at = source.next;
    }
  }
  return sources;
}

interface Found {
  readonly source: Source;
  readonly next: number;
}

function readSource(
  structure: Structure,
  start: number,
  end: number,
  joining: readonly string[],
  calls: boolean,
): Found | undefined {
  const { lexemes } = structure;
  let at = start;
  let alias: string | undefined;
  if (lexemes[at]?.name !== undefined && lexemes[at + 1]?.raw === ':') {
    alias = lexemes[at]?.name;
    at += 2;
  }
  const primary = readPrimary(structure, at, end, calls);
  if (primary === undefined) return undefined;
  const behind = readBehind(structure, primary.end, end);
  return {
    source: {
      ...primary,
      alias: alias ?? behind.alias,
      columnAliases: behind.columnAliases,
      pivoted: behind.pivoted,
      hidden: joining.includes('SEMI') || joining.includes('ANTI'),
      comma: joining.includes(','),
      merged: joining.includes('NATURAL') ? ['*'] : [],
    },
    next: behind.next,
  };
}

type Primary = Pick<Source, 'kind' | 'name' | 'start' | 'end' | 'query'>;

function readPrimary(structure: Structure, start: number, end: number, calls: boolean): Primary | undefined {
  const { lexemes, groups, queryByBracket } = structure;
  const first = lexemes[start];
  if (first === undefined || start >= end) return undefined;
  if (first.raw === '(') {
    const query = queryByBracket.get(start);
    if (query === undefined) return undefined;
    const isTables = query.blocks[0]?.clauses[0]?.kind === 'from' && query.blocks[0].clauses[0].keyword === query.start;
    const unkeyed = isTables && query.blocks[0]?.clauses[0]?.start === query.start;
    const close = groups.get(start)?.close ?? end;
    return { kind: unkeyed ? 'tables' : 'query', name: [], start, end: close + 1, query };
  }
  if (first.kind === 'string')
    return { kind: 'file', name: [unquoteString(first.raw)], start, end: start + 1, query: undefined };
  if (!isName(first, isMember(lexemes, start)) || first.upper === 'LATERAL') return undefined;
  const name = [first.name ?? ''];
  let at = start + 1;
  while (at < end && lexemes[at]?.raw === '.') {
    const part = lexemes[at + 1];
    if (part === undefined || at + 1 >= end || !isName(part, isMember(lexemes, at + 1)))
      return { kind: 'relation', name, start, end: at + 1, query: undefined };
    name.push(part.name ?? '');
    at += 2;
  }
  if (!calls || lexemes[at]?.raw !== '(' || at >= end)
    return { kind: 'relation', name, start, end: at, query: undefined };
  return { kind: 'function', name, start, end: (groups.get(at)?.close ?? at) + 1, query: undefined };
}

interface Behind {
  readonly alias: string | undefined;
  readonly columnAliases: readonly string[];
  readonly pivoted: boolean;
  readonly next: number;
}

/** Reads what may follow a table: sampling, PIVOT, WITH ORDINALITY, the alias with its columns. */
function readBehind(structure: Structure, start: number, end: number): Behind {
  const { lexemes, groups } = structure;
  let pivoted = false;
  let alias: string | undefined;
  let columnAliases: readonly string[] = [];
  let at = start;
  while (at < end) {
    const word = lexemes[at]?.upper ?? '';
    const group = groups.get(at);
    if (/^(PIVOT|UNPIVOT|WITH|ORDINALITY|TABLESAMPLE|AT|INCLUDE|EXCLUDE|NULLS|AS)$/.test(word)) {
      pivoted ||= word.endsWith('PIVOT') || word === 'ORDINALITY';
      at++;
    } else if (group !== undefined && at > start) {
      if (alias !== undefined && lexemes[at - 1]?.name === alias)
        columnAliases = namesBetween(lexemes, at, group.close);
      at = group.close + 1;
    } else if (alias === undefined && isName(lexemes[at], false)) {
      alias = lexemes[at++]?.name;
    } else if (lexemes[at]?.kind === 'number' || word === '%' || word === 'PERCENT') at++;
    else break;
  }
  return { alias, columnAliases, pivoted, next: at };
}

/** Whether a lexeme can name a table: quoted, behind a dot, or no keyword. */
function isName(lexeme: Lexeme | undefined, member: boolean): boolean {
  if (lexeme?.name === undefined) return false;
  return member || lexeme.kind === 'quoted' || !isReserved(lexeme.upper);
}

function namesBetween(lexemes: readonly Lexeme[], start: number, end: number): string[] {
  return lexemes.slice(start, end).flatMap((lexeme) => lexeme.name ?? []);
}
