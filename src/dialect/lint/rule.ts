import type { TextRange } from '../../core/error.ts';
import type { Marker } from '../markers.ts';
import type { Resolver } from '../scope/resolution.ts';
import type { Script } from '../script.ts';
import type { Block, Query, Structure } from '../structure/nodes.ts';

/** What a check sees: one statement of a script, taken apart. */
export interface LintContext {
  readonly script: Script;
  readonly statement: TextRange;
  readonly resolver: Resolver;
  readonly structure: Structure;
}

/** A check: finds what is worth saying about one statement. */
export type LintRule = (context: LintContext) => Marker[];

/** All blocks of a statement, outer ones first. */
export function blocksOf(structure: Structure): Block[] {
  const blocks: Block[] = [];
  const visit = (query: Query): void => {
    for (const cte of query.ctes) if (cte.query !== undefined) visit(cte.query);
    for (const block of query.blocks) {
      blocks.push(block);
      block.queries.forEach(visit);
    }
  };
  structure.roots.forEach(visit);
  return blocks;
}

/** The text range of lexemes `start` to `end`, exclusive. */
export function rangeOf(structure: Structure, start: number, end: number): TextRange {
  const first = structure.lexemes[start];
  const last = structure.lexemes[Math.max(start, end - 1)];
  return { start: first?.start ?? 0, end: last?.end ?? first?.end ?? 0 };
}
