import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import type { Destination } from '../../src/activation/destinations/destination.ts';
import { destinationWords } from '../../src/activation/destinations/destination-words.ts';
import { ConfirmSend } from './ConfirmSend.tsx';
import { LintList } from './LintList.tsx';
import { OutcomeTable } from './OutcomeTable.tsx';
import { SampleTable } from './SampleTable.tsx';
import classes from './Send.module.css';
import type { CheckedSend } from './send-run-state.ts';

export interface DryRunViewProps {
  readonly checked: CheckedSend;
  readonly destination: Destination;
  /** Whether the settings are still those that were checked. */
  readonly current: boolean;
  readonly onSend: () => void;
}

/** What a check found, most important first, and the way to send it. */
export function DryRunView({ checked, destination, current, onSend }: DryRunViewProps) {
  const [confirming, setConfirming] = useState(false);
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
      <div>
        <Button
          leftSection={<IconSend size={14} />}
          disabled={stopped || !current}
          onClick={() => {
            setConfirming(true);
          }}
        >
          Send {dry.sent.toLocaleString()} rows…
        </Button>
      </div>
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
      {confirming && (
        <ConfirmSend
          checked={checked}
          destination={destination}
          onClose={() => {
            setConfirming(false);
          }}
          onSend={() => {
            setConfirming(false);
            onSend();
          }}
        />
      )}
    </>
  );
}
