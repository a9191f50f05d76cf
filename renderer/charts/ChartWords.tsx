import { NumberInput, Switch, TextInput } from '@mantine/core';
import type { ChartSpec, NumberFormat } from '../../src/charts/spec.ts';
import classes from './ChartEditor.module.css';

export interface ChartWordsProps {
  readonly spec: ChartSpec;
  readonly onChange: (change: Partial<ChartSpec>) => void;
}

/** Titles, units and how numbers are written. */
export function ChartWords({ spec, onChange }: ChartWordsProps) {
  const { format } = spec;
  const changeFormat = (change: Partial<NumberFormat>) => {
    onChange({ format: { ...format, ...change } });
  };
  return (
    <details className={classes.words}>
      <summary>Titles and numbers</summary>
      <TextInput
        size="xs"
        label="Title"
        placeholder="From the columns"
        value={spec.title}
        onChange={(event) => {
          onChange({ title: event.currentTarget.value });
        }}
      />
      <TextInput
        size="xs"
        label="Name along"
        placeholder="From the column"
        value={spec.xTitle}
        onChange={(event) => {
          onChange({ xTitle: event.currentTarget.value });
        }}
      />
      <TextInput
        size="xs"
        label="Name of the measure"
        placeholder="From the column"
        value={spec.yTitle}
        onChange={(event) => {
          onChange({ yTitle: event.currentTarget.value });
        }}
      />
      <div className={classes.pair}>
        <TextInput
          size="xs"
          label="Before numbers"
          placeholder="€ "
          maxLength={12}
          value={format.prefix}
          onChange={(event) => {
            changeFormat({ prefix: event.currentTarget.value });
          }}
        />
        <TextInput
          size="xs"
          label="After numbers"
          placeholder=" kg"
          maxLength={12}
          value={format.suffix}
          onChange={(event) => {
            changeFormat({ suffix: event.currentTarget.value });
          }}
        />
      </div>
      <NumberInput
        size="xs"
        label="Decimals"
        placeholder="As they are"
        min={0}
        max={12}
        value={format.decimals ?? ''}
        onChange={(value) => {
          changeFormat({ decimals: value === '' ? null : Math.min(12, Math.max(0, Math.round(Number(value)))) });
        }}
      />
      <Switch
        size="xs"
        label="As percent (0.25 reads 25 %)"
        checked={format.notation === 'percent'}
        onChange={(event) => {
          changeFormat({ notation: event.currentTarget.checked ? 'percent' : 'plain' });
        }}
      />
    </details>
  );
}
