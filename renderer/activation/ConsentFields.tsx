import { NumberInput, SegmentedControl, Select, Switch, TagsInput, Textarea, TextInput } from '@mantine/core';
import { type ConsentRecords, grantedWords, withdrawnWords } from '../../src/activation/prepare/consent-settings.ts';
import type { SendFormProps } from './form-props.ts';
import { PathSelect } from './PathSelect.tsx';
import classes from './Send.module.css';

const kinds = [
  { value: 'none', label: 'Not chosen' },
  { value: 'records', label: 'By records' },
  { value: 'stated-basis', label: 'Stated basis' },
] as const;

/** Why these people may be written to. */
export function ConsentFields({ settings, catalog, issues, onChange }: SendFormProps) {
  const { consent, dataset, identity } = settings;
  const choose = (chosen: string) => {
    if (chosen === 'stated-basis') onChange({ consent: { kind: 'stated-basis', words: '' } });
    else onChange({ consent: chosen === 'records' ? blankRecords(dataset, identity) : { kind: 'none' } });
  };
  return (
    <fieldset className={classes.group}>
      <legend>Consent</legend>
      <SegmentedControl aria-label="Consent" data={[...kinds]} value={consent.kind} onChange={choose} />
      {consent.kind === 'none' && (
        <p className={classes.muted}>
          Nothing leaves until you say where consent is written down, or on which lawful basis you send without it.
        </p>
      )}
      {consent.kind === 'stated-basis' && (
        <Textarea
          size="xs"
          label="Lawful basis, in words"
          description="It is kept in the receipt."
          autosize
          minRows={2}
          value={consent.words}
          error={issues['consent.words']}
          onChange={(event) => {
            onChange({ consent: { kind: 'stated-basis', words: event.currentTarget.value } });
          }}
        />
      )}
      {consent.kind === 'records' && (
        <RecordFields
          consent={consent}
          catalog={catalog}
          issues={issues}
          onChange={(change) => {
            onChange({ consent: { ...consent, ...change } });
          }}
        />
      )}
    </fieldset>
  );
}

function blankRecords(dataset: string, identity: string): ConsentRecords {
  return {
    kind: 'records',
    dataset,
    identity,
    status: '',
    granted: [...grantedWords],
    withdrawn: [...withdrawnWords],
    purpose: null,
    channel: null,
    time: null,
    expiry: null,
    endless: false,
    maximumAge: null,
  };
}

interface RecordFieldsProps extends Pick<SendFormProps, 'catalog' | 'issues'> {
  readonly consent: ConsentRecords;
  readonly onChange: (change: Partial<ConsentRecords>) => void;
}

function RecordFields({ consent, catalog, issues, onChange }: RecordFieldsProps) {
  const column = (
    label: string,
    value: string | null,
    onPath: (path: string) => void,
    more: { readonly optional?: boolean; readonly issue?: string | undefined } = {},
  ) => (
    <PathSelect
      label={label}
      catalog={catalog}
      dataset={consent.dataset}
      value={value ?? ''}
      onChange={onPath}
      {...more}
    />
  );
  return (
    <>
      <Select
        label="Dataset with the consents"
        searchable
        data={catalog.datasets.map(({ label }) => label)}
        value={consent.dataset}
        error={issues['consent.dataset']}
        onChange={(dataset) => {
          onChange({
            dataset: dataset ?? '',
            identity: '',
            status: '',
            purpose: null,
            channel: null,
            time: null,
            expiry: null,
          });
        }}
      />
      <div className={classes.pair}>
        {column(
          'Person',
          consent.identity,
          (identity) => {
            onChange({ identity });
          },
          { issue: issues['consent.identity'] },
        )}
        {column(
          'Status',
          consent.status,
          (status) => {
            onChange({ status });
          },
          { issue: issues['consent.status'] },
        )}
      </div>
      <TagsInput
        label="Means yes"
        description="Whatever is not here keeps the person back."
        value={consent.granted}
        error={issues['consent.granted']}
        splitChars={[',']}
        onChange={(granted) => {
          onChange({ granted });
        }}
      />
      <FilterFields
        label="Purpose"
        filter={consent.purpose}
        issue={issues['consent.purpose.value']}
        onChange={(purpose) => {
          onChange({ purpose });
        }}
        column={column}
      />
      <FilterFields
        label="Channel"
        filter={consent.channel}
        issue={issues['consent.channel.value']}
        onChange={(channel) => {
          onChange({ channel });
        }}
        column={column}
      />
      <div className={classes.pair}>
        {column(
          'Time of the record',
          consent.time,
          (time) => {
            onChange({ time: time === '' ? null : time });
          },
          { optional: true },
        )}
        {column(
          'Expiry',
          consent.expiry,
          (expiry) => {
            onChange({ expiry: expiry === '' ? null : expiry });
          },
          { optional: true },
        )}
      </div>
      {consent.expiry !== null && (
        <Switch
          size="xs"
          label="No expiry means that it does not end"
          checked={consent.endless}
          onChange={(event) => {
            onChange({ endless: event.currentTarget.checked });
          }}
        />
      )}
      {consent.time !== null && (
        <NumberInput
          label="Counts for at most"
          suffix=" days"
          placeholder="No limit"
          allowDecimal={false}
          value={consent.maximumAge ?? ''}
          onChange={(days) => {
            onChange({ maximumAge: typeof days === 'number' ? days : null });
          }}
        />
      )}
    </>
  );
}

interface FilterFieldsProps {
  readonly label: string;
  readonly filter: ConsentRecords['purpose'];
  readonly issue: string | undefined;
  readonly onChange: (filter: ConsentRecords['purpose']) => void;
  readonly column: (
    label: string,
    value: string | null,
    onPath: (path: string) => void,
    more: { readonly optional: boolean },
  ) => React.ReactNode;
}

function FilterFields({ label, filter, issue, onChange, column }: FilterFieldsProps) {
  const set = (path: string) => {
    onChange(path === '' ? null : { column: path, value: filter?.value ?? '' });
  };
  return (
    <div className={classes.pair}>
      {column(label, filter?.column ?? null, set, { optional: true })}
      {filter !== null && (
        <TextInput
          label={`${label} is`}
          value={filter.value}
          error={issue}
          onChange={(event) => {
            onChange({ ...filter, value: event.currentTarget.value });
          }}
        />
      )}
    </div>
  );
}
