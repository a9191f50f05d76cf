import type { Overlap } from '../../../src/audiences/overlap/overlap.ts';

/** What both drawings of a comparison are given. */
export interface DrawingProps {
  readonly overlap: Overlap;
  readonly titles: readonly string[];
  /** The mask that is looked at; 0 for none. */
  readonly selected: number;
  readonly onSelect: (mask: number) => void;
}
