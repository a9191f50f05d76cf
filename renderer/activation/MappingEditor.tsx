import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { platformById } from '../../src/activation/platforms/index.ts';
import type { SendField } from '../../src/activation/prepare/send-settings.ts';
import { treatmentWords } from '../../src/activation/prepare/treatment.ts';
import type { SendFormProps } from './form-props.ts';
import { PathSelect } from './PathSelect.tsx';
import classes from './Send.module.css';
import { choiceOf, hashChoices, treatmentChoices } from './treatment-choices.ts';

const nullChoices = [
  { value: 'empty', label: 'If none: empty' },
  { value: 'omit', label: 'If none: no key (JSON)' },
  { value: 'text', label: 'If none: a text' },
  { value: 'drop-row', label: 'If none: person stays' },
] as const;

/** The columns of the file in order: where each is from, its header, and what happens to it on the way. */
export function MappingEditor({ settings, catalog, issues, onChange }: SendFormProps) {
  const { fields, platform } = settings;
  const set = (index: number, change: Partial<SendField>) => {
    onChange({ fields: fields.map((field, at) => (at === index ? { ...field, ...change } : field)) });
  };
  const moveUp = (index: number) => {
    const [above, field] = [fields[index - 1], fields[index]];
    if (above === undefined || field === undefined) return;
    onChange({ fields: fields.map((one, at) => (at === index - 1 ? field : at === index ? above : one)) });
  };
  const headers = platformById(platform).columns.map(({ header }) => header);
  return (
    <fieldset className={classes.group}>
      <legend>Columns of the file</legend>
      {issues.fields !== undefined && <p role="alert">{issues.fields}</p>}
      {fields.map((field, index) => (
        <div key={index} className={classes.card} role="group" aria-label={`Column ${field.header}`}>
          <div>
            <div className={classes.pair}>
              {field.normalise.kind === 'constant' ? (
                <TextInput
                  aria-label="Value for all"
                  placeholder="Value for all"
                  value={field.normalise.value}
                  onChange={(event) => {
                    set(index, { normalise: { kind: 'constant', value: event.currentTarget.value } });
                  }}
                />
              ) : (
                <PathSelect
                  label="From column"
                  hideLabel
                  catalog={catalog}
                  dataset={settings.dataset}
                  value={field.path}
                  onChange={(path) => {
                    set(index, { path });
                  }}
                />
              )}
              <TextInput
                aria-label="Header"
                placeholder="Header"
                list={`headers-${platform}`}
                value={field.header}
                error={issues[`fields.${index}.header`]}
                onChange={(event) => {
                  const header = event.currentTarget.value;
                  const preset = platformById(platform).columns.find((column) => column.header === header);
                  set(index, { header, ...(preset && { normalise: preset.normalise, hash: preset.hash }) });
                }}
              />
            </div>
            <Treatment
              field={field}
              onChange={(change) => {
                set(index, change);
              }}
            />
          </div>
          <div className={classes.cardActions}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Remove ${field.header}`}
              onClick={() => {
                onChange({ fields: fields.filter((_, at) => at !== index) });
              }}
            >
              <IconX size={14} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Move ${field.header} up`}
              disabled={index === 0}
              onClick={() => {
                moveUp(index);
              }}
            >
              <IconArrowUp size={14} />
            </ActionIcon>
          </div>
        </div>
      ))}
      <datalist id={`headers-${platform}`}>
        {headers.map((header) => (
          <option key={header} value={header} />
        ))}
      </datalist>
      <Button
        variant="default"
        leftSection={<IconPlus size={14} />}
        style={{ alignSelf: 'flex-start' }}
        onClick={() => {
          const header =
            headers.find((known) => fields.every((field) => field.header !== known)) ?? `column_${fields.length + 1}`;
          const preset = platformById(platform).columns.find((column) => column.header === header);
          const { normalise = { kind: 'as-is' }, hash = 'none' } = preset ?? {};
          onChange({ fields: [...fields, { path: '', header, normalise, hash, onNull: { kind: 'empty' } }] });
        }}
      >
        Add column
      </Button>
    </fieldset>
  );
}

function Treatment({
  field,
  onChange,
}: {
  readonly field: SendField;
  readonly onChange: (change: Partial<SendField>) => void;
}) {
  const { normalise, hash, onNull } = field;
  const own = choiceOf(normalise) === undefined ? [treatmentWords(normalise, 'none')] : [];
  return (
    <div className={classes.pair}>
      <Select
        aria-label="Treatment"
        data={[...own, ...treatmentChoices.map(({ label }) => label)]}
        value={choiceOf(normalise) ?? own[0] ?? null}
        onChange={(label) => {
          const chosen = treatmentChoices.find((choice) => choice.label === label);
          if (chosen !== undefined) onChange({ normalise: chosen.normalise });
        }}
      />
      <Select
        aria-label="Hash"
        data={[...hashChoices]}
        value={hash}
        onChange={(chosen) => {
          onChange({ hash: hashChoices.find(({ value }) => value === chosen)?.value ?? 'none' });
        }}
      />
      <Select
        aria-label="Where there is no value"
        data={[...nullChoices]}
        value={onNull.kind}
        onChange={(chosen) => {
          const kind = nullChoices.find(({ value }) => value === chosen)?.value ?? 'empty';
          onChange({ onNull: kind === 'text' ? { kind, text: 'NULL' } : { kind } });
        }}
      />
      {onNull.kind === 'text' && (
        <TextInput
          aria-label="Text where there is no value"
          value={onNull.text}
          onChange={(event) => {
            onChange({ onNull: { kind: 'text', text: event.currentTarget.value } });
          }}
        />
      )}
    </div>
  );
}
