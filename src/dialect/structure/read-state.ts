import type { Lexeme } from '../lexeme.ts';
import type { Block, BlockKind, Clause, ClauseKind, Cte, Group, Query } from './nodes.ts';

/** Nodes while they are being read; they leave the reader as their read-only selves. */
export type Draft<Node> = { -readonly [Key in keyof Node]: Node[Key] };
export interface OpenQuery extends Draft<Query> {
  ctes: Cte[];
  blocks: Block[];
}
export interface OpenBlock extends Draft<Block> {
  clauses: Draft<Clause>[];
  queries: Query[];
}

/** Where the structure reader stands in a statement. */
export interface ReadState {
  readonly lexemes: readonly Lexeme[];
  at: number;
  readonly groups: Map<number, Group>;
  readonly queryByBracket: Map<number, Query>;
}

/** The upper-cased text `ahead` places on; `''` behind the end and for names behind a dot. */
export function wordAt(state: ReadState, ahead = 0): string {
  const index = state.at + ahead;
  return isMember(state.lexemes, index) ? '' : (state.lexemes[index]?.upper ?? '');
}

/** Whether a lexeme is a name behind a dot; white space behind the dot lets a keyword be one. */
export function isMember(lexemes: readonly Lexeme[], index: number): boolean {
  const dot = lexemes[index - 1];
  return dot?.raw === '.' && dot.end === lexemes[index]?.start;
}

export function openQuery(state: ReadState, parent: Block | undefined, outer = parent?.query): OpenQuery {
  return { start: state.at, end: state.at, ctes: [], blocks: [], parent, outer, byName: false };
}

export function openBlock(state: ReadState, kind: BlockKind, query: OpenQuery): OpenBlock {
  const block = { kind, start: state.at, end: state.at, clauses: [], queries: [], query };
  query.blocks.push(block);
  return block;
}

/** The end of a clause that is still being read. */
const open = Number.POSITIVE_INFINITY;

/** Ends the clause before and opens the next one; `length` keywords open it. */
export function openClause(state: ReadState, block: OpenBlock, kind: ClauseKind, length: number): void {
  endClause(state, block);
  block.clauses.push({ kind, keyword: state.at, start: state.at + length, end: open });
  state.at += length;
}

/** Ends the last clause here; one that has ended already stays as it is. */
export function endClause(state: ReadState, block: OpenBlock): void {
  const last = block.clauses.at(-1);
  if (last?.end === open) last.end = Math.max(last.start, state.at);
}

export function endBlock(state: ReadState, block: OpenBlock): void {
  endClause(state, block);
  block.end = state.at;
}
