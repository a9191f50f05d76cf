import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { knownCountries } from '../../src/activation/prepare/calling-codes.ts';
import { platformById, platforms } from '../../src/activation/platforms/index.ts';
import { activationStore } from './activation-store.ts';
import { DestinationDialog } from './DestinationDialog.tsx';
import type { SendFormProps } from './form-props.ts';
import { suggestSettings } from './open-send.ts';
import { PathSelect } from './PathSelect.tsx';
import classes from './Send.module.css';

export interface SourceFieldsProps extends SendFormProps {
  readonly destination: string;
  readonly onDestination: (id: string) => void;
}

/** What leaves, to where, and in whose form. */
export function SourceFields({ settings, catalog, issues, destination, onChange, onDestination }: SourceFieldsProps) {
  const destinations = useStore(activationStore, (state) => state.destinations);
  const [adding, setAdding] = useState(false);
  const platform = platformById(settings.platform);
  const countries = settings.fields.some(({ normalise }) => normalise.kind === 'phone');
  return (
    <fieldset className={classes.group}>
      <legend>What and where</legend>
      <TextInput
        label="Title"
        description="As its receipt is called."
        value={settings.title}
        error={issues.title}
        onChange={(event) => {
          onChange({ title: event.currentTarget.value });
        }}
      />
      <Select
        label="Dataset"
        searchable
        data={catalog.datasets.map(({ label }) => label)}
        value={settings.dataset === '' ? null : settings.dataset}
        error={issues.dataset}
        onChange={(dataset) => {
          if (dataset !== null) onChange(suggestSettings(dataset, settings.platform));
        }}
      />
      <SegmentedControl
        aria-label="What it is"
        data={[
          { value: 'audience', label: 'People' },
          { value: 'dataset', label: 'Any rows' },
        ]}
        value={settings.kind}
        onChange={(kind) => {
          onChange({ kind: kind === 'dataset' ? 'dataset' : 'audience' });
        }}
      />
      <div className={classes.pair}>
        <PathSelect
          label="Says who a row is about"
          optional={settings.kind === 'dataset'}
          catalog={catalog}
          dataset={settings.dataset}
          value={settings.identity}
          issue={issues.identity}
          onChange={(identity) => {
            onChange({ identity });
          }}
        />
        <TextInput
          label="Kind of identity"
          placeholder="CRMID, Email…"
          value={settings.namespace}
          onChange={(event) => {
            onChange({ namespace: event.currentTarget.value });
          }}
        />
      </div>
      {settings.kind === 'dataset' && (
        <Select
          label="Rows"
          data={[
            { value: 'full', label: 'All' },
            { value: 'incremental', label: 'Those written since the last export there' },
          ]}
          value={settings.mode}
          onChange={(mode) => {
            onChange({ mode: mode === 'incremental' ? 'incremental' : 'full' });
          }}
        />
      )}
      <Select
        label="Destination"
        placeholder={destinations.length === 0 ? 'None yet' : 'Choose where to send'}
        data={destinations.map(({ destination: { id, name } }) => ({ value: id, label: name }))}
        value={destination === '' ? null : destination}
        error={issues.destination}
        onChange={(id) => {
          onDestination(id ?? '');
        }}
      />
      <Button
        variant="default"
        leftSection={<IconPlus size={14} />}
        style={{ alignSelf: 'flex-start' }}
        onClick={() => {
          setAdding(true);
        }}
      >
        New destination…
      </Button>
      {adding && (
        <DestinationDialog
          onSaved={onDestination}
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
      <Select
        label="Made for"
        description={platform.summary}
        data={platforms.map(({ id, title }) => ({ value: id, label: title }))}
        value={platform.id}
        onChange={(id) => {
          const { fields, keys, file, platform: chosen } = suggestSettings(settings.dataset, id ?? 'crm');
          onChange({ fields, keys, file, platform: chosen });
        }}
      />
      {(platform.sources.length > 0 || platform.unverified.length > 0) && (
        <details className={classes.muted}>
          <summary>What this preset rests on</summary>
          <p>
            Excerpts or copies, read {platform.read}, of: {platform.sources.map(({ title }) => title).join('; ')}.
          </p>
          <ul>
            {platform.unverified.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
      {countries && (
        <Select
          label="Country of phone numbers without a code"
          searchable
          clearable
          placeholder="None: such numbers do not leave"
          data={[...knownCountries]}
          value={settings.defaultCountry === '' ? null : settings.defaultCountry}
          onChange={(country) => {
            onChange({ defaultCountry: country ?? '' });
          }}
        />
      )}
    </fieldset>
  );
}
