import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { type CustomerFilter, guessCustomerColumn } from '../../../src/customers/customer-filter.ts';
import { catalogView } from '../../../src/modules/catalog-view.ts';
import { columnPaths } from '../../../src/modules/column-paths.ts';
import { projectStore } from '../../project/project-store.ts';
import classes from './CustomerChip.module.css';

export interface CustomerFormProps {
  readonly filter: CustomerFilter | undefined;
  readonly onChange: (filter: CustomerFilter | undefined) => void;
}

/** Asks for whom to narrow the window, and by which column each dataset names its customers. */
export function CustomerForm({ filter, onChange }: CustomerFormProps) {
  const datasets = useStore(projectStore, (status) => status.datasets);
  const catalog = useMemo(() => catalogView(datasets), [datasets]);
  const [who, setWho] = useState<CustomerFilter['who']>(filter?.who ?? { kind: 'person', id: '' });
  const [columns, setColumns] = useState(filter?.columns ?? {});
  const columnOf = (label: string) => {
    const dataset = catalog.datasets.find((known) => known.label === label);
    return columns[label] ?? (dataset === undefined ? '' : guessCustomerColumn(dataset));
  };
  const idColumns = (label: string) => {
    const dataset = catalog.datasets.find((known) => known.label === label);
    const paths = columnPaths(dataset?.columns ?? []);
    return paths.filter(({ kind }) => kind === 'text' || kind === 'number').map((path) => path.label);
  };
  const complete = who.kind === 'person' ? who.id.trim() !== '' : who.dataset !== '' && who.column !== '';
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (complete) onChange({ who: who.kind === 'person' ? { ...who, id: who.id.trim() } : who, columns });
      }}
    >
      <p className={classes.lead}>
        Narrows tables, queries and guides to some customers. While it is on, narrowed tables can only be read. Queries
        are narrowed in tables named without a schema.
      </p>
      <SegmentedControl
        fullWidth
        aria-label="Narrow to"
        data={[
          { value: 'person', label: 'One customer' },
          { value: 'people', label: 'People of a dataset' },
        ]}
        value={who.kind}
        onChange={(kind) => {
          setWho(kind === 'person' ? { kind, id: '' } : { kind: 'people', dataset: '', column: '' });
        }}
      />
      {who.kind === 'person' ? (
        <TextInput
          label="Customer"
          description="The id as your data writes it."
          value={who.id}
          onChange={(event) => {
            setWho({ ...who, id: event.currentTarget.value });
          }}
        />
      ) : (
        <div className={classes.pair}>
          <Select
            label="Dataset"
            searchable
            data={catalog.datasets.map(({ label }) => label)}
            value={who.dataset || null}
            onChange={(dataset) => {
              setWho({ ...who, dataset: dataset ?? '', column: columnOf(dataset ?? '') });
            }}
          />
          <Select
            label="Column"
            searchable
            data={idColumns(who.dataset)}
            value={who.column || null}
            onChange={(column) => {
              setWho({ ...who, column: column ?? '' });
            }}
          />
        </div>
      )}
      <details className={classes.columns}>
        <summary>Columns that name the customer</summary>
        {catalog.datasets.map(({ label }) => (
          <Select
            key={label}
            label={label}
            placeholder="Not narrowed"
            clearable
            searchable
            data={idColumns(label)}
            value={columnOf(label) || null}
            onChange={(column) => {
              setColumns({ ...columns, [label]: column ?? '' });
            }}
          />
        ))}
      </details>
      <footer className={classes.foot}>
        <Button
          variant="default"
          disabled={filter === undefined}
          onClick={() => {
            onChange(undefined);
          }}
        >
          Show all customers
        </Button>
        <Button type="submit" disabled={!complete}>
          Narrow
        </Button>
      </footer>
    </form>
  );
}
