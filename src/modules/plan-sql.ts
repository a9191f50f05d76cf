import { relation, type Sql, sql } from '../core/sql.ts';
import type { ModulePlan, Step } from './contract.ts';

/** The statement that makes a step's relation in a run. */
export function stepStatement({ as, creates, query }: Step): Sql {
  return as === 'view'
    ? sql`CREATE VIEW ${relation(creates)} AS\n${query}`
    : sql`CREATE TABLE ${relation(creates)} AS\n${query}`;
}

/** The statement that removes it. */
export function dropStatement({ as, creates }: Step): Sql {
  return as === 'view' ? sql`DROP VIEW IF EXISTS ${relation(creates)}` : sql`DROP TABLE IF EXISTS ${relation(creates)}`;
}

/**
 * A script for the editor: the steps as temporary tables, up to and with the step named, and then its rows; with no step
 * named all of them, and then `last`. The plan must have been made with reading names.
 */
export function planScript(plan: ModulePlan, options: { readonly upTo?: string; readonly last?: Sql } = {}): string {
  const { upTo, last } = options;
  const end = upTo === undefined ? plan.steps.length : plan.steps.findIndex(({ id }) => id === upTo) + 1;
  const steps = plan.steps.slice(0, end);
  const shown = last ?? lastRows(steps);
  return [...steps.map(stepText), ...(shown === undefined ? [] : [`${shown.text};\n`])].join('\n');
}

function lastRows(steps: readonly Step[]): Sql | undefined {
  const step = steps.at(-1);
  return step && sql`FROM ${relation(step.creates)}`;
}

function stepText({ title, explanation, creates, query, as }: Step): string {
  const kind = as === 'view' ? 'VIEW' : 'TABLE';
  const comment = `-- ${title}: ${oneLine(explanation.what)}`;
  return `${comment}\nCREATE OR REPLACE TEMP ${kind} ${relation(creates).text} AS\n${query.text};\n`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
