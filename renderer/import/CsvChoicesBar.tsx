import { Checkbox, NumberInput, Select, TagsInput } from '@mantine/core';
import type { CsvDialect } from '../../src/ingest/csv/dialect.ts';
import type { Encoding } from '../../src/ingest/csv/encoding.ts';
import type { CsvChoices } from '../../src/ingest/csv/head.ts';
import type { CsvPreview } from '../../src/ingest/csv/preview.ts';
import classes from './ImportDetails.module.css';
import { changeChoices, type ImportItem } from './import-store.ts';

const delimiters = [
  { value: ',', label: 'Comma ,' },
  { value: ';', label: 'Semicolon ;' },
  { value: '\t', label: 'Tab' },
  { value: '|', label: 'Bar |' },
  { value: '^', label: 'Caret ^' },
  { value: '~', label: 'Tilde ~' },
  { value: ' ', label: 'Space' },
];
const quotes: { value: CsvDialect['quote']; label: string }[] = [
  { value: '"', label: 'Double "' },
  { value: "'", label: "Single '" },
  { value: '', label: 'None' },
];
const encodings: { value: Encoding; label: string }[] = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'utf-16le', label: 'UTF-16 LE' },
  { value: 'utf-16be', label: 'UTF-16 BE' },
  { value: 'windows-1252', label: 'Windows-1252' },
];

/** How the file is read: found out, each with its evidence, and each for the user to change. */
export function CsvChoicesBar({ item, preview }: { readonly item: ImportItem; readonly preview: CsvPreview }) {
  const { dialect, encoding, evidence } = preview;
  const change = (part: CsvChoices) => {
    changeChoices(item.id, { ...item.choices, csv: { ...item.choices.csv, ...part } });
  };
  const changeDialect = (part: Partial<CsvDialect>) => {
    change({ dialect: { ...item.choices.csv?.dialect, ...part } });
  };
  const custom = delimiters.some(({ value }) => value === dialect.delimiter)
    ? []
    : [{ value: dialect.delimiter, label: dialect.delimiter }];
  return (
    <div className={classes.bar}>
      <Select
        label="Delimiter"
        w={130}
        data={[...delimiters, ...custom]}
        value={dialect.delimiter}
        onChange={(delimiter) => {
          if (delimiter !== null) changeDialect({ delimiter });
        }}
      />
      <Select
        label="Quote"
        w={110}
        data={quotes}
        value={dialect.quote}
        onChange={(quote) => {
          if (quote !== null) changeDialect({ quote });
        }}
      />
      <Select
        label="Encoding"
        w={140}
        data={encodings}
        value={encoding.encoding}
        onChange={(value) => {
          if (value !== null) change({ encoding: value });
        }}
      />
      <NumberInput
        label="Skip lines"
        w={90}
        min={0}
        value={dialect.skipLines}
        onChange={(skipLines) => {
          if (typeof skipLines === 'number') changeDialect({ skipLines });
        }}
      />
      <TagsInput
        label="Texts that mean “no value”"
        size="xs"
        w={220}
        placeholder="for example NA"
        value={[...(item.choices.csv?.nullTexts ?? [])]}
        onChange={(nullTexts) => {
          change({ nullTexts });
        }}
      />
      <Checkbox
        label="First row has the names"
        checked={dialect.header}
        onChange={(event) => {
          changeDialect({ header: event.currentTarget.checked });
        }}
      />
      <details className={classes.evidence}>
        <summary>How this was found out</summary>
        <ul>
          <li>Encoding: {encoding.evidence}</li>
          {evidence.map(({ about, words }) => (
            <li key={about}>
              {about}: {words}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
