import type { ColumnShape } from '../catalog-shape.ts';
import type { Block, Structure } from '../structure/nodes.ts';
import { splitAtCommas } from '../structure/select-items.ts';
import { firstGroup } from '../structure/structure.ts';
import { parseType, typeText } from '../type-tree.ts';

const constraintWords = /^(NOT|NULL|DEFAULT|PRIMARY|UNIQUE|CHECK|REFERENCES|GENERATED|COLLATE|AS|CONSTRAINT|FOREIGN)$/;

/** The columns in the list of `CREATE TABLE t (a INTEGER, …)`; `undefined` when there is no list. */
export function definedColumns(structure: Structure, block: Block): ColumnShape[] | undefined {
  const clause = block.clauses[0];
  if (clause === undefined) return undefined;
  const group = firstGroup(structure, clause.start, clause.end);
  if (group === undefined) return undefined;
  return splitAtCommas(structure, group.open + 1, group.close).flatMap(([from, to]) => {
    const lexemes = structure.lexemes.slice(from, to);
    const [name, ...rest] = lexemes;
    if (name?.name === undefined || (name.kind === 'word' && constraintWords.test(name.upper))) return [];
    const length = rest.findIndex((lexeme) => constraintWords.test(lexeme.upper));
    const type = rest.slice(0, length < 0 ? undefined : length).map((lexeme) => lexeme.raw);
    return [{ name: name.name, ...(type.length > 0 && { sqlType: typeText(parseType(type.join(' '))) }) }];
  });
}
