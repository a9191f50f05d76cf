import { Select } from '@mantine/core';
import type { JsonShape } from '../../src/ingest/json/options.ts';
import type { JsonSniff } from '../../src/ingest/json/sniff.ts';
import classes from './ImportDetails.module.css';
import { changeChoices, type ImportItem } from './import-store.ts';

const shapes: { value: JsonShape; label: string }[] = [
  { value: 'lines', label: 'One record a line' },
  { value: 'array', label: 'One array of records' },
  { value: 'values', label: 'Values one after the other' },
  { value: 'object', label: 'One object' },
];
const whole = 'The object itself';

/** Where the records lie in the file. */
export function JsonChoicesBar({ item, sniff }: { readonly item: ImportItem; readonly sniff: JsonSniff }) {
  const { shape, candidates, options } = sniff;
  const paths = candidates.map(({ path, count }) => ({
    value: path.join('.'),
    label: `${path.join('.')} (${count} in the sample)`,
  }));
  return (
    <div className={classes.bar}>
      <Select
        label="Records"
        w={220}
        data={shapes}
        value={shape}
        onChange={(chosen) => {
          if (chosen !== null) changeChoices(item.id, { ...item.choices, json: { shape: chosen } });
        }}
      />
      {candidates.length > 0 && (
        <Select
          label="Take the records from"
          w={280}
          data={[{ value: '', label: whole }, ...paths]}
          value={(options.recordsAt ?? []).join('.')}
          onChange={(chosen) => {
            const recordsAt = candidates.find(({ path }) => path.join('.') === chosen)?.path ?? [];
            changeChoices(item.id, { ...item.choices, json: { shape, recordsAt } });
          }}
        />
      )}
      <p className={classes.evidence}>
        Nested objects become STRUCT columns and lists LIST columns. After the import, “Flatten” makes columns of chosen
        parts.
      </p>
    </div>
  );
}
