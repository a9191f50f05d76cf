import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { type AudienceDraft, readDraft } from '../../../../src/audiences/draft.ts';
import { errorToData } from '../../../../src/core/error.ts';
import { catalogView } from '../../../../src/modules/catalog-view.ts';
import { audiencesStore } from '../../../audiences/audiences-store.ts';
import { projectStore } from '../../../project/project-store.ts';
import { type AudienceTab as AudienceTabState, updateTab, viewStore } from '../../../store/view-state.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { Split } from '../../../ui/Split.tsx';
import type { TabProps } from '../../dock/Dock.tsx';
import { useServices } from '../../services.ts';
import { AudienceHead } from './AudienceHead.tsx';
import classes from './AudienceTab.module.css';
import { DefinitionPane } from './DefinitionPane.tsx';
import { HistoryPage } from './HistoryPage.tsx';
import { MembersPage } from './MembersPage.tsx';
import { SettingsPage } from './SettingsPage.tsx';
import { SqlPage } from './SqlPage.tsx';
import { WhyPage } from './WhyPage.tsx';

/** An audience: its conditions with exact sizes on the left; members, SQL, reasons and history on the right. */
export function AudienceTab({ id }: TabProps) {
  const tab = useStore(viewStore, ({ tabs }) => tabs[id]);
  return tab?.kind === 'audience' ? <AudienceScreen id={id} tab={tab} /> : null;
}

function AudienceScreen({ id, tab }: TabProps & { readonly tab: AudienceTabState }) {
  const { audienceRunners } = useServices();
  const runner = audienceRunners.of(id);
  const state = useStore(runner.store);
  const phase = useStore(projectStore, (status) => status.phase);
  const datasets = useStore(projectStore, (status) => status.datasets);
  const saved = useStore(audiencesStore, ({ audiences }) => audiences.find(({ name }) => name === tab.audience));
  const catalog = useMemo(() => catalogView(datasets), [datasets]);
  const draft = useMemo(() => readDraft(tab.draft, catalog), [tab.draft, catalog]);
  const { rule, mode } = draft;
  const measurable = mode === 'rule' && rule.people !== '' && rule.identity !== '';
  useEffect(() => {
    if (measurable && phase === 'ready') runner.measure(rule);
  }, [runner, rule, measurable, phase, datasets]);
  if (phase === 'ready' && datasets.length === 0) {
    return (
      <EmptyState title="An audience needs people">
        Import a table with one row a person, or add the sample data; then choose who belongs to the audience.
      </EmptyState>
    );
  }
  const change = (part: Partial<AudienceDraft>) => {
    updateTab(id, 'audience', { draft: { ...draft, ...part } });
  };
  const page = { id, tab, draft, catalog, state, saved, onChange: change };
  return (
    <div className={classes.tab}>
      <AudienceHead {...page} runner={runner} />
      {state.error !== undefined && <ErrorNote error={errorToData(state.error)} />}
      <div className={classes.body}>
        <Split
          direction="row"
          sized="first"
          size={tab.builderWidth}
          min={360}
          max={1200}
          label="Width of the conditions"
          onResize={(builderWidth) => {
            updateTab(id, 'audience', { builderWidth });
          }}
          first={<DefinitionPane {...page} />}
          second={
            <section className={classes.output} aria-label="What it gives">
              {tab.page === 'members' && <MembersPage {...page} />}
              {tab.page === 'sql' && <SqlPage {...page} />}
              {tab.page === 'why' && <WhyPage {...page} />}
              {tab.page === 'history' && <HistoryPage {...page} />}
              {tab.page === 'settings' && <SettingsPage {...page} />}
            </section>
          }
        />
      </div>
    </div>
  );
}
