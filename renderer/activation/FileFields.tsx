import { NumberInput, Select, Switch, TextInput } from '@mantine/core';
import { nameMacros, nameProblem } from '../../src/activation/naming.ts';
import { canGzip } from '../../src/activation/prepare/file-plan.ts';
import type { FileFormat } from '../../src/activation/prepare/send-settings.ts';
import { exportFormats, formatDescriptions } from '../../src/export/export-format.ts';
import type { SendFormProps } from './form-props.ts';
import classes from './Send.module.css';

const delimiters = [
  { value: ',', label: 'Comma' },
  { value: ';', label: 'Semicolon' },
  { value: '\t', label: 'Tab' },
  { value: '|', label: 'Bar' },
];

/** How the files look and what they are called. */
export function FileFields({ settings, issues, onChange }: Omit<SendFormProps, 'catalog'>) {
  const { file } = settings;
  const set = (change: Partial<FileFormat>) => {
    onChange({ file: { ...file, ...change } });
  };
  const delimited = file.format === 'csv' || file.format === 'tsv';
  const flag = (label: string, name: 'header' | 'byteOrderMark' | 'gzip') => (
    <Switch
      size="xs"
      label={label}
      checked={file[name]}
      onChange={(event) => {
        set({ [name]: event.currentTarget.checked });
      }}
    />
  );
  return (
    <fieldset className={classes.group}>
      <legend>Files</legend>
      <TextInput
        label="Name"
        description={`With ${Object.keys(nameMacros)
          .map((name) => `{${name}}`)
          .join(' ')}; a slash makes a folder.`}
        value={file.name}
        error={issues['file.name'] ?? nameProblem(file.name)}
        onChange={(event) => {
          set({ name: event.currentTarget.value });
        }}
      />
      <div className={classes.pair}>
        <Select
          label="Format"
          data={exportFormats.map((value) => ({ value, label: formatDescriptions[value].title }))}
          value={file.format}
          onChange={(chosen) => {
            set({ format: exportFormats.find((known) => known === chosen) ?? 'csv' });
          }}
        />
        <NumberInput
          label="Rows a file at most"
          placeholder="One file"
          min={1}
          allowDecimal={false}
          thousandSeparator=","
          value={file.rowsPerFile ?? ''}
          onChange={(rows) => {
            set({ rowsPerFile: typeof rows === 'number' ? rows : null });
          }}
        />
      </div>
      {delimited && (
        <div className={classes.pair}>
          {file.format === 'csv' && (
            <Select
              label="Between values"
              data={delimiters}
              value={file.delimiter}
              onChange={(delimiter) => {
                set({ delimiter: delimiter ?? ',' });
              }}
            />
          )}
          <Select
            label="Quotes"
            data={[
              { value: 'needed', label: 'Where needed' },
              { value: 'all', label: 'Around every value' },
            ]}
            value={file.quoting}
            onChange={(quoting) => {
              set({ quoting: quoting === 'all' ? 'all' : 'needed' });
            }}
          />
          <Select
            label="Line ends"
            data={[
              { value: '\n', label: 'LF' },
              { value: '\r\n', label: 'CR LF' },
            ]}
            value={file.lineEnd}
            onChange={(lineEnd) => {
              set({ lineEnd: lineEnd === '\r\n' ? '\r\n' : '\n' });
            }}
          />
        </div>
      )}
      <div className={classes.pair}>
        {delimited && flag('Header', 'header')}
        {delimited && flag('UTF-8 mark', 'byteOrderMark')}
        {canGzip(file.format) && flag('Compressed (gzip)', 'gzip')}
      </div>
    </fieldset>
  );
}
