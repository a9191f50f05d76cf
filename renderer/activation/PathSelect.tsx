import { Select } from '@mantine/core';
import { useMemo } from 'react';
import type { CatalogView } from '../../src/modules/catalog-view.ts';
import { pathsOf } from './form-props.ts';

export interface PathSelectProps {
  readonly label: string;
  readonly description?: string;
  readonly catalog: CatalogView;
  readonly dataset: string;
  /** Empty for none. */
  readonly value: string;
  readonly issue?: string | undefined;
  readonly optional?: boolean;
  readonly hideLabel?: boolean;
  readonly onChange: (path: string) => void;
}

/** A column of a dataset, or a path into one. */
export function PathSelect(props: PathSelectProps) {
  const { label, description, catalog, dataset, value, issue, optional = false, hideLabel = false, onChange } = props;
  const paths = useMemo(() => pathsOf(catalog, dataset).map((path) => path.label), [catalog, dataset]);
  return (
    <Select
      {...(hideLabel ? { 'aria-label': label } : { label, description })}
      searchable
      clearable={optional}
      placeholder={optional ? 'None' : 'Choose a column'}
      nothingFoundMessage="No column has this name."
      data={paths}
      value={value === '' ? null : value}
      error={issue}
      onChange={(next) => {
        onChange(next ?? '');
      }}
    />
  );
}
