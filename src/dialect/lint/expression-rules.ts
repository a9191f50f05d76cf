import type { Marker } from '../markers.ts';
import type { Structure } from '../structure/nodes.ts';
import { blockAt, clauseAt } from '../structure/structure.ts';
import { type LintContext, rangeOf } from './rule.ts';

/** `x = NULL` is never true. */
export function nullComparisons({ structure }: LintContext): Marker[] {
  const { lexemes } = structure;
  return lexemes.flatMap((lexeme, index): Marker[] => {
    const operator = lexemes[index - 1]?.raw ?? '';
    if (lexeme.upper !== 'NULL' || !/^(=|==|<>|!=)$/.test(operator) || isAssignment(structure, index - 1)) return [];
    const isEqual = operator.startsWith('=');
    const range = rangeOf(structure, index - 1, index + 1);
    return [
      {
        range,
        severity: 'warning',
        message: `Nothing is ${isEqual ? 'equal' : 'unequal'} to NULL: this is never true.`,
        fix: {
          title: `Write ${isEqual ? 'IS NULL' : 'IS NOT NULL'}`,
          edits: [{ range, text: isEqual ? 'IS NULL' : 'IS NOT NULL' }],
        },
      },
    ];
  });
}

/** Whether an equals sign sets something: `SET a = NULL`, `f(option = NULL)`. */
function isAssignment(structure: Structure, index: number): boolean {
  const { lexemes, groups } = structure;
  const block = blockAt(structure, index, true);
  const clause = block === undefined ? undefined : clauseAt(block, index);
  if (clause === undefined || /^(set|plain|define|target)$/.test(clause.kind)) return true;
  const before = lexemes[index - 2]?.raw;
  if (before !== '(' && before !== ',') return false;
  const around = [...groups.values()].filter((group) => group.open < index && index < group.close);
  const inner = around.sort((a, b) => b.open - a.open)[0];
  return inner !== undefined && inner.open >= clause.start && lexemes[inner.open - 1]?.name !== undefined;
}

/** `NOT IN (SELECT …)` gives nothing as soon as the subquery yields a NULL. */
export function notInSubqueries({ structure }: LintContext): Marker[] {
  const { lexemes, queryByBracket, groups } = structure;
  return [...queryByBracket].flatMap(([open, query]): Marker[] => {
    if (lexemes[open - 1]?.upper !== 'IN' || lexemes[open - 2]?.upper !== 'NOT') return [];
    const inner = lexemes.slice(query.start, groups.get(open)?.close ?? query.end);
    const isSafe = inner.some((lexeme, index) => lexeme.upper === 'NOT' && inner[index + 1]?.upper === 'NULL');
    if (isSafe || inner.length === 0) return [];
    return [
      {
        range: rangeOf(structure, open - 2, open),
        severity: 'hint',
        message:
          'NOT IN keeps no row at all when the subquery yields a NULL. Add WHERE … IS NOT NULL to it, or use NOT EXISTS or ANTI JOIN.',
      },
    ];
  });
}
