import { childrenOf, countNodes, freeParameters, type Node } from './node.ts';
import { columns, tableName } from './values.ts';

/** The smallest expression found that still fails: parts are replaced by parts of their own and by columns. */
export async function shrink(expression: Node, fails: (smaller: Node) => Promise<boolean>): Promise<Node> {
  let smallest = expression;
  for (let found = true; found;) {
    found = false;
    for (const candidate of smaller(smallest)) {
      if (countNodes(candidate) < countNodes(smallest) && (await fails(candidate))) {
        smallest = candidate;
        found = true;
        break;
      }
    }
  }
  return smallest;
}

/** Simpler expressions, the simplest first. */
function smaller(node: Node): readonly Node[] {
  const parts = descendants(node).filter(
    (part) => part.kind !== 'lambda' && part.kind !== 'constant' && freeParameters(part).size === 0,
  );
  return [...parts, ...replacements(node)].sort((left, right) => countNodes(left) - countNodes(right));
}

function descendants(node: Node): readonly Node[] {
  return childrenOf(node).flatMap((child) => [child, ...descendants(child)]);
}

/** The expression with one of its parts made simpler; `hidden` are names of parameters round it. */
function replacements(node: Node, hidden: readonly string[] = []): readonly Node[] {
  if (node.kind === 'lambda')
    return simplified(node.body, [...hidden, ...node.parameters.map(({ name }) => name)]).map((body) => ({
      ...node,
      body,
    }));
  if (node.kind !== 'rule') return [];
  return node.children.flatMap((child, index) =>
    simplified(child, hidden).map((simple): Node => ({ ...node, children: node.children.with(index, simple) })),
  );
}

function simplified(child: Node, hidden: readonly string[]): readonly Node[] {
  if (child.kind !== 'rule') return replacements(child, hidden);
  const free = freeParameters(child);
  const parts = descendants(child).filter(
    (part) =>
      part.kind !== 'lambda' &&
      part.kind !== 'constant' &&
      part.type === child.type &&
      [...freeParameters(part)].every((one) => free.has(one)),
  );
  const plain = columns
    .filter(({ name, type }) => type === child.type && !hidden.includes(name))
    .map(({ name }): Node => ({ kind: 'leaf', type: child.type, text: name, twin: `${tableName}.${name}` }));
  return [...plain, ...parts, ...replacements(child, hidden)];
}
