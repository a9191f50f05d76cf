import type { CancelSignal } from '../../src/core/cancel.ts';
import { catalogView } from '../../src/modules/catalog-view.ts';
import type { Check, Finding, ModulePlan, Step } from '../../src/modules/contract.ts';
import { readableSql } from '../../src/modules/plan-sql.ts';
import { planModule } from '../../src/modules/plan-module.ts';
import { readModuleCall } from './module-options.ts';
import { openDatabase } from './open-project.ts';
import type { Terminal } from './terminal.ts';
import { importAll } from './wanted-import.ts';

/** `stillhouse plan MODULE …`: prints what a run would do, with SQL and reasons, and does nothing. */
export async function runPlan(args: readonly string[], terminal: Terminal, signal: CancelSignal): Promise<void> {
  const call = await readModuleCall('plan', args);
  const database = await openDatabase(call.project);
  try {
    await importAll(database, call.imports, signal);
    const catalog = catalogView(database.workspace.datasets);
    const { input, plan } = planModule(call.module, call.input(catalog), { catalog, now: database.clock.now() });
    const text = call.format === 'json' ? planJson(plan, input) : planText(plan);
    await terminal.print(`${text}\n`);
  } finally {
    await database.close();
  }
}

function planJson({ steps, checks, findings, outputs }: ModulePlan, input: unknown): string {
  const plan = {
    input,
    steps: steps.map((step) => ({
      id: step.id,
      title: step.title,
      kind: step.kind,
      explanation: step.explanation,
      creates: step.creates.join('.'),
      sql: readableSql(step),
    })),
    checks: checks.map(({ violations, ...check }) => ({ ...check, sql: violations.text })),
    findings: findings.map(({ id, title, reading, chart, data }) => ({ id, title, reading, chart, sql: data.text })),
    outputs: outputs.map(({ relation, ...output }) => ({ ...output, relation: relation.join('.') })),
  };
  return JSON.stringify(plan, null, 2);
}

function planText({ steps, checks, findings, outputs }: ModulePlan): string {
  return [
    ...steps.map(stepText),
    ...checks.map(checkText),
    ...findings.map(findingText),
    ...outputs.map(({ name, title }) => `-- Keeps “${title}” as ${name}`),
  ].join('\n\n');
}

function stepText(step: Step, index: number): string {
  const { title, explanation, creates } = step;
  const { what, why, caution } = explanation;
  return [
    `-- Step ${index + 1}: ${title}, as ${creates.join('.')}`,
    `-- What: ${what}`,
    `-- Why: ${why}`,
    ...(caution === undefined ? [] : [`-- Caution: ${caution}`]),
    `${readableSql(step)};`,
  ].join('\n');
}

function checkText({ title, severity, when, violations, remedy }: Check): string {
  return [`-- Check (${severity}, ${when} the steps): ${title}`, `-- If not: ${remedy}`, `${violations.text};`].join(
    '\n',
  );
}

function findingText({ title, reading, data }: Finding): string {
  return [`-- Finding: ${title}`, `-- Reading: ${reading}`, `${data.text};`].join('\n');
}
