import type { TextRange } from '../../core/error.ts';
import type { FunctionKind } from '../catalog-shape.ts';

/** What an entry is, for its icon. */
export type CompletionKind =
  | 'keyword'
  | 'column'
  | 'field'
  | 'table'
  | 'view'
  | 'cte'
  | 'alias'
  | 'schema'
  | 'file'
  | 'type'
  | 'variable'
  | 'parameter'
  | 'condition'
  | 'value'
  | FunctionKind;

/** One entry of the suggestion list. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: CompletionKind;
  /** The text to insert; names are quoted where they must be. */
  readonly insert: string;
  /** Whether `insert` has `$0` where the cursor goes. */
  readonly snippet?: true;
  /** A type or origin, shown beside the label. */
  readonly detail?: string;
  /** Orders the list: entries compare by this text. */
  readonly sortText: string;
}

export interface Completions {
  /** The part of the script that an entry replaces; empty where nothing was written yet. */
  readonly replace: TextRange;
  readonly items: readonly CompletionItem[];
}

/** How near at hand an entry is, nearest first. */
export const rank = {
  condition: 10,
  column: 20,
  alias: 25,
  relation: 30,
  next: 35,
  outer: 40,
  keyword: 50,
  aggregate: 60,
  function: 65,
  remote: 70,
  rare: 80,
} as const;

export type Rank = (typeof rank)[keyof typeof rank];

/** The text that orders an entry by rank, then by place in its list, then by name. */
export function sortText(level: Rank, label: string, place = 0): string {
  return `${level}${String(place).padStart(4, '0')}${label.toLowerCase().replace('"', '')}`;
}

/** Keywords as entries, in the order given. */
export function keywordItems(words: readonly string[], level: Rank): CompletionItem[] {
  return words.map((word, place) => ({
    label: word.replace('$0', '…').replace(/\s+/g, ' '),
    kind: 'keyword',
    insert: word,
    ...(word.includes('$0') && { snippet: true }),
    sortText: sortText(level, word, place),
  }));
}
