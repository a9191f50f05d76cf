import { finishedSvg } from '../../../renderer/charts/finished-svg.ts';
import { chartSourceOf } from '../../../renderer/query/use-chart-source.ts';
import { chartSpecSchema } from '../../../src/charts/spec.ts';
import { createCancelSource } from '../../../src/core/cancel.ts';
import { catalogView } from '../../../src/modules/catalog-view.ts';
import { moduleById } from '../../../src/modules/index.ts';
import { planModule } from '../../../src/modules/plan-module.ts';
import type { FinishedRun } from '../../../src/runner/run-events.ts';
import { clock, type OwnProject } from './own-engine.ts';
import type { Twin } from './twins/twin.ts';

/** How long a form waits for its plan, and how long the charts of a run take to be computed and drawn, in milliseconds. */
export async function guideResponses({ workspace }: OwnProject, twin: Twin, run: FinishedRun): Promise<string> {
  const request = { catalog: catalogView(workspace.datasets), now: clock.now() };
  const planned = measured(() => planModule(moduleById(twin.module), twin.input, request));
  const charts: number[] = [];
  for (const { id, result } of run.findings) {
    const spec = chartSpecSchema.safeParse(run.plan.findings.find((finding) => finding.id === id)?.chart).data;
    const { rowCount } = await result.settled;
    if (spec === undefined || rowCount === 0) continue;
    const source = await chartSourceOf(result, createCancelSource().signal);
    const started = performance.now();
    await finishedSvg({ ...source, spec, locale: { group: ',', decimal: '.' } });
    charts.push(performance.now() - started);
  }
  const slowest =
    charts.length === 0 ? 'no chart' : `slowest of ${charts.length} charts ${Math.max(...charts).toFixed(0)} ms`;
  return `${twin.module}: form ${planned.toFixed(1)} ms, ${slowest}`;
}

function measured(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
