import type { Group, RuleNode } from './rule.ts';

/** A group with one of its nodes, at any depth, replaced; `undefined` takes the node out. */
export function replaceNode(group: Group, id: string, node: RuleNode | undefined): Group {
  return {
    ...group,
    nodes: group.nodes.flatMap((one): readonly RuleNode[] => {
      if (one.id === id) return node === undefined ? [] : [node];
      return [one.kind === 'group' ? replaceNode(one, id, node) : one];
    }),
  };
}

/** A group with a node added at the end of one of its groups, or of itself. */
export function addNode(group: Group, to: string, node: RuleNode): Group {
  if (group.id === to) return { ...group, nodes: [...group.nodes, node] };
  return { ...group, nodes: group.nodes.map((one) => (one.kind === 'group' ? addNode(one, to, node) : one)) };
}

/** A group without the conditions that are not complete, and which those are. */
export function completePart(
  group: Group,
  issueOf: (leaf: Exclude<RuleNode, Group>) => string | undefined,
): { readonly root: Group; readonly issues: ReadonlyMap<string, string> } {
  const issues = new Map<string, string>();
  const visit = (one: Group): Group => ({
    ...one,
    nodes: one.nodes.flatMap((node): readonly RuleNode[] => {
      if (node.kind === 'group') return [visit(node)];
      const issue = issueOf(node);
      if (issue === undefined) return [node];
      issues.set(node.id, issue);
      return [];
    }),
  });
  return { root: visit(group), issues };
}
