import { NumberInput, Select } from '@mantine/core';
import type { EventsCondition } from '../../../src/audiences/rule/rule.ts';
import type { CatalogView } from '../../../src/modules/catalog-view.ts';
import { columnPaths } from '../../../src/modules/column-paths.ts';
import { findCatalogDataset } from '../../../src/modules/source-dataset.ts';
import { FilterList } from './FilterList.tsx';
import classes from './RuleBuilder.module.css';
import { SourceInput } from './SourceInput.tsx';
import { WindowInput } from './WindowInput.tsx';

export interface EventsInputProps {
  readonly leaf: EventsCondition;
  readonly catalog: CatalogView;
  readonly onChange: (leaf: EventsCondition) => void;
}

const compares = [
  { value: 'at-least', label: 'at least' },
  { value: 'at-most', label: 'at most' },
  { value: 'exactly', label: 'exactly' },
] as const;

/** How many rows, how much of a number or how many different values people have in a dataset, and when. */
export function EventsInput({ leaf, catalog, onChange }: EventsInputProps) {
  const dataset = findCatalogDataset(catalog, leaf.dataset);
  const { measure } = leaf;
  const paths = columnPaths(dataset?.columns ?? []);
  const fitting = paths.filter(({ kind }) => (measure.kind === 'sum' ? kind === 'number' : kind !== 'other'));
  return (
    <div className={classes.events}>
      <div className={classes.comparison}>
        <Select
          className={classes.operator ?? ''}
          aria-label="At least, at most or exactly"
          allowDeselect={false}
          data={[...compares]}
          value={leaf.compare}
          onChange={(next) => {
            onChange({ ...leaf, compare: compares.find(({ value }) => value === next)?.value ?? leaf.compare });
          }}
        />
        <NumberInput
          className={classes.count ?? ''}
          aria-label="How many"
          min={0}
          value={leaf.amount}
          onChange={(amount) => {
            if (typeof amount === 'number') onChange({ ...leaf, amount });
          }}
        />
        <Select
          className={classes.operator ?? ''}
          aria-label="Of what"
          allowDeselect={false}
          data={[
            { value: 'rows', label: 'rows in' },
            { value: 'sum', label: 'as the sum of' },
            { value: 'distinct', label: 'different' },
          ]}
          value={measure.kind}
          onChange={(kind) => {
            onChange({
              ...leaf,
              measure: kind === 'sum' || kind === 'distinct' ? { kind, column: '' } : { kind: 'rows' },
            });
          }}
        />
        {measure.kind !== 'rows' && (
          <>
            <Select
              className={classes.column ?? ''}
              aria-label="Column to measure"
              placeholder="Column"
              searchable
              data={fitting.map(({ label }) => label)}
              value={measure.column || null}
              onChange={(column) => {
                onChange({ ...leaf, measure: { ...measure, column: column ?? '' } });
              }}
            />
            <span className={classes.muted}>in</span>
          </>
        )}
        <SourceInput
          source={leaf}
          catalog={catalog}
          onChange={(source) => {
            const where = source.dataset === leaf.dataset ? leaf.where : [];
            onChange({ ...leaf, ...source, where });
          }}
        />
        <WindowInput
          window={leaf.window}
          onChange={(window) => {
            onChange({ ...leaf, window });
          }}
        />
      </div>
      <FilterList
        where={leaf.where}
        dataset={dataset}
        onChange={(where) => {
          onChange({ ...leaf, where });
        }}
      />
    </div>
  );
}
