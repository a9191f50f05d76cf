import type { Analysis } from '../analysis.ts';
import type { Block } from '../structure/nodes.ts';
import { groupsAround } from '../scope/lambda.ts';
import { bracketWishes } from './bracket-place.ts';
import { clauseWishes } from './clause-place.ts';
import { expressionWishes, isAfterOperand } from './expression-place.ts';
import { rank } from './item.ts';
import { wishesAfter } from './plain-statements.ts';
import { queryWords, statementWords } from './vocabulary.ts';
import { keywords, type Wish } from './wish.ts';
import { alterWishes, writeWishes } from './write-place.ts';

/** What may be written at the position of an analysis. */
export function wishesAt(analysis: Analysis): readonly Wish[] {
  const { block, clause, structure, index } = analysis;
  if (block === undefined) return [keywords(statementWords)];
  const group = groupsAround(structure, index, block.start).findLast(
    (candidate) => !structure.queryByBracket.has(candidate.open),
  );
  if (group !== undefined) return bracketWishes(analysis, block, clause, group);
  return startsLine(analysis)
    ? [...openWishes(analysis, block), keywords(statementWords, rank.rare)]
    : openWishes(analysis, block);
}

/** Whether a statement of its own is complete before the position's line: the next one may begin without a semicolon. */
function startsLine(analysis: Analysis): boolean {
  const { block, structure, index, script } = analysis;
  const previous = structure.lexemes[index - 1];
  if (block?.kind !== 'select' || block.query.parent !== undefined || block.query.outer !== undefined) return false;
  if (previous === undefined || !isAfterOperand(structure, index)) return false;
  const next = structure.lexemes[index];
  return script.text.slice(previous.end, analysis.typed?.start ?? next?.start).includes('\n');
}

/** What may come outside brackets. */
function openWishes(analysis: Analysis, block: Block): readonly Wish[] {
  const { clause, structure, index } = analysis;
  if (clause === undefined) return startWishes(analysis);
  switch (clause.kind) {
    case 'target':
    case 'set':
    case 'conflict':
    case 'when':
      return writeWishes(analysis, block, clause);
    case 'define':
      return wishesAfter(wordsBefore(analysis)) ?? [];
    case 'body':
      return expressionWishes(structure, index, clause.start);
    case 'plain':
      return block.kind === 'alter' && clause.start > block.start + 1
        ? alterWishes(analysis, block, clause)
        : (wishesAfter(wordsBefore(analysis)) ?? variableWishes(analysis, clause.start));
    default:
      return clauseWishes(analysis, block, clause);
  }
}

/** In front of a block's first clause: a statement begins, or a query where only a query can. */
function startWishes(analysis: Analysis): readonly Wish[] {
  const { block, structure, index } = analysis;
  const previous = structure.lexemes[index - 1]?.upper ?? '';
  if (/^(UNION|INTERSECT|EXCEPT)$/.test(previous))
    return [keywords(['ALL', 'ALL BY NAME', 'BY NAME', 'SELECT', 'FROM'])];
  if (block === undefined || block.query.parent !== undefined || block.query.outer !== undefined)
    return [keywords(queryWords)];
  if (/^(ALL|NAME)$/.test(previous)) return [keywords(queryWords)];
  if (block.query.ctes.length > 0)
    return [keywords(['SELECT', 'FROM', 'INSERT INTO', 'UPDATE', 'DELETE FROM', 'MERGE INTO'])];
  if (previous === 'WITH') return [keywords(['RECURSIVE'])];
  return wishesAfter(wordsBefore(analysis)) ?? (index === block.start ? [keywords(statementWords)] : []);
}

/** The expression of `SET VARIABLE x = …`. */
function variableWishes(analysis: Analysis, start: number): readonly Wish[] {
  const { structure, index } = analysis;
  const assigns = structure.lexemes.slice(start, index).some((lexeme) => lexeme.raw === '=' || lexeme.upper === 'AS');
  return assigns ? expressionWishes(structure, index, start) : [];
}

/** The words of the statement before the position, upper-cased; enough of them for any rule. */
function wordsBefore(analysis: Analysis): string {
  const { structure, index, block } = analysis;
  const root = structure.roots.findLast((query) => query.start <= index);
  const start = root?.start ?? block?.start ?? 0;
  let text = '';
  for (const lexeme of structure.lexemes.slice(start, Math.min(index, start + 14))) {
    const joins = text === '' || lexeme.raw === '.' || text.endsWith('.');
    text += joins ? lexeme.upper : ` ${lexeme.upper}`;
  }
  return text;
}
