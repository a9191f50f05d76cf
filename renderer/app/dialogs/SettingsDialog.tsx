import { Checkbox, Modal, NumberInput, SegmentedControl, Stack } from '@mantine/core';
import { useStore } from 'zustand';
import { type Settings, settingsStore } from '../../store/settings.ts';
import classes from './SettingsDialog.module.css';

/** What holds for all projects. Every change takes effect at once. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const settings = useStore(settingsStore);
  return (
    <Modal opened onClose={onClose} title="Settings" size="md">
      <Stack gap="lg">
        <Choice
          label="Theme"
          value={settings.theme}
          options={[
            ['system', 'System'],
            ['light', 'Light'],
            ['dark', 'Dark'],
            ['contrast', 'High contrast'],
          ]}
          onChange={(theme) => {
            settingsStore.setState({ theme });
          }}
        />
        <Choice
          label="Row height"
          value={settings.density}
          options={[
            ['compact', 'Compact'],
            ['comfortable', 'Comfortable'],
          ]}
          onChange={(density) => {
            settingsStore.setState({ density });
          }}
        />
        <Choice
          label="New query tabs"
          description="The SQL they are written in. Each tab can change it, and saved queries keep theirs."
          value={settings.queryDialect}
          options={[
            ['duckdb', 'DuckDB'],
            ['distiller', 'Data Distiller'],
          ]}
          onChange={(queryDialect) => {
            settingsStore.setState({ queryDialect });
          }}
        />
        <Checkbox
          label="Profiles in column headers"
          description="A small chart of each column’s values and empty cells above the results."
          checked={settings.headerProfiles}
          onChange={(event) => {
            settingsStore.setState({ headerProfiles: event.currentTarget.checked });
          }}
        />
        <NumberInput
          label="Rows of a result held in memory"
          description="Larger results go into a temporary table, which the grid reads as you scroll."
          value={settings.rowsInMemory}
          min={10_000}
          max={5_000_000}
          step={100_000}
          thousandSeparator
          onChange={(value) => {
            if (typeof value === 'number') settingsStore.setState({ rowsInMemory: value });
          }}
        />
      </Stack>
    </Modal>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly description?: string;
  readonly value: Value;
  readonly options: readonly (readonly [Value, string])[];
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends Settings['theme' | 'density' | 'queryDialect']>(props: ChoiceProps<Value>) {
  const { label, description, value, options, onChange } = props;
  return (
    <div>
      <p className={classes.label}>{label}</p>
      {description !== undefined && <p className={classes.description}>{description}</p>}
      <SegmentedControl<Value>
        aria-label={label}
        fullWidth
        value={value}
        data={options.map(([id, title]) => ({ value: id, label: title }))}
        onChange={onChange}
      />
    </div>
  );
}
