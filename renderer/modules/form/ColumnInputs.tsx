import { type ComboboxItem, MultiSelect, Select } from '@mantine/core';
import { useMemo } from 'react';
import type { CatalogView } from '../../../src/modules/catalog-view.ts';
import { kindWords } from '../../../src/modules/check-input.ts';
import { type ColumnPath, columnPaths } from '../../../src/modules/column-paths.ts';
import type { FieldControl } from '../../../src/modules/fields.ts';
import { findCatalogDataset } from '../../../src/modules/source-dataset.ts';
import type { FieldInputProps } from './field-props.ts';
import classes from './ModuleForm.module.css';

type ColumnControl = Extract<FieldControl, { kind: 'column' | 'columns' }>;

interface ColumnInputProps<Control extends ColumnControl> extends FieldInputProps {
  readonly control: Control;
}

/** One column of the dataset another field holds; nested fields have a line of their own. */
export function ColumnInput({
  field,
  values,
  issue,
  catalog,
  onChange,
  control,
}: ColumnInputProps<Extract<FieldControl, { kind: 'column' }>>) {
  const { paths, placeholder } = useColumns(control, values, catalog);
  const value = values[field.name];
  return (
    <Select
      label={field.title}
      description={field.description}
      error={issue}
      searchable
      clearable={control.optional}
      placeholder={control.optional ? 'None' : placeholder}
      nothingFoundMessage={`No column that is ${kindWords(control.types)} has this name.`}
      data={paths.map(({ label }) => label)}
      renderOption={optionOf(paths)}
      value={typeof value === 'string' && value !== '' ? value : null}
      onChange={(next) => {
        onChange(next ?? '');
      }}
    />
  );
}

/** Any number of columns, in the order they were chosen. */
export function ColumnsInput({
  field,
  values,
  issue,
  catalog,
  onChange,
  control,
}: ColumnInputProps<Extract<FieldControl, { kind: 'columns' }>>) {
  const { paths, placeholder } = useColumns(control, values, catalog);
  const value = values[field.name];
  return (
    <MultiSelect
      label={field.title}
      description={field.description}
      error={issue}
      searchable
      hidePickedOptions
      placeholder={placeholder}
      nothingFoundMessage={`No column that is ${kindWords(control.types)} has this name.`}
      data={paths.map(({ label }) => label)}
      renderOption={optionOf(paths)}
      value={Array.isArray(value) ? value.map(String) : []}
      onChange={onChange}
    />
  );
}

function useColumns({ of, types }: ColumnControl, values: FieldInputProps['values'], catalog: CatalogView) {
  const wanted = values[of];
  const dataset = typeof wanted === 'string' ? findCatalogDataset(catalog, wanted) : undefined;
  const columns = dataset?.columns;
  const paths = useMemo(
    () => (columns === undefined ? [] : columnPaths(columns).filter(({ kind }) => types.includes(kind))),
    [columns, types],
  );
  if (dataset === undefined) return { paths, placeholder: 'Choose a dataset first' };
  return { paths, placeholder: paths.length === 0 ? 'No column fits' : 'Choose' };
}

function optionOf(paths: readonly ColumnPath[]) {
  return function Option({ option }: { readonly option: ComboboxItem }) {
    return (
      <span className={classes.option}>
        <span>{option.label}</span>
        <code>{paths.find(({ label }) => label === option.value)?.type}</code>
      </span>
    );
  };
}
