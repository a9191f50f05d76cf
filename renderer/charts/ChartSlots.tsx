import { MultiSelect, Select } from '@mantine/core';
import type { ColumnInfo } from '../../src/engine/types.ts';
import { changedMeasures } from '../../src/charts/change-measures.ts';
import { measureCount, slotsOf, type Slot } from '../../src/charts/slots.ts';
import type { ChartSpec, ColumnReference } from '../../src/charts/spec.ts';
import { columnOptions, optionValue, referenceOf } from './column-options.ts';

export interface ChartSlotsProps {
  readonly spec: ChartSpec;
  readonly columns: readonly ColumnInfo[];
  readonly onChange: (change: Partial<ChartSpec>) => void;
}

/** The columns of a chart: one list for each of its places. */
export function ChartSlots({ spec, columns, onChange }: ChartSlotsProps) {
  const { x, y, series } = slotsOf(spec.kind);
  const single = y?.most === 1;
  return (
    <>
      {x !== undefined && (
        <ColumnSelect
          slot={x}
          columns={columns}
          value={spec.x}
          onChange={(reference) => {
            onChange({ x: reference });
          }}
        />
      )}
      {y !== undefined && single && (
        <ColumnSelect
          slot={y}
          columns={columns}
          placeholder="Rows"
          value={spec.y[0] ?? null}
          onChange={(reference) => {
            onChange(changedMeasures(spec, reference === null ? [] : [reference], columns));
          }}
        />
      )}
      {y !== undefined && !single && (
        <MultiSelect
          size="xs"
          label={y.label}
          placeholder={spec.y.length === 0 ? 'Rows' : ''}
          data={columnOptions(columns, y)}
          value={spec.y.map(optionValue)}
          maxValues={y.most}
          searchable
          clearable
          onChange={(values) => {
            onChange(changedMeasures(spec, values.map(referenceOf), columns));
          }}
        />
      )}
      {series !== undefined && measureCount(spec) < 2 && (
        <ColumnSelect
          slot={series}
          columns={columns}
          value={spec.series}
          onChange={(reference) => {
            onChange({ series: reference });
          }}
        />
      )}
    </>
  );
}

interface ColumnSelectProps {
  readonly slot: Slot;
  readonly columns: readonly ColumnInfo[];
  readonly value: ColumnReference | null;
  readonly placeholder?: string;
  readonly onChange: (reference: ColumnReference | null) => void;
}

function ColumnSelect({ slot, columns, value, placeholder = 'None', onChange }: ColumnSelectProps) {
  return (
    <Select
      size="xs"
      label={slot.label}
      placeholder={placeholder}
      data={columnOptions(columns, slot)}
      value={value === null ? null : optionValue(value)}
      searchable
      clearable={!slot.required}
      allowDeselect={false}
      onChange={(chosen) => {
        onChange(chosen === null ? null : referenceOf(chosen));
      }}
    />
  );
}
