import { isExpressionWord, isOperandWord } from '../keywords.ts';
import type { Lexeme } from '../lexeme.ts';
import type { Block, Structure } from './nodes.ts';

/** One entry of a SELECT list. Positions are lexeme indices, `end` exclusive. */
export interface SelectItem {
  readonly start: number;
  readonly end: number;
  /** The expression without its alias. */
  readonly from: number;
  readonly to: number;
  readonly alias: string | undefined;
  readonly star: Star | undefined;
}

/** `*` or `t.*` with its modifiers. */
export interface Star {
  readonly qualifier: string | undefined;
  readonly excluded: readonly string[];
  readonly renamed: readonly (readonly [from: string, to: string])[];
  /** Whether a pattern or something not understood limits the columns. */
  readonly filtered: boolean;
}

/** The entries of a block's SELECT list; `undefined` when it has none, as in `FROM t`. */
export function selectItems(structure: Structure, block: Block): SelectItem[] | undefined {
  const clause = block.clauses.find((candidate) => candidate.kind === 'select');
  if (clause === undefined) return undefined;
  let start = clause.start;
  while (/^(DISTINCT|ALL)$/.test(structure.lexemes[start]?.upper ?? '') && start < clause.end) {
    start++;
    if (structure.lexemes[start]?.upper === 'ON') start = (structure.groups.get(start + 1)?.close ?? start + 1) + 1;
  }
  return splitAtCommas(structure, start, clause.end).map(([from, to]) => readItem(structure, from, to));
}

/** Cuts a range at its commas, those in brackets left alone; empty parts are dropped. */
export function splitAtCommas(structure: Structure, start: number, end: number): [start: number, end: number][] {
  const parts: [number, number][] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at === end || structure.lexemes[at]?.raw === ',') {
      if (at > from) parts.push([from, at]);
      from = at + 1;
    } else at = Math.max(at, Math.min(structure.groups.get(at)?.close ?? at, end - 1));
  }
  return parts;
}

function readItem(structure: Structure, start: number, end: number): SelectItem {
  const { lexemes } = structure;
  const prefixed = lexemes[start]?.name !== undefined && lexemes[start + 1]?.raw === ':';
  const from = prefixed ? start + 2 : start;
  const star = readStar(structure, from, end);
  if (star !== undefined) return { start, end, from, to: end, alias: undefined, star };
  if (prefixed) return { start, end, from, to: end, alias: lexemes[start]?.name, star };
  const last = lexemes[end - 1];
  if (end - start >= 2 && last?.name !== undefined) {
    const before = lexemes[end - 2];
    if (before?.upper === 'AS') return { start, end, from, to: end - 2, alias: last.name, star };
    const isAlias = last.kind === 'quoted' || (!isExpressionWord(last.upper) && !isOperandWord(last.upper));
    const isUnit = lexemes[end - 3]?.upper === 'INTERVAL' || /^(ZONE|PRECISION)$/.test(last.upper);
    if (isAlias && !isUnit && endsOperand(before)) return { start, end, from, to: end - 1, alias: last.name, star };
  }
  return { start, end, from, to: end, alias: undefined, star };
}

/** Whether an operand may end with this lexeme, so that an operator or alias may follow. */
export function endsOperand(lexeme: Lexeme | undefined): boolean {
  if (lexeme === undefined) return false;
  if (/^(string|number|quoted|parameter)$/.test(lexeme.kind)) return true;
  if (lexeme.kind === 'word') return isOperandWord(lexeme.upper) || !isExpressionWord(lexeme.upper);
  return /^[)\]}]$/.test(lexeme.raw);
}

function readStar(structure: Structure, start: number, end: number): Star | undefined {
  const { lexemes } = structure;
  let at = start;
  let qualifier: string | undefined;
  while (lexemes[at]?.name !== undefined && lexemes[at + 1]?.raw === '.' && at + 1 < end) {
    qualifier = lexemes[at]?.name;
    at += 2;
  }
  if (lexemes[at]?.raw !== '*' || at >= end) return undefined;
  const excluded: string[] = [];
  const renamed: [string, string][] = [];
  let filtered = false;
  for (at++; at < end; at++) {
    const word = lexemes[at]?.upper;
    const group = structure.groups.get(at + 1);
    const names = (group === undefined ? lexemes.slice(at + 1, at + 2) : lexemes.slice(at + 1, group.close)).flatMap(
      (lexeme) => lexeme.name ?? [],
    );
    if (word === 'EXCLUDE') excluded.push(...names);
    else if (word === 'RENAME') {
      const pairs = names.filter((name) => name.toUpperCase() !== 'AS');
      for (let index = 0; index + 1 < pairs.length; index += 2)
        renamed.push([pairs[index] ?? '', pairs[index + 1] ?? '']);
      if (group === undefined) filtered = true;
    } else if (word !== 'REPLACE') filtered = true;
    at = group?.close ?? at + 1;
  }
  return { qualifier, excluded, renamed, filtered };
}
