import { ActionIcon, Button, Menu, SegmentedControl } from '@mantine/core';
import { IconCode, IconDots, IconDownload, IconTablePlus } from '@tabler/icons-react';
import { lazy, Suspense, useRef, useState, useSyncExternalStore } from 'react';
import type { Sql } from '../../../../src/core/sql.ts';
import type { ModulePlan } from '../../../../src/modules/contract.ts';
import { planScript } from '../../../../src/modules/plan-sql.ts';
import type { ResultView } from '../../../../src/results/result-view.ts';
import type { RecordedFinding } from '../../../../src/runner/run-record.ts';
import type { ResultGridHandle } from '../../../grid/ResultGrid.tsx';
import { type ModuleTab, updateTab } from '../../../store/view-state.ts';
import type { TabProps } from '../../dock/Dock.tsx';
import { InspectedGrid } from '../../inspector/InspectedGrid.tsx';
import { useServices } from '../../services.ts';
import { queryTab } from '../new-tab.ts';
import { ResultDialogs, type ResultQuestion } from '../ResultDialogs.tsx';
import classes from './ModuleTab.module.css';

/** Loaded when first drawn: the chart library is large. */
const ResultChart = lazy(() =>
  import('../../chart/ResultChart.tsx').then((module) => ({ default: module.ResultChart })),
);

export interface FindingCardProps extends TabProps {
  readonly tab: ModuleTab;
  readonly recorded: RecordedFinding;
  readonly view: ResultView;
  /** The plan of the run that found it: its SQL and its charts. */
  readonly plan: ModulePlan | undefined;
}

/** Header and rows of a small grid are shown whole. */
const gridHeight = (rows: number) => Math.min(Math.max(rows, 1) * 28 + 52, 360);

/** One finding: in words, as a chart, as rows; and its SQL. */
export function FindingCard({ id, tab, recorded, view, plan }: FindingCardProps) {
  const planned = plan?.findings.find((finding) => finding.id === recorded.id);
  const { tabs } = useServices();
  const { shown } = useSyncExternalStore(view.subscribe, view.state);
  const hasChart = planned?.chart !== undefined;
  const [as, setAs] = useState<'chart' | 'table'>('chart');
  const [question, setQuestion] = useState<ResultQuestion>();
  const grid = useRef<ResultGridHandle>(null);
  const script = (last: Sql) => (plan === undefined ? `${last.text};\n` : planScript(plan, { last }));
  return (
    <section className={classes.card} aria-label={recorded.title}>
      <header className={classes.cardHead}>
        <h3>{recorded.title}</h3>
        <span className={classes.spacer} />
        {hasChart && (
          <SegmentedControl
            aria-label={`Show ${recorded.title} as`}
            data={[
              { value: 'chart', label: 'Chart' },
              { value: 'table', label: 'Rows' },
            ]}
            value={as}
            onChange={setAs}
          />
        )}
        {planned !== undefined && (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconCode size={14} />}
            onClick={() => {
              tabs.open(queryTab(recorded.title, script(planned.data)), { beside: true });
            }}
          >
            Show SQL
          </Button>
        )}
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={`More for ${recorded.title}`}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconTablePlus size={14} />}
              onClick={() => {
                setQuestion({ kind: 'table' });
              }}
            >
              Save as table…
            </Menu.Item>
            <Menu.Item
              leftSection={<IconDownload size={14} />}
              onClick={() => {
                setQuestion({ kind: 'export', columns: grid.current?.columns() });
              }}
            >
              Export…
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </header>
      <p className={classes.words}>{recorded.words}</p>
      <p className={classes.muted}>{recorded.reading}</p>
      {recorded.figures.rowCount === 0 ? null : hasChart && as === 'chart' ? (
        <div className={classes.chart}>
          <Suspense fallback={<p className={classes.muted}>Loading the chart…</p>}>
            <ResultChart
              captioned={false}
              result={shown}
              spec={tab.charts[recorded.id] ?? planned.chart}
              onSpecChange={(spec) => {
                updateTab(id, 'module', { charts: { ...tab.charts, [recorded.id]: spec } });
              }}
              script={(onRows) => script(onRows(planned.data))}
            />
          </Suspense>
        </div>
      ) : (
        <div style={{ height: gridHeight(recorded.figures.rowCount) }}>
          <InspectedGrid ref={grid} view={view} kept={undefined} onKeep={() => undefined} profiled={false} />
        </div>
      )}
      <ResultDialogs
        view={view}
        title={recorded.title}
        question={question}
        onClose={() => {
          setQuestion(undefined);
        }}
      />
    </section>
  );
}
