import { chartSpecSchema } from '../../../../src/charts/spec.ts';
import { createCancelSource } from '../../../../src/core/cancel.ts';
import type { ModulePlan } from '../../../../src/modules/contract.ts';
import { reportHtml } from '../../../../src/report/report-html.ts';
import type { RunRecord } from '../../../../src/runner/run-record.ts';
import type { ShownFinding } from '../../../modules/module-run-state.ts';
import { chartSourceOf } from '../../../query/use-chart-source.ts';
import type { ModuleTab } from '../../../store/view-state.ts';
import { numberLocale } from '../../number-locale.ts';

export interface ReportRequest {
  readonly tab: ModuleTab;
  readonly record: RunRecord;
  readonly plan: ModulePlan;
  readonly findings: readonly ShownFinding[];
}

/** The latest run as one page of HTML, with its charts as they are shown. */
export async function makeReport({ tab, plan, record, findings }: ReportRequest): Promise<string> {
  const charts: Record<string, string> = {};
  for (const { recorded, view } of findings) {
    const wanted = tab.charts[recorded.id] ?? plan.findings.find(({ id }) => id === recorded.id)?.chart;
    const spec = chartSpecSchema.safeParse(wanted).data;
    if (spec === undefined || recorded.figures.rowCount === 0) continue;
    const { finishedSvg } = await import('../../../charts/finished-svg.ts');
    const source = await chartSourceOf(view.state().shown, createCancelSource().signal);
    charts[recorded.id] = await finishedSvg({ ...source, spec, locale: numberLocale });
  }
  return reportHtml({ record, steps: plan.steps, charts });
}
