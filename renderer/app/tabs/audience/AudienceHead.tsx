import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconDeviceFloppy, IconRefresh, IconSend } from '@tabler/icons-react';
import { audienceOf } from '../../../../src/audiences/draft.ts';
import type { Refreshed } from '../../../../src/audiences/refresh.ts';
import { counted } from '../../../../src/modules/words.ts';
import { openSend } from '../../../activation/open-send.ts';
import type { AudienceRunner } from '../../../audiences/audience-runner.ts';
import { type AudienceTab, updateTab } from '../../../store/view-state.ts';
import { useServices } from '../../services.ts';
import type { AudiencePageProps } from './audience-props.ts';
import classes from './AudienceTab.module.css';
import { draftIssue } from './draft-issue.ts';

const pages = [
  { value: 'members', label: 'Members' },
  { value: 'sql', label: 'SQL' },
  { value: 'why', label: 'Why?' },
  { value: 'history', label: 'History' },
  { value: 'settings', label: 'Settings' },
] as const satisfies readonly { readonly value: AudienceTab['page']; readonly label: string }[];

/** Name and size of the audience, its pages, and the button that keeps it. */
export function AudienceHead(props: AudiencePageProps & { readonly runner: AudienceRunner }) {
  const { id, tab, draft, state, saved, runner, onChange } = props;
  const services = useServices();
  const { messages } = services;
  const issue = draftIssue(props);
  const save = async () => {
    const refreshed = await runner.refresh(audienceOf(draft, saved, new Date()));
    if (refreshed === undefined) return;
    updateTab(id, 'audience', { audience: refreshed.audience.name, title: refreshed.audience.name });
    if (refreshed.alert === undefined) messages.say(savedWords(refreshed));
    else messages.warn(refreshed.alert);
  };
  return (
    <header className={classes.head}>
      <TextInput
        className={classes.name ?? ''}
        aria-label="Name of the audience"
        placeholder="Name the audience"
        readOnly={saved !== undefined}
        value={draft.name}
        onChange={(event) => {
          onChange({ name: event.currentTarget.value });
        }}
      />
      <Size {...props} />
      <span className={classes.spacer} />
      <SegmentedControl
        aria-label="Show"
        data={[...pages]}
        value={tab.page}
        onChange={(page) => {
          updateTab(id, 'audience', { page });
        }}
      />
      {saved !== undefined && (
        <Button
          variant="default"
          leftSection={<IconSend size={14} />}
          onClick={() => {
            openSend(services, saved.name);
          }}
        >
          Send…
        </Button>
      )}
      <Button
        leftSection={saved === undefined ? <IconDeviceFloppy size={14} /> : <IconRefresh size={14} />}
        disabled={issue !== undefined || state.saving}
        loading={state.saving}
        title={issue}
        onClick={() => void save()}
      >
        {saved === undefined ? 'Save audience' : 'Save and refresh'}
      </Button>
    </header>
  );
}

function Size({ draft, state }: AudiencePageProps) {
  const { sizes, measuring } = state;
  if (draft.mode === 'sql') return null;
  const size = sizes?.nodes.get(draft.rule.root.id)?.size;
  if (sizes === undefined || size === undefined)
    return measuring ? <span className={classes.muted}>Counting…</span> : null;
  const share = sizes.everybody === 0 ? 0 : size / sizes.everybody;
  return (
    <output className={classes.size} data-measuring={measuring || undefined} aria-label="Size of the audience">
      <strong>{size.toLocaleString()}</strong> of {sizes.everybody.toLocaleString()} people (
      {(share * 100).toLocaleString(undefined, { maximumFractionDigits: 1 })} %)
    </output>
  );
}

function savedWords({ audience, size, before, entered, exited }: Refreshed): string {
  const members = counted(size, 'member');
  if (before === undefined) return `“${audience.name}” was saved with ${members}.`;
  return `“${audience.name}” has ${members} now: ${entered.toLocaleString()} joined, ${exited.toLocaleString()} left.`;
}
