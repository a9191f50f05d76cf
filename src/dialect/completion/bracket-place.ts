import type { Analysis } from '../analysis.ts';
import type { Block, Clause, Group } from '../structure/nodes.ts';
import { expressionWishes, isAfterOperand } from './expression-place.ts';
import { rank } from './item.ts';
import { afterWord, windowWords } from './vocabulary.ts';
import { keywords, type Wish } from './wish.ts';

/** What may come inside a bracket that holds no query. */
export function bracketWishes(analysis: Analysis, block: Block, clause: Clause | undefined, group: Group): Wish[] {
  const { structure, index } = analysis;
  const { lexemes } = structure;
  const opener = lexemes[group.open]?.raw;
  const head = lexemes[group.open - 1]?.upper ?? '';
  const previous = lexemes[index - 1]?.upper ?? '';
  const first = index === group.open + 1;
  const expression = (next: readonly string[] = [], star = false) =>
    expressionWishes(structure, index, group.open + 1, { next, star });

  if (opener === '{') return previous === '{' || previous === ',' ? [] : expression();
  if (opener === '[') return expression(head === ']' ? [] : ['FOR', 'IF']);
  if (clause?.kind === 'using') return [{ kind: 'common-columns' }];
  if (clause?.kind === 'conflict' || (clause?.kind === 'target' && block.kind === 'insert'))
    return [{ kind: 'target-columns' }];
  if (clause?.kind === 'define') return definitionWishes(analysis, block, group);
  if (clause?.kind === 'when' && head === 'INSERT') return [{ kind: 'target-columns' }];
  switch (head) {
    case 'OVER':
      return windowWishes(analysis, group);
    case 'AS':
      return clause?.kind === 'window' ? windowWishes(analysis, group) : expression();
    case 'FILTER':
      return first ? [keywords(['WHERE'])] : expression();
    case 'GROUP':
      return first ? [keywords(['ORDER BY'])] : orderedWishes(analysis, group);
    case 'EXCLUDE':
      return [{ kind: 'columns' }];
    case 'RENAME':
      return isAfterOperand(structure, index) ? [keywords(['AS'])] : previous === 'AS' ? [] : [{ kind: 'columns' }];
    case 'REPLACE':
      return clause?.kind === 'select' && lexemes[group.open - 2]?.raw === '*' ? expression(['AS']) : expression();
    case 'CAST':
    case 'TRY_CAST':
      return castWishes(analysis, group);
    case 'EXTRACT':
      if (first) return [{ kind: 'date-parts' }];
      return index === group.open + 2 ? [keywords(['FROM'])] : expression();
    case 'PIVOT':
      return [...expression(['FOR', 'IN ($0)', 'GROUP BY', 'AS']), keywords(['FOR', 'IN ($0)'], rank.rare)];
    case 'UNPIVOT':
      return [{ kind: 'columns' }, keywords(['FOR', 'IN ($0)'])];
    case 'IN':
    case 'ANY':
    case 'SOME':
    case 'ALL':
      return [...expression(), ...queryStart(first)];
    case 'COLUMNS':
      return first
        ? [keywords(['*', "'$0'", 'lambda c: '], rank.condition), { kind: 'columns' }]
        : expression(['EXCLUDE ($0)']);
    case 'VALUES':
      return [...expression(), keywords(['DEFAULT'], rank.rare)];
    default:
      return callWishes(analysis, group, first);
  }
}

const queryStart = (first: boolean): Wish[] => (first ? [keywords(['SELECT', 'FROM', 'WITH'], rank.next)] : []);

/** Inside a call's or a plain bracket: an expression; for aggregates also DISTINCT and ORDER BY. */
function callWishes(analysis: Analysis, group: Group, first: boolean): Wish[] {
  const { structure, index, catalog } = analysis;
  const { lexemes } = structure;
  const head = lexemes[group.open - 1];
  const isCall = head?.name !== undefined && catalog.findFunctions(head.name).length > 0;
  const isAggregate = isCall && catalog.findFunctions(head.name).some((found) => found.kind === 'aggregate');
  if (isAggregate && lexemes.slice(group.open, index).some((lexeme) => lexeme.upper === 'ORDER')) {
    return orderedWishes(analysis, group);
  }
  const wishes = expressionWishes(structure, index, group.open + 1, { next: isAggregate ? ['ORDER BY'] : [] });
  if (isAggregate && first) return [...wishes, keywords(['DISTINCT'], rank.next), keywords(['*'], rank.rare)];
  return isCall ? wishes : [...wishes, ...queryStart(first)];
}

function orderedWishes(analysis: Analysis, group: Group): Wish[] {
  const { structure, index } = analysis;
  if (structure.lexemes[index - 1]?.upper === 'ORDER') return [keywords(['BY'])];
  return expressionWishes(structure, index, group.open + 1, { next: ['DESC', 'ASC', 'NULLS LAST', 'NULLS FIRST'] });
}

function windowWishes(analysis: Analysis, group: Group): Wish[] {
  const { structure, index } = analysis;
  const previous = structure.lexemes[index - 1]?.upper ?? '';
  if (index === group.open + 1) return [keywords(windowWords)];
  if (previous === 'ORDER') return [keywords(['BY'])];
  if (/^(ROWS|RANGE|GROUPS|UNBOUNDED|CURRENT)$/.test(previous)) return [keywords(afterWord[previous] ?? [])];
  const inFrame = structure.lexemes
    .slice(group.open, index)
    .some((lexeme) => /^(ROWS|RANGE|GROUPS)$/.test(lexeme.upper));
  if (inFrame) {
    return previous === 'BETWEEN' || previous === 'AND'
      ? [keywords(['UNBOUNDED PRECEDING', 'CURRENT ROW', 'UNBOUNDED FOLLOWING', 'INTERVAL'])]
      : [keywords(['PRECEDING', 'FOLLOWING', 'AND', 'AND CURRENT ROW', 'EXCLUDE CURRENT ROW'])];
  }
  const next = ['ORDER BY', 'DESC', 'ASC', 'NULLS LAST', 'ROWS BETWEEN', 'RANGE BETWEEN'];
  return expressionWishes(structure, index, group.open + 1, { next });
}

function castWishes(analysis: Analysis, group: Group): Wish[] {
  const { structure, index } = analysis;
  const as = structure.lexemes.slice(group.open, index).findLastIndex((lexeme) => lexeme.upper === 'AS');
  if (as < 0) return expressionWishes(structure, index, group.open + 1, { next: ['AS'] });
  return as === index - group.open - 1 ? [{ kind: 'types' }] : [];
}

/** Inside the bracket of CREATE TABLE: a name, its type, its constraints. */
function definitionWishes(analysis: Analysis, block: Block, group: Group): Wish[] {
  const { structure, index } = analysis;
  if (block.kind !== 'create-table') return [];
  let from = group.open + 1;
  for (let at = from; at < index; at++) {
    if (structure.lexemes[at]?.raw === ',') from = at + 1;
    at = Math.max(at, Math.min(structure.groups.get(at)?.close ?? at, index - 1));
  }
  if (index === from)
    return [keywords(['PRIMARY KEY ($0)', 'UNIQUE ($0)', 'CHECK ($0)', 'FOREIGN KEY ($0) REFERENCES '], rank.rare)];
  if (index === from + 1) return [{ kind: 'types' }];
  return [
    keywords(['NOT NULL', 'DEFAULT', 'PRIMARY KEY', 'UNIQUE', 'CHECK ($0)', 'REFERENCES', 'GENERATED ALWAYS AS ($0)']),
  ];
}
