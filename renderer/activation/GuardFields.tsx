import { ActionIcon, Button, NumberInput, Select, Switch } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { SendSettings, SuppressionList } from '../../src/activation/prepare/send-settings.ts';
import { ControlFields } from './ControlFields.tsx';
import type { SendFormProps } from './form-props.ts';
import { PathSelect } from './PathSelect.tsx';
import classes from './Send.module.css';

const comparisons = [
  { value: 'exact', label: 'Exactly' },
  { value: 'lower', label: 'In any case' },
  { value: 'email', label: 'As e-mail' },
  { value: 'phone', label: 'As phone' },
] as const;

const duplicateChoices = [
  { value: 'drop-same-row', label: 'Each row leaves once' },
  { value: 'drop-same-person', label: 'Each person leaves once' },
  { value: 'keep', label: 'Every row leaves' },
] as const;

/** Who stays whatever their consent says, and when the whole send must stop. */
export function GuardFields({ settings, catalog, issues, onChange }: SendFormProps) {
  const { suppressions, priority, frequency, duplicates, sizeLimit, dataset } = settings;
  const datasets = catalog.datasets.map(({ label }) => label);
  const setList = (index: number, change: Partial<SuppressionList>) => {
    onChange({ suppressions: suppressions.map((list, at) => (at === index ? { ...list, ...change } : list)) });
  };
  const setPriority = (index: number, change: Partial<SendSettings['priority'][number]>) => {
    onChange({ priority: priority.map((audience, at) => (at === index ? { ...audience, ...change } : audience)) });
  };
  return (
    <fieldset className={classes.group}>
      <legend>Who else stays</legend>
      {suppressions.map((list, index) => (
        <div key={index} className={classes.card} role="group" aria-label={`Suppression list ${index + 1}`}>
          <div>
            <div className={classes.pair}>
              <Select
                label="Suppression list"
                searchable
                data={datasets}
                value={list.dataset === '' ? null : list.dataset}
                error={issues[`suppressions.${index}.dataset`]}
                onChange={(chosen) => {
                  setList(index, { dataset: chosen ?? '', column: '' });
                }}
              />
              <PathSelect
                label="Its column"
                catalog={catalog}
                dataset={list.dataset}
                value={list.column}
                issue={issues[`suppressions.${index}.column`]}
                onChange={(column) => {
                  setList(index, { column });
                }}
              />
              <PathSelect
                label="Compared with"
                optional
                catalog={catalog}
                dataset={dataset}
                value={list.against}
                onChange={(against) => {
                  setList(index, { against });
                }}
              />
              <Select
                label="How"
                data={[...comparisons]}
                value={list.comparison}
                onChange={(chosen) => {
                  setList(index, { comparison: comparisons.find(({ value }) => value === chosen)?.value ?? 'exact' });
                }}
              />
            </div>
            <Switch
              size="xs"
              label="The list holds SHA-256 digests"
              checked={list.hashed}
              onChange={(event) => {
                setList(index, { hashed: event.currentTarget.checked });
              }}
            />
          </div>
          <Remove
            label={`Remove suppression list ${index + 1}`}
            onClick={() => {
              onChange({ suppressions: suppressions.filter((_, at) => at !== index) });
            }}
          />
        </div>
      ))}
      {priority.map((audience, index) => (
        <div key={index} className={classes.card} role="group" aria-label={`Audience that comes first ${index + 1}`}>
          <div className={classes.pair}>
            <Select
              label="Audience that comes first"
              searchable
              data={datasets}
              value={audience.dataset === '' ? null : audience.dataset}
              error={issues[`priority.${index}.dataset`]}
              onChange={(chosen) => {
                setPriority(index, { dataset: chosen ?? '', column: '' });
              }}
            />
            <PathSelect
              label="Its identity"
              catalog={catalog}
              dataset={audience.dataset}
              value={audience.column}
              issue={issues[`priority.${index}.column`]}
              onChange={(column) => {
                setPriority(index, { column });
              }}
            />
          </div>
          <Remove
            label={`Remove audience ${index + 1}`}
            onClick={() => {
              onChange({ priority: priority.filter((_, at) => at !== index) });
            }}
          />
        </div>
      ))}
      <div className={classes.reason}>
        <Button
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => {
            onChange({
              suppressions: [
                ...suppressions,
                { dataset: '', column: '', against: '', comparison: 'exact', hashed: false },
              ],
            });
          }}
        >
          Suppression list
        </Button>
        <Button
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => {
            onChange({ priority: [...priority, { dataset: '', column: '' }] });
          }}
        >
          Audience that comes first
        </Button>
      </div>
      <Switch
        size="xs"
        label="Limit how often a person is reached"
        checked={frequency !== null}
        onChange={(event) => {
          onChange({ frequency: event.currentTarget.checked ? { sends: 3, days: 7, within: 'project' } : null });
        }}
      />
      {frequency !== null && (
        <div className={classes.pair}>
          <NumberInput
            label="Sends at most"
            min={1}
            max={1000}
            allowDecimal={false}
            value={frequency.sends}
            onChange={(sends) => {
              onChange({ frequency: { ...frequency, sends: Number(sends) } });
            }}
          />
          <NumberInput
            label="Within days"
            min={1}
            max={3650}
            allowDecimal={false}
            value={frequency.days}
            onChange={(days) => {
              onChange({ frequency: { ...frequency, days: Number(days) } });
            }}
          />
          <Select
            label="Counted over"
            data={[
              { value: 'project', label: 'All destinations' },
              { value: 'destination', label: 'This destination' },
            ]}
            value={frequency.within}
            onChange={(within) => {
              onChange({ frequency: { ...frequency, within: within === 'destination' ? 'destination' : 'project' } });
            }}
          />
        </div>
      )}
      <ControlFields {...{ settings, catalog, issues, onChange }} />
      <div className={classes.pair}>
        <Select
          label="Repeats"
          data={[...duplicateChoices]}
          value={duplicates}
          onChange={(chosen) => {
            onChange({ duplicates: duplicateChoices.find(({ value }) => value === chosen)?.value ?? 'drop-same-row' });
          }}
        />
        <NumberInput
          label="Stop on a change above"
          suffix=" %"
          placeholder="Never"
          min={0}
          value={sizeLimit ?? ''}
          onChange={(limit) => {
            onChange({ sizeLimit: typeof limit === 'number' ? limit : null });
          }}
        />
      </div>
    </fieldset>
  );
}

function Remove({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={onClick}>
      <IconX size={14} />
    </ActionIcon>
  );
}
