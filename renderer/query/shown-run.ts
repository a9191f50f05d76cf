import type { ReadyStatement } from '../../src/dialect/distiller/editor/ready-statement.ts';
import type { TextRange } from '../../src/core/error.ts';
import { placeWords } from '../../src/dialect/export/note-words.ts';
import { formatStatement } from '../../src/dialect/format/format.ts';
import { linesIn, shownScript } from '../../src/distiller/shown-script.ts';
import type { ShownStep } from '../../src/distiller/shown.ts';

/** What a statement comes down to: step by step, and as a script for the engine. */
export interface ShownRun {
  readonly steps: readonly ShownStep[];
  readonly script: string;
  /** Whether the user wrote the engine's own SQL: then places in it are places in the user's text. */
  readonly plain: boolean;
  /** Where a range of the statement stands in the user's script. */
  toScript(range: TextRange): TextRange;
  /** A place in the user's script: `line 3, column 5`. */
  placeWords(range: TextRange): string;
}

/** A statement of the engine's own SQL as the one step that it is. */
export function plainStep({ text }: ReadyStatement): readonly ShownStep[] {
  return [{ range: { start: 0, end: text.length }, statements: [text] }];
}

/** The steps of a statement as a script that names the lines of the user's own. */
export function shownRun(
  steps: readonly ShownStep[],
  { text, toSource }: ReadyStatement,
  script: string,
  statementStart: number,
  plain: boolean,
): ShownRun {
  const lines = linesIn(script, statementStart, toSource);
  return {
    steps,
    script: shownScript(steps, { source: text, lines, format: formatStatement }),
    plain,
    toScript(range) {
      const { start, end } = toSource(range);
      return { start: start + statementStart, end: end + statementStart };
    },
    placeWords: (range) => placeWords(script, range),
  };
}
