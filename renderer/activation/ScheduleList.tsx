import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { due } from '../../src/activation/prepare/schedule.ts';
import { lastRunOf, type ScheduledSend, scheduleWords } from '../../src/activation/schedules/scheduled-send.ts';
import { toStillhouseError } from '../../src/core/error.ts';
import { useServices } from '../app/services.ts';
import { momentText } from '../ui/moment-text.ts';
import classes from './Activation.module.css';
import { activationStore } from './activation-store.ts';
import { openReceipt, openScheduled } from './open-send.ts';

/** Sends that repeat by themselves, with their next run and what became of the last. */
export function ScheduleList() {
  const schedules = useStore(activationStore, (state) => state.schedules);
  if (schedules.length === 0) return null;
  return (
    <>
      <h4>Schedules</h4>
      {schedules.map((scheduled) => (
        <ScheduleEntry key={scheduled.id} scheduled={scheduled} />
      ))}
    </>
  );
}

const tones = { running: 'plain', sent: 'good', nothing: 'plain', stopped: 'warning', failed: 'bad' } as const;
const titles = {
  running: 'Running',
  sent: 'Sent',
  nothing: 'Nothing new',
  stopped: 'Stopped',
  failed: 'Failed',
} as const;

function ScheduleEntry({ scheduled }: { readonly scheduled: ScheduledSend }) {
  const services = useServices();
  const { scheduler, messages } = services;
  const { settings, schedule, paused, last } = scheduled;
  const { next } = due(schedule, lastRunOf(scheduled), new Date());
  const send = useStore(activationStore, (state) => state.sends.find(({ id }) => id === last?.send));
  const attempt = (work: () => Promise<unknown>) => {
    work().catch((error: unknown) => {
      messages.fail(toStillhouseError(error));
    });
  };
  const nextWords = next === undefined ? 'no more runs' : `next ${momentText(next).slice(0, -3)}`;
  return (
    <div className={classes.entry}>
      <button
        type="button"
        title={last?.words ?? ''}
        onClick={() => {
          openScheduled(services, scheduled);
        }}
      >
        <strong>{settings.title}</strong>
        <small className={classes.words}>
          {scheduleWords(schedule)} · {paused ? 'paused' : nextWords}
        </small>
        {last !== null && (
          <small>
            <span className={classes.state} data-tone={tones[last.state]}>
              {titles[last.state]}
            </span>{' '}
            {momentText(new Date(last.at)).slice(0, -3)}
          </small>
        )}
        {last !== null && last.state !== 'sent' && <small className={classes.words}>{last.words}</small>}
      </button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`More for the schedule of ${settings.title}`}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            onClick={() => {
              attempt(() => scheduler.runNow(scheduled.id));
            }}
          >
            Run now
          </Menu.Item>
          <Menu.Item
            onClick={() => {
              attempt(() => scheduler.save({ ...scheduled, paused: !paused }));
            }}
          >
            {paused ? 'Go on' : 'Pause'}
          </Menu.Item>
          <Menu.Item
            onClick={() => {
              openScheduled(services, scheduled);
            }}
          >
            Check and confirm again…
          </Menu.Item>
          {send !== undefined && (
            <Menu.Item
              onClick={() => {
                openReceipt(services, send);
              }}
            >
              Receipt of the last run
            </Menu.Item>
          )}
          <Menu.Item
            onClick={() => {
              attempt(async () => {
                await scheduler.remove(scheduled.id);
                messages.say(`The schedule of “${settings.title}” was removed. Its receipts stay.`);
              });
            }}
          >
            Remove
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
