import type { Analysis } from '../analysis.ts';
import type { Block, Clause } from '../structure/nodes.ts';
import { isJoinWord } from '../structure/clause-rules.ts';
import { expressionWishes, isAfterOperand, isStar } from './expression-place.ts';
import { rank } from './item.ts';
import { afterTable, afterWord, clausesAfter, queryWords } from './vocabulary.ts';
import { keywords, type Wish } from './wish.ts';

/** What may come directly in a clause, outside its brackets. */
export function clauseWishes(analysis: Analysis, block: Block, clause: Clause): Wish[] {
  const { structure, index } = analysis;
  const previous = structure.lexemes[index - 1];
  const next = clausesAfter(block, clause.kind);
  const condition = /^(on|where|having|qualify)$/.test(clause.kind);
  const expression = (aliases: boolean, words: readonly string[] = next) =>
    expressionWishes(structure, index, clause.start, { aliases, condition, next: words });
  const atStart = index === clause.start;
  switch (clause.kind) {
    case 'select':
      return selectWishes(analysis, block, clause);
    case 'from':
      return fromWishes(analysis, block, clause);
    case 'on': {
      const wishes = expression(false, [...afterTable.slice(1, 13), ...next]);
      return atStart || previous?.upper === 'AND' ? [{ kind: 'join-conditions' }, ...wishes] : wishes;
    }
    case 'using':
      return atStart ? [keywords(['($0)'])] : [keywords([...afterTable.slice(1, 13), ...next])];
    case 'group':
      if (previous?.upper === 'GROUP') return [keywords(['BY'])];
      return startsEntry(analysis, clause)
        ? [
            keywords(atStart ? ['ALL'] : [], rank.condition),
            { kind: 'group-keys' },
            ...expression(true),
            keywords(['CUBE ($0)', 'ROLLUP ($0)', 'GROUPING SETS ($0)'], rank.rare),
          ]
        : expression(true);
    case 'order':
      if (previous?.upper === 'ORDER') return [keywords(['BY'])];
      if (/^(ASC|DESC|FIRST|LAST)$/.test(previous?.upper ?? '')) {
        return [keywords(['NULLS LAST', 'NULLS FIRST'], rank.condition), keywords(next, rank.next)];
      }
      return [
        keywords(atStart ? ['ALL'] : [], rank.relation),
        ...expression(true, ['DESC', 'ASC', 'NULLS LAST', 'NULLS FIRST', ...next]),
      ];
    case 'limit':
      return isAfterOperand(structure, index) ? [keywords(next)] : [];
    case 'values':
      return atStart ? [keywords(['($0)'])] : [keywords(next)];
    case 'window':
      return previous?.upper === 'AS' ? [keywords(['($0)'])] : [keywords(['AS ($0)', ...next])];
    case 'pivot-on':
      return isAfterOperand(structure, index)
        ? [
            keywords([
              block.clauses.some((each) => each.kind === 'pivot-using') ? 'IN ($0)' : 'USING',
              'IN ($0)',
              'INTO NAME',
              'GROUP BY',
              'ORDER BY',
            ]),
          ]
        : [{ kind: 'columns' }, keywords(['COLUMNS($0)'])];
    case 'pivot-using':
      return expression(false, ['AS', 'GROUP BY', 'ORDER BY', 'LIMIT']);
    case 'unpivot-into':
      return [keywords(previous?.upper === 'INTO' ? ['NAME'] : ['VALUE', 'ORDER BY', 'LIMIT'])];
    case 'sample':
      return [];
    case 'where':
    case 'having':
    case 'qualify':
      return expression(true, block.kind === 'select' ? next : ['RETURNING']);
    case 'returning':
      return expressionWishes(structure, index, clause.start, { star: true, next: ['AS'] });
    default:
      return expression(false, []);
  }
}

function selectWishes(analysis: Analysis, block: Block, clause: Clause): Wish[] {
  const { structure, index } = analysis;
  const previous = structure.lexemes[index - 1];
  const next = clausesAfter(block, 'select');
  if (previous?.raw === '*' && isStar(structure, index - 1)) {
    return [
      keywords(next, rank.next),
      keywords(['EXCLUDE ($0)', 'REPLACE ($0 AS )', 'RENAME ($0 AS )', "LIKE '$0'"], rank.keyword),
    ];
  }
  const starts = startsEntry(analysis, clause) || previous?.upper === 'DISTINCT' || previous?.upper === 'ALL';
  const wishes = expressionWishes(structure, index, clause.start, {
    aliases: true,
    star: starts,
    next: ['AS', ...next],
  });
  if (index === clause.start) return [...wishes, keywords(['DISTINCT', 'DISTINCT ON ($0)'], rank.next)];
  return previous?.upper === 'DISTINCT' ? [...wishes, keywords(['ON ($0)'], rank.next)] : wishes;
}

function fromWishes(analysis: Analysis, block: Block, clause: Clause): Wish[] {
  const { structure, index } = analysis;
  const { lexemes } = structure;
  const previous = lexemes[index - 1];
  const before = previous?.upper ?? '';
  if (block.kind === 'describe') {
    return index === clause.start ? [{ kind: 'relations' }, keywords(queryWords, rank.rare)] : [];
  }
  if (index > clause.start && /^(LEFT|RIGHT)$/.test(before))
    return [keywords(['JOIN', 'OUTER JOIN', 'SEMI JOIN', 'ANTI JOIN'])];
  const follow =
    index > clause.start && previous?.kind === 'word' && isJoinWord(before) ? afterWord[before] : undefined;
  if (follow !== undefined) return [keywords(follow)];
  if (before === 'AS') return [];
  const isBehindTable = index > clause.start && (isAfterOperand(structure, index) || before === 'ORDINALITY');
  if (!isBehindTable) {
    const inBracket = previous?.raw === '(' ? [keywords(queryWords, rank.next)] : [];
    return [{ kind: 'sources' }, ...inBracket, keywords(['LATERAL', '(SELECT $0)'], rank.rare)];
  }
  const joined = lexemes.slice(clause.start, index).some((lexeme) => lexeme.upper === 'JOIN');
  if (block.kind === 'pivot') return [keywords(['ON', 'USING', 'GROUP BY'], rank.condition), keywords(['AS'])];
  if (block.kind === 'merge') return [keywords(['ON', 'USING ($0)', 'AS'])];
  if (block.kind !== 'select') return [keywords(['WHERE', 'RETURNING', ...afterTable.slice(0, 7)])];
  return [
    keywords(joined ? ['ON', 'USING ($0)'] : [], rank.condition),
    keywords(clausesAfter(block, 'from'), rank.next),
    keywords(afterTable, rank.keyword),
  ];
}

/** Whether a new entry of a list begins: right behind the clause's keyword or a comma. */
function startsEntry(analysis: Analysis, clause: Clause): boolean {
  const { index, structure } = analysis;
  return index === clause.start || structure.lexemes[index - 1]?.raw === ',';
}
