import type { ReadyStatement } from '../../src/dialect/distiller/editor/ready-statement.ts';
import { formatStatement } from '../../src/dialect/format/format.ts';
import { linesIn, shownScript } from '../../src/distiller/shown-script.ts';
import type { ShownStep } from '../../src/distiller/shown.ts';

/** What a statement comes down to: step by step, and as a script for the engine. */
export interface ShownRun {
  readonly steps: readonly ShownStep[];
  readonly script: string;
}

/** The steps of a statement as a script that names the lines of the user's own. */
export function shownRun(
  steps: readonly ShownStep[],
  { text, toSource }: ReadyStatement,
  script: string,
  statementStart: number,
): ShownRun {
  const lines = linesIn(script, statementStart, toSource);
  return { steps, script: shownScript(steps, { source: text, lines, format: formatStatement }) };
}
