import type { Structure } from '../structure/nodes.ts';
import { endsOperand } from '../structure/select-items.ts';
import { isMember } from '../structure/read-state.ts';
import { rank } from './item.ts';
import { afterWord, operandWords, operatorWords } from './vocabulary.ts';
import { keywords, type Wish } from './wish.ts';

/** Whether an operand ends right before a lexeme index, so that an operator or the next clause may follow. */
export function isAfterOperand(structure: Structure, index: number): boolean {
  const { lexemes } = structure;
  const previous = lexemes[index - 1];
  if (previous?.raw === '*') return isStar(structure, index - 1);
  if (previous?.name !== undefined && isMember(lexemes, index - 1)) return true;
  return endsOperand(previous);
}

/** Whether a `*` stands for columns and does not multiply. */
export function isStar(structure: Structure, index: number): boolean {
  const before = structure.lexemes[index - 1];
  return before === undefined || before.raw === '.' || /^(SELECT|DISTINCT|ALL|RETURNING|,|\()$/.test(before.upper);
}

interface Options {
  readonly aliases?: boolean;
  readonly star?: boolean;
  /** Whether a condition is wanted, so that operators come before what follows the clause. */
  readonly condition?: boolean;
  /** What may follow a whole expression here. */
  readonly next?: readonly string[];
}

/** What may come in an expression at a lexeme index; `from` is where the expression's bracket or clause begins. */
export function expressionWishes(structure: Structure, index: number, from: number, options: Options = {}): Wish[] {
  const { lexemes } = structure;
  const previous = lexemes[index - 1];
  const special = wordsAfter(structure, index);
  if (special !== undefined) return [keywords(special, rank.condition)];
  if (previous?.upper === 'AS' && index > from) return [];
  if (isAfterOperand(structure, index)) {
    const calls = previous?.raw === ')' ? ['OVER ($0)', 'FILTER (WHERE $0)', 'WITHIN GROUP (ORDER BY $0)'] : [];
    return [
      keywords(caseWords(structure, index, from), rank.condition),
      keywords(options.next ?? [], options.condition === true ? rank.keyword : rank.next),
      keywords(operatorWords, options.condition === true ? rank.next : rank.keyword),
      keywords(calls, rank.rare),
    ];
  }
  const wish: Wish = { kind: 'expression', aliases: options.aliases ?? false, star: options.star ?? false };
  return [wish, keywords(previous?.upper === 'CASE' ? ['WHEN'] : [], rank.condition), keywords(operandWords)];
}

/** What a single word demands behind it, as `IS` demands NULL. */
function wordsAfter(structure: Structure, index: number): readonly string[] | undefined {
  const { lexemes } = structure;
  const previous = lexemes[index - 1];
  const before = lexemes[index - 2];
  if (previous?.kind !== 'word' || isMember(lexemes, index - 1)) return undefined;
  if (previous.upper === 'NOT') {
    if (before?.upper === 'IS') return ['NULL', 'DISTINCT FROM', 'TRUE', 'FALSE'];
    return isAfterOperand(structure, index - 1)
      ? ['IN ($0)', 'LIKE', 'ILIKE', 'BETWEEN', 'SIMILAR TO', 'GLOB']
      : undefined;
  }
  if (/^(OVER|FILTER|WITHIN)$/.test(previous.upper)) return before?.raw === ')' ? afterWord[previous.upper] : undefined;
  if (/^(ROWS|RANGE|GROUPS|UNBOUNDED|CURRENT)$/.test(previous.upper)) return undefined;
  return afterWord[previous.upper];
}

/** What may follow an operand in the CASE around an index: THEN behind WHEN; nothing outside any CASE. */
function caseWords(structure: Structure, index: number, from: number): readonly string[] {
  const open: string[] = [];
  for (let at = from; at < index; at++) {
    const word = structure.lexemes[at]?.upper ?? '';
    if (word === 'CASE') open.push(word);
    else if (word === 'END') open.pop();
    else if (/^(WHEN|THEN|ELSE)$/.test(word) && open.length > 0) open[open.length - 1] = word;
    const close = structure.groups.get(at)?.close ?? at;
    if (close < index) at = Math.max(at, close);
  }
  return followingCase[open.at(-1) ?? ''] ?? [];
}

const followingCase: Readonly<Partial<Record<string, readonly string[]>>> = {
  CASE: ['WHEN'],
  WHEN: ['THEN'],
  THEN: ['WHEN', 'ELSE', 'END'],
  ELSE: ['END'],
};
