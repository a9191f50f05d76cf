import { ActionIcon, Button, NumberInput, Radio, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { mostGroups, type Split, type SplitGroup } from '../../../src/audiences/split/split.ts';
import classes from './Split.module.css';

export interface GroupRowsProps {
  readonly split: Split;
  /** People in each group, while they are known. */
  readonly sizes: readonly number[] | undefined;
  readonly onChange: (part: Partial<Split>) => void;
}

/** The groups of a split: name, share, and how many people that is. */
export function GroupRows({ split: { groups, holdout }, sizes, onChange }: GroupRowsProps) {
  const change = (place: number, part: Partial<SplitGroup>) => {
    const next = groups.map((group, at) => (at === place ? { ...group, ...part } : group));
    const renamed = part.name !== undefined && groups[place]?.name === holdout;
    onChange({ groups: next, ...(renamed && { holdout: part.name }) });
  };
  return (
    <div className={classes.groups}>
      {groups.map(({ name, percent }, place) => (
        <div key={place} className={classes.group}>
          <TextInput
            label={place === 0 ? 'Group' : undefined}
            aria-label={`Name of group ${place + 1}`}
            value={name}
            onChange={(event) => {
              change(place, { name: event.currentTarget.value });
            }}
          />
          <NumberInput
            label={place === 0 ? 'Percent' : undefined}
            aria-label={`Percent of group ${place + 1}`}
            min={0}
            max={100}
            decimalScale={3}
            value={percent}
            onChange={(value) => {
              change(place, { percent: Number(value) });
            }}
          />
          <output aria-label={`People in group ${place + 1}`}>
            {sizes?.[place] === undefined ? '' : sizes[place].toLocaleString()}
          </output>
          <Radio
            name="holdout"
            label="held out"
            checked={name === holdout}
            onChange={() => {
              onChange({ holdout: name });
            }}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Remove group ${place + 1}`}
            disabled={groups.length <= 2}
            onClick={() => {
              onChange({
                groups: groups.filter((_, at) => at !== place),
                ...(name === holdout && { holdout: undefined }),
              });
            }}
          >
            <IconX size={14} />
          </ActionIcon>
        </div>
      ))}
      <div className={classes.actions}>
        <Button
          variant="default"
          leftSection={<IconPlus size={14} />}
          disabled={groups.length >= mostGroups}
          onClick={() => {
            onChange({ groups: [...groups, { name: `Group ${groups.length + 1}`, percent: 0 }] });
          }}
        >
          Add a group
        </Button>
        <Button
          variant="subtle"
          color="gray"
          onClick={() => {
            const even = Math.floor(100_000 / groups.length) / 1000;
            const last = Math.round((100 - even * (groups.length - 1)) * 1000) / 1000;
            onChange({
              groups: groups.map((group, at) => ({ ...group, percent: at === groups.length - 1 ? last : even })),
            });
          }}
        >
          Same share for all
        </Button>
        {holdout !== undefined && (
          <Button
            variant="subtle"
            color="gray"
            onClick={() => {
              onChange({ holdout: undefined });
            }}
          >
            Hold nobody out
          </Button>
        )}
      </div>
    </div>
  );
}
