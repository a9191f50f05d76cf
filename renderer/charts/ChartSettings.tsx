import { NumberInput, SegmentedControl, Select, Switch } from '@mantine/core';
import type { ColumnInfo } from '../../src/engine/types.ts';
import type { Chart } from '../../src/charts/resolve.ts';
import { aggregateFits, hasOwnAggregate, measureCount } from '../../src/charts/slots.ts';
import { aggregates, categoryOrders, timeGrains, type ChartSpec } from '../../src/charts/spec.ts';
import { aggregateWords, grainWords, optionsOf, orderWords, orientationWords, stackWords } from './setting-words.ts';

export interface ChartSettingsProps {
  readonly spec: ChartSpec;
  /** `null` while columns are missing. */
  readonly chart: Chart | null;
  readonly onChange: (change: Partial<ChartSpec>) => void;
}

/** How the columns are put together and laid out; only what has an effect is shown. */
export function ChartSettings({ spec, chart, onChange }: ChartSettingsProps) {
  const { kind } = spec;
  const measured = chart?.measures.flatMap(({ column }) => (column === null ? [] : [column])) ?? [];
  const isTime = chart?.x?.scale === 'time';
  const isCategory = chart?.x?.scale === 'category';
  const isNumber = chart?.x?.scale === 'number' || chart?.series?.scale === 'number';
  const isSplit = spec.series !== null || measureCount(spec) > 1;
  return (
    <>
      {!hasOwnAggregate(kind) && measured.length > 0 && (
        <Select
          size="xs"
          label="Value of each group"
          data={optionsOf(aggregateWords, fittingAggregates(measured, kind))}
          value={spec.aggregate}
          allowDeselect={false}
          onChange={(value) => {
            onChange({ aggregate: chosen(aggregates, value, spec.aggregate) });
          }}
        />
      )}
      {isTime && (
        <Select
          size="xs"
          label="Span of time"
          data={optionsOf(grainWords, ['auto', ...timeGrains])}
          value={spec.grain}
          allowDeselect={false}
          onChange={(value) => {
            onChange({ grain: chosen(['auto', ...timeGrains], value, spec.grain) });
          }}
        />
      )}
      {isCategory && (
        <Select
          size="xs"
          label="Order"
          data={optionsOf(orderWords, categoryOrders)}
          value={spec.order}
          allowDeselect={false}
          onChange={(value) => {
            onChange({ order: chosen(categoryOrders, value, spec.order) });
          }}
        />
      )}
      {isCategory && (
        <NumberInput
          size="xs"
          label="Most categories"
          min={1}
          max={500}
          value={spec.limit}
          onChange={(value) => {
            onChange({ limit: within(value, 1, 500, spec.limit) });
          }}
        />
      )}
      {chart?.series?.scale === 'category' && (
        <NumberInput
          size="xs"
          label="Most series"
          min={1}
          max={50}
          value={spec.seriesLimit}
          onChange={(value) => {
            onChange({ seriesLimit: within(value, 1, 50, spec.seriesLimit) });
          }}
        />
      )}
      {(isCategory || chart?.series?.scale === 'category') && (
        <Switch
          size="xs"
          label="Put the rest into “Other”"
          checked={spec.rest === 'other'}
          onChange={(event) => {
            onChange({ rest: event.currentTarget.checked ? 'other' : 'drop' });
          }}
        />
      )}
      {isNumber && (
        <NumberInput
          size="xs"
          label="Bins"
          placeholder="Automatic"
          min={1}
          max={200}
          value={spec.bins ?? ''}
          onChange={(value) => {
            onChange({ bins: value === '' ? null : within(value, 1, 200, spec.bins ?? 20) });
          }}
        />
      )}
      {(kind === 'bar' || kind === 'area') && isSplit && (
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label="Stacking"
          data={optionsOf(stackWords, ['none', 'stack', 'percent'])}
          value={spec.stack}
          onChange={(stack) => {
            onChange({ stack });
          }}
        />
      )}
      {(kind === 'bar' || kind === 'box') && (
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label="Direction"
          data={optionsOf(orientationWords, ['auto', 'vertical', 'horizontal'])}
          value={spec.orientation}
          onChange={(orientation) => {
            onChange({ orientation });
          }}
        />
      )}
    </>
  );
}

function fittingAggregates(columns: readonly ColumnInfo[], kind: ChartSpec['kind']) {
  return aggregates.filter((aggregate) => columns.every((column) => aggregateFits(aggregate, column, kind)));
}

function chosen<Value extends string>(known: readonly Value[], value: string | null, otherwise: Value): Value {
  return known.find((one) => one === value) ?? otherwise;
}

function within(value: string | number, least: number, most: number, otherwise: number): number {
  const number = Math.round(Number(value));
  return value === '' || !Number.isFinite(number) ? otherwise : Math.min(most, Math.max(least, number));
}
