import type { ColumnShape } from '../catalog-shape.ts';
import type { Group, Structure } from '../structure/nodes.ts';
import { splitAtCommas } from '../structure/select-items.ts';
import { typeText } from '../type-tree.ts';
import { expressionType, type NameTypes } from './expression-type.ts';
import type { ScopeRelation } from './scope.ts';

/** The brackets around a lexeme index, outermost first, no farther out than `from`. */
export function groupsAround(structure: Structure, index: number, from: number): Group[] {
  const around: Group[] = [];
  for (const group of structure.groups.values()) {
    if (group.open >= from && group.open < index && index <= group.close) around.push(group);
  }
  return around.sort((a, b) => a.open - b.open);
}

/** The arguments of the lambdas around an index: `x` in `list_filter(items, x -> x.| > 1)` and `lambda x: …`. */
export function lambdaArguments(
  structure: Structure,
  index: number,
  from: number,
  names: NameTypes,
): ScopeRelation | undefined {
  const columns: ColumnShape[] = [];
  for (const group of groupsAround(structure, index, from)) {
    const parts = splitAtCommas(structure, group.open + 1, group.close);
    const first = parts[0];
    const list = first === undefined ? undefined : expressionType(structure, first[0], first[1], names);
    const item = list?.kind === 'list' ? typeText(list.item) : undefined;
    const found = argumentNames(structure, group, index);
    columns.unshift(...found.map((name) => ({ name, ...(item !== undefined && item !== '' && { sqlType: item }) })));
  }
  if (columns.length === 0) return undefined;
  return { alias: '', name: [], columns, complete: true, origin: 'arguments', relation: undefined, source: undefined };
}

function argumentNames(structure: Structure, group: Group, index: number): string[] {
  const { lexemes, groups } = structure;
  const names: string[] = [];
  for (let at = group.open + 1; at < index && at < group.close; at++) {
    const lexeme = lexemes[at];
    if (lexeme?.upper === 'LAMBDA') {
      for (at++; at < index && lexemes[at]?.raw !== ':'; at++) {
        const name = lexemes[at]?.name;
        if (name !== undefined) names.push(name);
      }
    } else if (lexeme?.raw === '->') {
      const before = lexemes[at - 1];
      if (before?.name !== undefined) names.push(before.name);
      const list = [...groups.values()].find((candidate) => candidate.close === at - 1);
      if (list !== undefined)
        names.push(...lexemes.slice(list.open + 1, list.close).flatMap((inner) => inner.name ?? []));
    } else at = Math.max(at, Math.min(groups.get(at)?.close ?? at, index));
  }
  return names;
}
