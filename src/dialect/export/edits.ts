/** Changes to a text that are gathered in any order; pieces wrapped inside each other nest. */
export interface Edits {
  replace(start: number, end: number, text: string): void;
  /** Puts texts around a piece. */
  wrap(start: number, end: number, before: string, after: string): void;
  apply(): EditedText;
}

/** The changed text, and the way back. */
export interface EditedText {
  readonly text: string;
  /** The offset of the text before that an offset of this one came from. */
  toSource(offset: number): number;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Orders edits of one place: what closes, then what opens, then what is replaced. */
  readonly rank: readonly [kind: number, nesting: number];
}

export function createEdits(source: string): Edits {
  const edits: Edit[] = [];
  return {
    replace(start, end, text) {
      edits.push({ start, end, text, rank: [2, 0] });
    },
    wrap(start, end, before, after) {
      edits.push(
        { start, end: start, text: before, rank: [1, -end] },
        { start: end, end, text: after, rank: [0, -start] },
      );
    },
    apply() {
      const ordered = [...edits].sort(
        (a, b) => a.start - b.start || a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || a.end - b.end,
      );
      const kept: { readonly at: number; readonly source: number }[] = [];
      let text = '';
      let at = 0;
      for (const edit of ordered) {
        kept.push({ at: text.length, source: at });
        text += source.slice(at, Math.max(at, edit.start));
        kept.push({ at: text.length, source: edit.start });
        text += edit.text;
        at = Math.max(at, edit.end);
      }
      kept.push({ at: text.length, source: at });
      text += source.slice(at);
      return { text, toSource: (offset) => toSource(kept, offset, source.length) };
    },
  };
}

function toSource(
  kept: readonly { readonly at: number; readonly source: number }[],
  offset: number,
  length: number,
): number {
  const index = kept.findLastIndex(({ at }) => at <= offset);
  const piece = kept[index];
  return piece === undefined ? offset : Math.min(kept[index + 1]?.source ?? length, piece.source + offset - piece.at);
}
