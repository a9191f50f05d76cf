import { identifier, joinSql, relation, type Sql, sql } from '../core/sql.ts';
import type { ModulePlan, SqlStep, Step } from './contract.ts';

/** The statement that makes a step's relation in a run. */
export function stepStatement({ as, creates, query }: SqlStep): Sql {
  return as === 'view'
    ? sql`CREATE VIEW ${relation(creates)} AS\n${query}`
    : sql`CREATE TABLE ${relation(creates)} AS\n${query}`;
}

/** The statement that removes it. */
export function dropStatement(step: Step): Sql {
  return sql`DROP ${isView(step) ? sql`VIEW` : sql`TABLE`} IF EXISTS ${relation(step.creates)}`;
}

/** The SQL that a reader of a step sees: its query, or what its kernel reads. */
export function readableSql(step: Step): string {
  if (step.kind === 'sql') return step.query.text;
  const inputs = Object.entries(step.inputs);
  return inputs.map(([name, query]) => `-- ${name}, read by ${step.kernel}\n${query.text}`).join('\n\n');
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

function stepText(step: Step): string {
  const { title, explanation, creates } = step;
  const comment = `-- ${title}: ${oneLine(explanation.what)}`;
  const kind = isView(step) ? 'VIEW' : 'TABLE';
  const head = `CREATE OR REPLACE TEMP ${kind} ${relation(creates).text} AS\n`;
  if (step.kind === 'sql') return `${comment}\n${head}${step.query.text};\n`;
  const nothing = joinSql(
    step.columns.map((column) => {
      const type = step.blobs?.includes(column) === true ? sql`BLOB` : sql`DOUBLE`;
      return sql`CAST(NULL AS ${type}) AS ${identifier(column)}`;
    }),
    ',\n  ',
  );
  const stand = `-- SQL cannot say this: the guide computes it (${step.kernel}). Here an empty table stands for its rows.`;
  return `${comment}\n${stand}\n${head}${sql`SELECT\n  ${nothing}\nLIMIT 0`.text};\n`;
}

function isView(step: Step): boolean {
  return step.kind === 'sql' && step.as === 'view';
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
