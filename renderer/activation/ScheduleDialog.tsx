import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { IconCalendarRepeat } from '@tabler/icons-react';
import { useState } from 'react';
import type { Destination } from '../../src/activation/destinations/destination.ts';
import { destinationWords } from '../../src/activation/destinations/destination-words.ts';
import type { CheckedSend } from '../../src/activation/run/checked-send.ts';
import {
  repeatedNameProblem,
  type ScheduledSend,
  scheduledSendSchema,
  scheduleWords,
} from '../../src/activation/schedules/scheduled-send.ts';
import { toStillhouseError } from '../../src/core/error.ts';
import { counted } from '../../src/modules/words.ts';
import { useServices } from '../app/services.ts';
import activation from './Activation.module.css';
import classes from './Send.module.css';

export interface ScheduleDialogProps {
  readonly checked: CheckedSend;
  readonly destination: Destination;
  /** The schedule that is confirmed again; absent for a new one. */
  readonly known?: ScheduledSend;
  readonly onClose: () => void;
}

type Every = ScheduledSend['schedule']['every'];

const rhythms = [
  { value: '3', label: 'Every 3 hours' },
  { value: '6', label: 'Every 6 hours' },
  { value: '8', label: 'Every 8 hours' },
  { value: '12', label: 'Every 12 hours' },
  { value: 'day', label: 'Every day' },
  ...['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map((day, index) => ({
    value: `week-${(index + 1) % 7}`,
    label: `Every ${day}`,
  })),
];

/** Says once what every run will send by itself, and by which rules, before it is kept. */
export function ScheduleDialog({ checked, destination, known, onClose }: ScheduleDialogProps) {
  const { scheduler, messages } = useServices();
  const every = known?.schedule.every;
  const [rhythm, setRhythm] = useState(every === undefined ? 'day' : rhythmOf(every));
  const [at, setAt] = useState(every !== undefined && every.unit !== 'hours' ? every.at : '06:00');
  const [missed, setMissed] = useState<'catch-up' | 'skip'>(known?.schedule.missed ?? 'catch-up');
  const { dry, plan, rules } = checked;
  const now = new Date().toISOString();
  const parsed = scheduledSendSchema.safeParse({
    version: 1,
    id: known?.id ?? `${now}-${checked.table}`,
    destination: destination.id,
    settings: plan.settings,
    schedule: { every: everyOf(rhythm, at), startsAt: now, missed },
    paused: false,
    confirmed: { at: now, rows: dry.sent, rules },
    last: known?.last ?? null,
  });
  const problem = parsed.success ? nameProblem(parsed.data, destination) : 'Write a time as 06:30.';
  const keep = () => {
    if (!parsed.success) return;
    scheduler.save(parsed.data).then(
      () => {
        messages.say(`“${plan.settings.title}” is sent ${scheduleWords(parsed.data.schedule)}, while the app is open.`);
        onClose();
      },
      (error: unknown) => {
        messages.fail(toStillhouseError(error));
      },
    );
  };
  return (
    <Modal opened onClose={onClose} title="Send on a schedule?" size="lg">
      <Stack gap="sm">
        <p className={classes.headline}>
          Each run sends what passes these rules to {destinationWords(destination)}, without asking again. Now that
          would be {counted(dry.sent, 'row')} of {counted(dry.rows, 'row')}.
        </p>
        <Group align="flex-start">
          <Select
            label="How often"
            data={rhythms}
            value={rhythm}
            allowDeselect={false}
            onChange={(value) => {
              setRhythm(value ?? 'day');
            }}
          />
          {Number.isNaN(Number(rhythm)) && (
            <TextInput
              label="At (UTC)"
              value={at}
              error={!parsed.success}
              onChange={(event) => {
                setAt(event.currentTarget.value);
              }}
            />
          )}
          <Select
            label="Runs missed while the app is closed"
            data={[
              { value: 'catch-up', label: 'Make up for them once' },
              { value: 'skip', label: 'Leave them out' },
            ]}
            value={missed}
            allowDeselect={false}
            onChange={(value) => {
              setMissed(value === 'skip' ? 'skip' : 'catch-up');
            }}
          />
        </Group>
        <p>{plan.settings.mode === 'incremental' && 'Each run takes the rows written since the last one.'}</p>
        <p className={classes.muted}>
          It runs while the app is open with this project. Lint errors, the size limit and missing consent stop a run as
          they stop you; so does any change of the settings, the destination, the audience’s rule or the columns, until
          you confirm it here again.
        </p>
        {problem !== null && (
          <p className={activation.caution} role="alert">
            {problem}
          </p>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button leftSection={<IconCalendarRepeat size={14} />} disabled={problem !== null} onClick={keep}>
            {known === undefined ? 'Keep the schedule' : 'Confirm the schedule'}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function nameProblem(scheduled: ScheduledSend, destination: Destination): string | null {
  if (destination.kind === 'webhook' || destination.overwrite) return null;
  return repeatedNameProblem(scheduled.settings, scheduled.schedule);
}

function rhythmOf(every: Every): string {
  if (every.unit === 'hours') return String(every.hours);
  return every.unit === 'day' ? 'day' : `week-${every.weekday}`;
}

function everyOf(rhythm: string, at: string) {
  if (rhythm === 'day') return { unit: 'day', at };
  if (rhythm.startsWith('week-')) return { unit: 'week', weekday: Number(rhythm.slice(5)), at };
  return { unit: 'hours', hours: Number(rhythm) };
}
