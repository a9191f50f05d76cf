import { Checkbox, Select, TextInput } from '@mantine/core';
import type {
  DelimitedOptions,
  ExportFormat,
  ExportOptions,
  ParquetCompression,
} from '../../src/export/export-format.ts';
import classes from './ExportDialog.module.css';

export interface FormatOptionsProps {
  readonly format: ExportFormat;
  readonly options: ExportOptions;
  readonly onChange: (options: ExportOptions) => void;
}

const delimiters = [
  { value: ',', label: 'Comma  ,' },
  { value: ';', label: 'Semicolon  ;' },
  { value: '\t', label: 'Tab' },
  { value: '|', label: 'Bar  |' },
];
const lineEnds: { value: DelimitedOptions['lineEnd']; label: string }[] = [
  { value: '\n', label: 'Unix (LF)' },
  { value: '\r\n', label: 'Windows (CRLF)' },
];
const compressions: { value: ParquetCompression; label: string }[] = [
  { value: 'snappy', label: 'Snappy: fast, read everywhere' },
  { value: 'zstd', label: 'Zstandard: smaller' },
  { value: 'gzip', label: 'Gzip: smaller, slower' },
  { value: 'none', label: 'None' },
];

/** What can be chosen about a format; nothing for most of them. */
export function FormatOptions({ format, options, onChange }: FormatOptionsProps) {
  if (format === 'parquet') {
    return (
      <Select
        label="Compression"
        className={classes.narrow ?? ''}
        data={compressions}
        value={options.compression}
        onChange={(compression) => {
          if (compression !== null) onChange({ ...options, compression });
        }}
      />
    );
  }
  if (format !== 'csv' && format !== 'tsv') return null;
  const { delimited } = options;
  const change = (part: Partial<DelimitedOptions>) => {
    onChange({ ...options, delimited: { ...delimited, ...part } });
  };
  return (
    <div className={classes.options}>
      <div className={classes.fields}>
        {format === 'csv' && (
          <Select
            label="Between values"
            data={delimiters}
            value={delimited.delimiter}
            onChange={(delimiter) => {
              if (delimiter !== null) change({ delimiter });
            }}
          />
        )}
        <TextInput
          label="For NULL"
          placeholder="nothing"
          value={delimited.nullText}
          onChange={(event) => {
            change({ nullText: event.currentTarget.value });
          }}
        />
        <Select
          label="Line ends"
          data={lineEnds}
          value={delimited.lineEnd}
          onChange={(lineEnd) => {
            if (lineEnd !== null) change({ lineEnd });
          }}
        />
      </div>
      <Checkbox
        label="Column names in the first line"
        checked={delimited.header}
        onChange={(event) => {
          change({ header: event.currentTarget.checked });
        }}
      />
      <Checkbox
        label="Mark as UTF-8 for Excel"
        description="Without the mark Excel shows letters such as é or ü wrongly."
        checked={delimited.byteOrderMark}
        onChange={(event) => {
          change({ byteOrderMark: event.currentTarget.checked });
        }}
      />
      <Checkbox
        label="Disarm formulas"
        description="Puts ' before texts that a spreadsheet would run, such as =1+1. It changes those values."
        checked={delimited.guardFormulas}
        onChange={(event) => {
          change({ guardFormulas: event.currentTarget.checked });
        }}
      />
    </div>
  );
}
