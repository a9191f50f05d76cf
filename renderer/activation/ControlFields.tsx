import { NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Control, SendSettings } from '../../src/activation/prepare/send-settings.ts';
import { splitsOf } from '../../src/audiences/split/find-splits.ts';
import { findCatalogDataset } from '../../src/modules/source-dataset.ts';
import type { SendFormProps } from './form-props.ts';
import classes from './Send.module.css';
import { useGroups } from './use-groups.ts';

const kinds = [
  { value: 'nobody', label: 'Nobody' },
  { value: 'split', label: 'A group of a split' },
  { value: 'random', label: 'A share at random' },
  { value: 'condition', label: 'Whom a condition finds' },
] as const;

type Kind = (typeof kinds)[number]['value'];

/** Who is kept back as control group, to measure by what the send does. */
export function ControlFields({ settings, catalog, issues, onChange }: SendFormProps) {
  const { control, holdout, dataset } = settings;
  const [chosen, setChosen] = useState<Kind>();
  const source = findCatalogDataset(catalog, dataset);
  const splits = source === undefined ? [] : splitsOf(source, catalog.datasets);
  const kind = control?.kind ?? (holdout === '' ? (chosen ?? 'nobody') : 'condition');
  const choose = (next: Kind) => {
    setChosen(next);
    onChange({ holdout: '', control: firstControl(next, dataset, splits) });
  };
  return (
    <>
      <Select
        label="Keep back"
        description="A control group shows what the send does: nobody of it leaves."
        allowDeselect={false}
        data={kinds.map((one) => ({ ...one, disabled: one.value === 'split' && splits.length === 0 }))}
        value={kind}
        onChange={(value) => {
          choose(kinds.find((one) => one.value === value)?.value ?? 'nobody');
        }}
      />
      {control?.kind === 'split' && (
        <SplitFields
          control={control}
          splits={splits.map((found) => found.dataset)}
          catalog={catalog}
          issues={issues}
          onChange={onChange}
        />
      )}
      {control?.kind === 'random' && (
        <div className={classes.pair}>
          <NumberInput
            label="Share"
            suffix=" %"
            min={0}
            max={100}
            value={control.percent}
            error={issues['control.percent']}
            onChange={(percent) => {
              onChange({ control: { ...control, percent: Number(percent) } });
            }}
          />
          <TextInput
            label="Salt"
            description="The same salt keeps back the same people."
            value={control.salt}
            onChange={(event) => {
              onChange({ control: { ...control, salt: event.currentTarget.value } });
            }}
          />
        </div>
      )}
      {kind === 'condition' && (
        <TextInput
          label="Control group"
          description="An SQL condition: people for whom it is true are held out."
          placeholder="split = 'control'"
          value={holdout}
          onChange={(event) => {
            setChosen('condition');
            onChange({ holdout: event.currentTarget.value });
          }}
        />
      )}
    </>
  );
}

function firstControl(kind: Kind, salt: string, splits: ReturnType<typeof splitsOf>): Control | null {
  const [first] = splits;
  if (kind === 'random') return { kind, percent: 10, salt };
  return kind === 'split' && first !== undefined ? { kind, ...first, group: 'holdout' } : null;
}

interface SplitFieldsProps extends Pick<SendFormProps, 'catalog' | 'issues'> {
  readonly control: Extract<Control, { kind: 'split' }>;
  readonly splits: readonly string[];
  readonly onChange: (change: Pick<SendSettings, 'control'>) => void;
}

function SplitFields({ control, splits, catalog, issues, onChange }: SplitFieldsProps) {
  const { relation = [] } = findCatalogDataset(catalog, control.dataset) ?? {};
  const groups = useGroups(relation, control.column);
  const known = groups === undefined || groups.includes(control.group);
  return (
    <div className={classes.pair}>
      <Select
        label="Split"
        allowDeselect={false}
        data={[...splits]}
        value={control.dataset}
        onChange={(dataset) => {
          if (dataset !== null) onChange({ control: { ...control, dataset } });
        }}
      />
      <Select
        label="Group kept back"
        allowDeselect={false}
        data={[...(groups ?? [control.group])]}
        value={control.group}
        error={known ? issues['control.group'] : `The split has no group “${control.group}”.`}
        onChange={(group) => {
          if (group !== null) onChange({ control: { ...control, group } });
        }}
      />
    </div>
  );
}
