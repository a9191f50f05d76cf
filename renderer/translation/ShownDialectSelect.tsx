import { Select } from '@mantine/core';
import { useStore } from 'zustand';
import { exportTargets } from '../../src/dialect/export/target.ts';
import { chooseShownDialect, type ShownDialect, shownDialectStore } from './shown-dialect.ts';

const choices = [
  { value: 'duckdb', label: 'DuckDB SQL' },
  ...exportTargets.map(({ id, name }) => ({ value: id, label: name })),
] as const satisfies readonly { readonly value: ShownDialect; readonly label: string }[];

/** In which dialect SQL is shown. */
export function ShownDialectSelect() {
  const dialect = useStore(shownDialectStore, (state) => state.dialect);
  return (
    <Select
      size="xs"
      w={140}
      aria-label="Show as"
      data={[...choices]}
      value={dialect}
      allowDeselect={false}
      checkIconPosition="right"
      maxDropdownHeight={320}
      onChange={(value) => {
        if (value !== null) chooseShownDialect(value);
      }}
    />
  );
}
