import type { Span } from './span.ts';

/** A node of any kind, as a walk meets it. */
export interface WalkedNode {
  readonly kind?: unknown;
  readonly span: Span;
}

/** Visits every node below `root` that has a place, outer ones first; `visit` may answer `false` to pass over what is inside. */
export function walk(root: unknown, visit: (node: WalkedNode) => boolean | undefined): void {
  if (Array.isArray(root)) {
    for (const item of root as readonly unknown[]) walk(item, visit);
    return;
  }
  if (typeof root !== 'object' || root === null) return;
  if ('span' in root && visit(root as WalkedNode) === false) return; // every node of the syntax has its span
  for (const value of Object.values(root) as readonly unknown[]) walk(value, visit);
}
