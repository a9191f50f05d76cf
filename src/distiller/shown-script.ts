import type { TextRange } from '../core/error.ts';
import type { ShownStep } from './shown.ts';

/** How the text of a script is made of steps. */
export interface ScriptOptions {
  /** The user's text that a step carries out. */
  readonly source: string;
  /** The first and last line of the user's script that a step carries out; counted from 1. */
  lines(range: TextRange): { readonly first: number; readonly last: number };
  /** Lays one of the engine's statements out. */
  format?(statement: string): string;
}

/** All steps of a statement as one script for the engine; those of a block stand below the user's lines they are for. */
export function shownScript(steps: readonly ShownStep[], options: ScriptOptions): string {
  const format = (statement: string) => options.format?.(statement) ?? statement;
  const parts = steps.map((step) => {
    const heading = steps.length === 1 ? [] : [headingOf(step, options)];
    const words = step.words === undefined ? [] : [`-- ${step.words}`];
    return [...heading, ...words, ...step.statements.map((statement) => `${format(statement)};`)].join('\n');
  });
  return `${parts.join('\n\n')}\n`;
}

const longest = 60;

function headingOf({ range }: ShownStep, { source, lines }: ScriptOptions): string {
  const { first, last } = lines(range);
  const place = first === last ? `Line ${first}` : `Lines ${first} to ${last}`;
  const text = source.slice(range.start, range.end).replaceAll(/\s+/g, ' ').trim();
  return `-- ${place}: ${text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text}`;
}

/** The lines of a script by ranges of one of its statements; `toSource` leads them back where its text was changed. */
export function linesIn(
  script: string,
  statementStart: number,
  toSource: (range: TextRange) => TextRange,
): ScriptOptions['lines'] {
  const lineAt = (offset: number) => script.slice(0, statementStart + offset).split('\n').length;
  return (range) => {
    const { start, end } = toSource(range);
    return { first: lineAt(start), last: lineAt(Math.max(start, end - 1)) };
  };
}
