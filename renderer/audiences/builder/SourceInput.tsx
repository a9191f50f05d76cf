import { Select } from '@mantine/core';
import { firstTime } from '../../../src/audiences/rule/new-leaf.ts';
import { guessCustomerColumn } from '../../../src/customers/customer-filter.ts';
import type { CatalogView } from '../../../src/modules/catalog-view.ts';
import { columnPaths } from '../../../src/modules/column-paths.ts';
import { findCatalogDataset } from '../../../src/modules/source-dataset.ts';
import classes from './RuleBuilder.module.css';

interface Source {
  readonly dataset: string;
  readonly person: string;
  readonly time: string;
}

export interface SourceInputProps {
  readonly source: Source;
  readonly catalog: CatalogView;
  readonly onChange: (source: Source) => void;
}

/** Which dataset holds the events, and by which columns it names people and times. */
export function SourceInput({ source, catalog, onChange }: SourceInputProps) {
  const { dataset, person, time } = source;
  const paths = columnPaths(findCatalogDataset(catalog, dataset)?.columns ?? []);
  const labels = (...kinds: readonly string[]) =>
    paths.filter(({ kind }) => kinds.includes(kind)).map(({ label }) => label);
  return (
    <>
      <Select
        className={classes.column ?? ''}
        aria-label="Dataset of the events"
        placeholder="Dataset"
        searchable
        data={catalog.datasets.map(({ label }) => label)}
        value={dataset || null}
        onChange={(label) => {
          const chosen = findCatalogDataset(catalog, label ?? '');
          onChange({
            dataset: label ?? '',
            person: chosen === undefined ? '' : guessCustomerColumn(chosen),
            time: chosen === undefined ? '' : firstTime(chosen),
          });
        }}
      />
      <span className={classes.muted}>by</span>
      <Select
        className={classes.operator ?? ''}
        aria-label="Column that names people"
        placeholder="Person"
        searchable
        data={labels('text', 'number')}
        value={person || null}
        onChange={(next) => {
          onChange({ dataset, time, person: next ?? '' });
        }}
      />
      <span className={classes.muted}>at</span>
      <Select
        className={classes.operator ?? ''}
        aria-label="Column of the time"
        placeholder="Time"
        searchable
        clearable
        data={labels('time')}
        value={time || null}
        onChange={(next) => {
          onChange({ dataset, person, time: next ?? '' });
        }}
      />
    </>
  );
}
