import { Checkbox, Select } from '@mantine/core';
import type { FileLook } from '../../src/ingest/look.ts';
import classes from './ImportDetails.module.css';
import { changeChoices, type ImportItem } from './import-store.ts';

interface ExcelChoicesBarProps {
  readonly item: ImportItem;
  readonly look: Extract<FileLook, { kind: 'excel' }>;
}

/** Which sheet, and whether its first row has the names. */
export function ExcelChoicesBar({ item, look }: ExcelChoicesBarProps) {
  const { sheets, options } = look;
  const change = (part: Partial<typeof options>) => {
    changeChoices(item.id, { ...item.choices, excel: { ...options, ...part } });
  };
  return (
    <div className={classes.bar}>
      <Select
        label={`Sheet (${sheets.length})`}
        w={240}
        data={[...sheets]}
        value={options.sheet}
        onChange={(sheet) => {
          if (sheet !== null) change({ sheet });
        }}
      />
      <Checkbox
        label="First row has the names"
        checked={options.header}
        onChange={(event) => {
          change({ header: event.currentTarget.checked });
        }}
      />
    </div>
  );
}
