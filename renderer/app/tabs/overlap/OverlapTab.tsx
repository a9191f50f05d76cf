import { Button, SegmentedControl } from '@mantine/core';
import { IconCode } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { masksSql } from '../../../../src/audiences/overlap/overlap-sql.ts';
import { overlapWords } from '../../../../src/audiences/overlap/words.ts';
import { errorToData } from '../../../../src/core/error.ts';
import { catalogView } from '../../../../src/modules/catalog-view.ts';
import { useCandidates } from '../../../audiences/overlap/use-candidates.ts';
import { type MeasuredOverlap, useOverlap } from '../../../audiences/overlap/use-overlap.ts';
import { projectStore } from '../../../project/project-store.ts';
import { type OverlapTab as OverlapTabState, updateTab, viewStore } from '../../../store/view-state.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { Split } from '../../../ui/Split.tsx';
import type { TabProps } from '../../dock/Dock.tsx';
import { useServices } from '../../services.ts';
import { queryTab } from '../new-tab.ts';
import { FiguresPage } from './FiguresPage.tsx';
import { MatrixPage } from './MatrixPage.tsx';
import classes from './OverlapTab.module.css';
import { PriorityPage } from './PriorityPage.tsx';
import { RegionsPage } from './RegionsPage.tsx';
import { SourcesPane } from './SourcesPane.tsx';

const pages = [
  { value: 'regions', label: 'Combinations' },
  { value: 'matrix', label: 'Two by two' },
  { value: 'priority', label: 'Priority' },
  { value: 'figures', label: 'Figures' },
] as const satisfies readonly { readonly value: OverlapTabState['page']; readonly label: string }[];

/** Audiences compared: who is in which of them, exactly, and who would get what when each person counts once. */
export function OverlapTab({ id }: TabProps) {
  const tab = useStore(viewStore, ({ tabs }) => tabs[id]);
  return tab?.kind === 'overlap' ? <OverlapScreen id={id} tab={tab} /> : null;
}

function OverlapScreen({ id, tab }: TabProps & { readonly tab: OverlapTabState }) {
  const { project, tabs } = useServices();
  const [attempt, setAttempt] = useState(0);
  const phase = useStore(projectStore, (status) => status.phase);
  const datasets = useStore(projectStore, (status) => status.datasets);
  const catalog = useMemo(() => catalogView(datasets), [datasets]);
  const candidates = useCandidates(project, catalog);
  const versions = datasets.map(({ schema, name, snapshot }) => `${schema}.${name} ${snapshot ?? ''}`).join('\n');
  const { value, failure, isCurrent } = useOverlap(project, tab.sources, `${phase} ${attempt} ${versions}`);
  const measured = isCurrent || value?.members.length === tab.sources.length ? value : undefined;
  return (
    <div className={classes.tab}>
      <header className={classes.head}>
        <h2>Overlaps</h2>
        <span className={classes.spacer} />
        {measured !== undefined && (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconCode size={14} />}
            onClick={() => {
              tabs.open(queryTab('Overlaps', `${masksSql(measured.members).text};\n`), { beside: true });
            }}
          >
            Show SQL
          </Button>
        )}
        <SegmentedControl
          aria-label="Show"
          data={[...pages]}
          value={tab.page}
          onChange={(page) => {
            updateTab(id, 'overlap', { page });
          }}
        />
      </header>
      <div className={classes.body}>
        <Split
          direction="row"
          sized="first"
          size={tab.paneWidth}
          min={220}
          max={640}
          label="Width of the sources"
          onResize={(paneWidth) => {
            updateTab(id, 'overlap', { paneWidth });
          }}
          first={<SourcesPane id={id} tab={tab} catalog={catalog} candidates={candidates} />}
          second={
            <section className={classes.output} aria-label="Overlaps" data-stale={!isCurrent || undefined}>
              {failure !== undefined && (
                <ErrorNote
                  error={errorToData(failure)}
                  action={
                    <Button
                      variant="default"
                      onClick={() => {
                        setAttempt(attempt + 1);
                      }}
                    >
                      Compare again
                    </Button>
                  }
                />
              )}
              {tab.sources.length === 0 ? (
                <EmptyState title="Who is in several audiences?">
                  Choose audiences, segments of profiles, or any dataset with people on the left. You see exactly how
                  many are in each combination of them, and make an audience of any.
                </EmptyState>
              ) : measured === undefined ? (
                failure === undefined && <p className={classes.muted}>Counting…</p>
              ) : (
                <Measured id={id} tab={tab} measured={measured} />
              )}
            </section>
          }
        />
      </div>
    </div>
  );
}

function Measured(props: TabProps & { readonly tab: OverlapTabState; readonly measured: MeasuredOverlap }) {
  const { tab, measured } = props;
  const words = useMemo(() => overlapWords(measured.overlap, measured.titles), [measured]);
  return (
    <>
      <p className={classes.headline} role="status">
        {words}
      </p>
      {tab.page === 'regions' && <RegionsPage {...props} />}
      {tab.page === 'matrix' && <MatrixPage {...props} />}
      {tab.page === 'figures' && <FiguresPage {...props} />}
      {tab.page === 'priority' && <PriorityPage {...props} />}
    </>
  );
}
