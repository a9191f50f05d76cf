import { type ComboboxItem, MultiSelect, Select } from '@mantine/core';
import { useMemo } from 'react';
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
export function ColumnInput(props: ColumnInputProps<Extract<FieldControl, { kind: 'column' }>>) {
  const { field, values, onChange, control } = props;
  const shared = useColumnProps(props);
  const value = values[field.name];
  return (
    <Select
      {...shared}
      {...(control.optional && { placeholder: 'None' })}
      clearable={control.optional}
      value={typeof value === 'string' && value !== '' ? value : null}
      onChange={(next) => {
        onChange(next ?? '');
      }}
    />
  );
}

/** Any number of columns, in the order they were chosen. */
export function ColumnsInput(props: ColumnInputProps<Extract<FieldControl, { kind: 'columns' }>>) {
  const { field, values, onChange } = props;
  const shared = useColumnProps(props);
  const value = values[field.name];
  return (
    <MultiSelect
      {...shared}
      hidePickedOptions
      value={Array.isArray(value) ? value.map(String) : []}
      onChange={onChange}
    />
  );
}

/** What a choice of one column and of several have in common. */
function useColumnProps({ field, values, issue, catalog, control }: ColumnInputProps<ColumnControl>) {
  const { of, types } = control;
  const wanted = values[of];
  const columns = typeof wanted === 'string' ? findCatalogDataset(catalog, wanted)?.columns : undefined;
  const paths = useMemo(
    () => (columns === undefined ? [] : columnPaths(columns).filter(({ kind }) => types.includes(kind))),
    [columns, types],
  );
  const none = columns === undefined ? 'Choose a dataset first' : 'No column fits';
  return {
    label: field.title,
    description: field.description,
    error: issue,
    searchable: true,
    placeholder: paths.length === 0 ? none : 'Choose',
    nothingFoundMessage: `No column that is ${kindWords(types)} has this name.`,
    data: paths.map(({ label }) => label),
    renderOption: optionOf(paths),
  };
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
