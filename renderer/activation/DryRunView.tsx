import { Button, Group } from '@mantine/core';
import { IconCalendarRepeat, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { Destination } from '../../src/activation/destinations/destination.ts';
import { destinationWords } from '../../src/activation/destinations/destination-words.ts';
import type { CheckedSend } from '../../src/activation/run/checked-send.ts';
import { activationStore } from './activation-store.ts';
import { ConfirmSend } from './ConfirmSend.tsx';
import { LintList } from './LintList.tsx';
import { OutcomeTable } from './OutcomeTable.tsx';
import { SampleTable } from './SampleTable.tsx';
import { ScheduleDialog } from './ScheduleDialog.tsx';
import classes from './Send.module.css';

export interface DryRunViewProps {
  readonly checked: CheckedSend;
  readonly destination: Destination;
  /** Whether the settings are still those that were checked. */
  readonly current: boolean;
  /** The schedule that these settings are of, if they are. */
  readonly schedule: string | undefined;
  readonly onSend: () => void;
}

/** What a check found, most important first, and the way to send it. */
export function DryRunView({ checked, destination, current, schedule, onSend }: DryRunViewProps) {
  const [asking, setAsking] = useState<'send' | 'schedule'>();
  const known = useStore(activationStore, (state) => state.schedules.find(({ id }) => id === schedule));
  const { dry, plan } = checked;
  const [leaving] = dry.outcomes.filter(({ outcome }) => outcome === 'sent');
  const stopped = dry.stops.length > 0;
  const stays = (dry.rows - dry.sent).toLocaleString();
  return (
    <>
      <p className={classes.headline}>
        {dry.sent.toLocaleString()} of {dry.rows.toLocaleString()} rows would go to “{destination.name}”; {stays} stay.
      </p>
      {stopped && (
        <div className={classes.stop} role="alert">
          {dry.stops.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </div>
      )}
      {!current && <p className={classes.muted}>The settings changed since this check. Check again to send.</p>}
      <Group gap="xs">
        <Button
          leftSection={<IconSend size={14} />}
          disabled={stopped || !current}
          onClick={() => {
            setAsking('send');
          }}
        >
          Send {dry.sent.toLocaleString()} rows…
        </Button>
        <Button
          variant="default"
          leftSection={<IconCalendarRepeat size={14} />}
          disabled={stopped || !current}
          onClick={() => {
            setAsking('schedule');
          }}
        >
          {known === undefined ? 'Schedule…' : 'Confirm the schedule…'}
        </Button>
      </Group>
      <section className={classes.section} aria-label="Who leaves and who stays">
        <h3>Who leaves and who stays</h3>
        <OutcomeTable dry={dry} headers={plan.settings.fields.map(({ header }) => header)} />
        {!stopped && <p className={classes.muted}>{dry.size.words}</p>}
      </section>
      {dry.matchRate !== undefined && (
        <section className={classes.section} aria-label="How many can match">
          <h3>How many can match</h3>
          <p>{dry.matchRate.words}</p>
        </section>
      )}
      <section className={classes.section} aria-label="What looks wrong">
        <h3>What looks wrong</h3>
        <LintList findings={dry.lint} />
      </section>
      {leaving !== undefined && (
        <section className={classes.section} aria-label="The first rows">
          <h3>The first rows, as they leave</h3>
          <SampleTable headers={plan.settings.fields.map(({ header }) => header)} rows={leaving.sample} />
        </section>
      )}
      <section className={classes.section} aria-label="Files">
        <h3>Files</h3>
        <p className={classes.muted}>{destinationWords(destination)}</p>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col" data-number>
                Rows
              </th>
            </tr>
          </thead>
          <tbody>
            {dry.files.slice(0, 50).map(({ name, rows }) => (
              <tr key={name}>
                <td>
                  <code>{name}</code>
                </td>
                <td data-number>{rows.toLocaleString()}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {dry.files.length > 50 && <p className={classes.muted}>And {(dry.files.length - 50).toLocaleString()} more.</p>}
      </section>
      {asking === 'schedule' && (
        <ScheduleDialog
          checked={checked}
          destination={destination}
          {...(known && { known })}
          onClose={() => {
            setAsking(undefined);
          }}
        />
      )}
      {asking === 'send' && (
        <ConfirmSend
          checked={checked}
          destination={destination}
          onClose={() => {
            setAsking(undefined);
          }}
          onSend={() => {
            setAsking(undefined);
            onSend();
          }}
        />
      )}
    </>
  );
}
