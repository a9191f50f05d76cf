import { type Group, type Leaf, leavesOf, type RuleNode } from '../rule/rule.ts';
import {
  type Bitmap,
  bitCount,
  complement,
  emptyBitmap,
  fullBitmap,
  hasBit,
  intersection,
  setBit,
  union,
} from './bitmap.ts';

/** The rows of the people's dataset that have an identity, in its order. */
export interface PeopleRows {
  readonly rows: number;
  /** The number of the person in each row; absent where every row is another person. */
  readonly persons?: Int32Array<ArrayBuffer>;
}

export interface NodeSize {
  /** People for whom the node holds. */
  readonly size: number;
  /** Members the audience would have without this node. */
  readonly without: number;
}

/** Exact sizes of every node, by its id; the root's is the audience's own. */
export type NodeSizes = ReadonlyMap<string, NodeSize>;

/** Sizes of all nodes of a rule from the rows of each of its conditions. */
export function nodeSizes(root: Group, people: PeopleRows, rowsOf: (leaf: Leaf) => Bitmap): NodeSizes {
  const sizes = new Map<string, NodeSize>();
  const add = (node: RuleNode) => {
    sizes.set(node.id, {
      size: personCount(people, nodeRows(node, people.rows, rowsOf)),
      without: personCount(people, nodeRows(withoutNode(root, node.id), people.rows, rowsOf)),
    });
    if (node.kind === 'group') node.nodes.forEach(add);
  };
  add(root);
  return sizes;
}

/** The rows for which a node holds. */
export function nodeRows(node: RuleNode, rows: number, rowsOf: (leaf: Leaf) => Bitmap): Bitmap {
  if (node.kind !== 'group') return rowsOf(node);
  if (node.nodes.length === 0) return fullBitmap(rows);
  const parts = node.nodes.map((one) => nodeRows(one, rows, rowsOf));
  const joined = node.join === 'all' ? intersection(rows, parts) : union(rows, parts);
  return node.negated ? complement(joined) : joined;
}

/** A group without one node, wherever it lies; groups that this leaves empty go too. */
export function withoutNode(group: Group, id: string): Group {
  if (group.id === id) return { ...group, nodes: [] };
  return {
    ...group,
    nodes: group.nodes.flatMap((node): readonly RuleNode[] => {
      if (node.id === id) return [];
      if (node.kind !== 'group') return [node];
      const rest = withoutNode(node, id);
      return rest.nodes.length === 0 && leavesOf(node).length > 0 ? [] : [rest];
    }),
  };
}

/** How many people the rows are of. */
export function personCount({ rows, persons }: PeopleRows, bitmap: Bitmap): number {
  if (persons === undefined) return bitCount(bitmap);
  const seen = emptyBitmap(rows);
  for (let row = 0; row < rows; row++) if (hasBit(bitmap, row)) setBit(seen, persons[row] ?? row);
  return bitCount(seen);
}
