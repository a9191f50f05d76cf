import { Button } from '@mantine/core';
import { IconChecklist, IconPlayerStop, IconSql } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Destination } from '../../src/activation/destinations/destination.ts';
import type { SendPlan } from '../../src/activation/prepare/plan-send.ts';
import { type SendSettings, sendSettingsSchema } from '../../src/activation/prepare/send-settings.ts';
import { errorToData } from '../../src/core/error.ts';
import { filterWords } from '../../src/customers/customer-filter.ts';
import { catalogView } from '../../src/modules/catalog-view.ts';
import type { TabProps } from '../app/dock/Dock.tsx';
import { useServices } from '../app/services.ts';
import { queryTab } from '../app/tabs/new-tab.ts';
import { projectStore } from '../project/project-store.ts';
import { type SendTab as SendTabState, updateTab, viewStore } from '../store/view-state.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Split } from '../ui/Split.tsx';
import activation from './Activation.module.css';
import { activationStore } from './activation-store.ts';
import { completeSettings } from './complete-settings.ts';
import { ConsentFields } from './ConsentFields.tsx';
import { DryRunView } from './DryRunView.tsx';
import { FileFields } from './FileFields.tsx';
import { GuardFields } from './GuardFields.tsx';
import { MappingEditor } from './MappingEditor.tsx';
import { openReceipt } from './open-send.ts';
import classes from './Send.module.css';
import type { SendRunState } from './send-run-state.ts';
import { isBusy } from './send-runner.ts';
import { SendProgress } from './SendProgress.tsx';
import { SourceFields } from './SourceFields.tsx';

/** Sends a dataset: its settings on the left, what would happen on the right. */
export function SendTab({ id }: TabProps) {
  const tab = useStore(viewStore, ({ tabs }) => tabs[id]);
  return tab?.kind === 'send' ? <SendScreen id={id} tab={tab} /> : null;
}

function SendScreen({ id, tab }: TabProps & { readonly tab: SendTabState }) {
  const services = useServices();
  const runner = services.sendRunners.of(id);
  const run = useStore(runner.store);
  const datasets = useStore(projectStore, (status) => status.datasets);
  const destinations = useStore(activationStore, (state) => state.destinations);
  const catalog = useMemo(() => catalogView(datasets), [datasets]);
  const settings = useMemo(() => completeSettings(tab.settings), [tab.settings]);
  const destination = destinations.find((listed) => listed.destination.id === tab.destination)?.destination;
  const { valid, issues } = useMemo(() => checkSettings(settings, destination), [settings, destination]);
  const change = (part: Partial<SendSettings>) => {
    updateTab(id, 'send', { settings: { ...settings, ...part } });
  };
  const form = { settings, catalog, issues, onChange: change };
  const busy = isBusy(run);
  const send = async () => {
    const receipt = await runner.send();
    if (receipt !== undefined) openReceipt(services, receipt);
  };
  return (
    <div className={classes.tab}>
      <header className={classes.head}>
        <h2>{settings.title === '' ? 'Send' : `Send “${settings.title}”`}</h2>
        <span className={classes.spacer} />
        {run.checked !== undefined && (
          <Button
            variant="default"
            leftSection={<IconSql size={14} />}
            onClick={() => {
              if (run.checked !== undefined) {
                services.tabs.open(queryTab(`${settings.title}: SQL`, checkScript(run.checked.plan)));
              }
            }}
          >
            Show SQL
          </Button>
        )}
        {busy ? (
          <Button variant="default" leftSection={<IconPlayerStop size={14} />} onClick={runner.cancel}>
            Cancel
          </Button>
        ) : (
          <Button
            leftSection={<IconChecklist size={14} />}
            disabled={valid === undefined}
            onClick={() => {
              if (valid !== undefined) void runner.check(valid, tab.destination);
            }}
          >
            Check
          </Button>
        )}
      </header>
      <div className={classes.body}>
        <Split
          direction="row"
          sized="first"
          size={tab.formWidth}
          min={300}
          max={760}
          label="Width of the form"
          onResize={(formWidth) => {
            updateTab(id, 'send', { formWidth });
          }}
          first={
            <section className={classes.form} aria-label="Settings">
              <FilterNote />
              <SourceFields
                {...form}
                destination={tab.destination}
                onDestination={(chosen) => {
                  updateTab(id, 'send', { destination: chosen });
                }}
              />
              <ConsentFields {...form} />
              <MappingEditor {...form} />
              <GuardFields {...form} />
              <FileFields {...form} />
            </section>
          }
          second={
            <section className={classes.page} aria-label="What will happen">
              <Outcome
                run={run}
                destination={destination}
                current={run.checkedWith === JSON.stringify([valid, tab.destination])}
                schedule={tab.schedule}
                missing={valid === undefined ? Object.values(issues) : []}
                onSend={() => void send()}
              />
            </section>
          }
        />
      </div>
    </div>
  );
}

/** The window may show one customer; what leaves is never narrowed by that, and says so. */
function FilterNote() {
  const filter = useStore(viewStore, ({ customer }) => customer);
  if (filter === undefined) return null;
  return (
    <p className={activation.caution} role="note">
      The window shows {filterWords(filter)}, but a send takes the whole dataset: the filter is not applied. To send
      fewer, make an audience of them.
    </p>
  );
}

interface OutcomeProps {
  readonly run: SendRunState;
  readonly destination: Destination | undefined;
  /** Whether the settings are still those that were checked. */
  readonly current: boolean;
  readonly schedule: string | undefined;
  readonly missing: readonly string[];
  readonly onSend: () => void;
}

function Outcome({ run, destination, current, schedule, missing, onSend }: OutcomeProps) {
  const failure = run.phase === 'failed' && run.error !== undefined && <ErrorNote error={errorToData(run.error)} />;
  if (isBusy(run)) return <SendProgress run={run} />;
  if (run.checked === undefined || destination === undefined) {
    return (
      <>
        {failure}
        <EmptyState title="Nothing leaves before you have seen it">
          {missing.length === 0
            ? 'Check runs everything but the sending: how many leave, who stays and why, what looks wrong, and the files with their names.'
            : `Before the check: ${missing.join(' ')}`}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      {failure}
      <DryRunView
        checked={run.checked}
        destination={destination}
        current={current}
        schedule={schedule}
        onSend={onSend}
      />
    </>
  );
}

/** What a check asked, to be run and changed in the editor. */
function checkScript({ rows, outcomes }: SendPlan): string {
  return `-- The rows that leave\n${rows.text};\n\n-- Every row with its outcome: sent, or why it stays\n${outcomes.text};\n`;
}

/** The settings when they can be checked, else what is missing by field. */
function checkSettings(settings: SendSettings, destination: Destination | undefined) {
  const parsed = sendSettingsSchema.safeParse(settings);
  const issues: Record<string, string> = {};
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) issues[path.join('.')] ??= message;
  }
  if (settings.kind === 'audience' && settings.identity === '')
    issues.identity = 'Choose the column that says who a row is about.';
  if (destination === undefined) issues.destination = 'Choose a destination.';
  settings.fields.forEach(({ path, normalise, header }, index) => {
    if (path === '' && normalise.kind !== 'constant')
      issues[`fields.${index}.header`] ??= `Choose the column of “${header}”.`;
  });
  const valid = parsed.success && Object.keys(issues).length === 0 ? parsed.data : undefined;
  return { valid, issues };
}
