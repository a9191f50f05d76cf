import { chartSpecSchema } from '../../../../src/charts/spec.ts';
import { createCancelSource } from '../../../../src/core/cancel.ts';
import { catalogView } from '../../../../src/modules/catalog-view.ts';
import type { GuidedModule, ModulePlan } from '../../../../src/modules/contract.ts';
import { planModule } from '../../../../src/modules/plan-module.ts';
import { reportHtml } from '../../../../src/report/report-html.ts';
import type { RunRecord } from '../../../../src/runner/run-record.ts';
import type { ShownFinding } from '../../../modules/module-run-state.ts';
import { projectStore } from '../../../project/project-store.ts';
import { chartSourceOf } from '../../../query/use-chart-source.ts';
import type { ModuleTab } from '../../../store/view-state.ts';
import { numberLocale } from '../../number-locale.ts';

export interface ReportRequest {
  readonly tab: ModuleTab;
  readonly module: GuidedModule;
  readonly record: RunRecord;
  readonly findings: readonly ShownFinding[];
}

/** The latest run as one page of HTML, with its charts as they are shown. */
export async function makeReport({ tab, module, record, findings }: ReportRequest): Promise<string> {
  const plan = planOf(module, record);
  const charts: Record<string, string> = {};
  for (const { recorded, view } of findings) {
    const wanted = tab.charts[recorded.id] ?? plan?.findings.find(({ id }) => id === recorded.id)?.chart;
    const spec = chartSpecSchema.safeParse(wanted).data;
    if (spec === undefined || recorded.figures.rowCount === 0) continue;
    const { finishedSvg } = await import('../../../charts/finished-svg.ts');
    const source = await chartSourceOf(view.state().shown, createCancelSource().signal);
    charts[recorded.id] = await finishedSvg({ ...source, spec, locale: numberLocale });
  }
  return reportHtml({ record, steps: plan?.steps ?? [], charts });
}

/** The plan of a run anew, to be read; `undefined` where its datasets are gone. */
function planOf(module: GuidedModule, { input, startedAt }: RunRecord): ModulePlan | undefined {
  try {
    const catalog = catalogView(projectStore.getState().datasets);
    return planModule(module, input, { catalog, now: new Date(startedAt) }).plan;
  } catch {
    return undefined;
  }
}
