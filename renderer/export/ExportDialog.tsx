import { Button, Checkbox, Modal, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { Engine } from '../../src/engine/engine.ts';
import { excelColumns, excelRows } from '../../src/export/excel/excel.ts';
import { exportFormats, formatDescriptions } from '../../src/export/export-format.ts';
import type { Host } from '../../src/host/host.ts';
import { describeView } from '../../src/results/filter-words.ts';
import type { ResultView } from '../../src/results/result-view.ts';
import { useResultView } from '../grid/use-result-view.ts';
import { useSourceState } from '../grid/use-source-state.ts';
import classes from './ExportDialog.module.css';
import { exportChoices } from './export-choices.ts';
import { ExportOutcome } from './ExportOutcome.tsx';
import { exportFileName } from './file-name.ts';
import { FormatOptions } from './FormatOptions.tsx';
import { useExport } from './use-export.ts';

export interface ExportDialogProps {
  /** What is exported is what it shows: sorted and filtered. */
  readonly view: ResultView;
  readonly engine: Engine;
  readonly host: Host;
  /** A title; the ending follows from the format. */
  readonly suggestedName: string;
  /** The columns shown by index, where some are hidden or moved: offered as the ones to export. */
  readonly columns?: readonly number[] | undefined;
  readonly onClose: () => void;
}

/** Asks how and what to export, says exactly what it will be, and shows how it went. */
export function ExportDialog({ view, engine, host, suggestedName, columns, onClose }: ExportDialogProps) {
  const { shown, view: spec } = useResultView(view);
  const { rowCount, phase } = useSourceState(shown);
  const { format, options } = useStore(exportChoices);
  const [title, setTitle] = useState(suggestedName);
  const [onlyShown, setOnlyShown] = useState(true);
  const { state, start, again } = useExport(host);
  const all = shown.columns.map((_, index) => index);
  const chosen = columns !== undefined && onlyShown ? columns : all;
  const hasHidden = columns !== undefined && columns.length < all.length;
  const misfit = format === 'excel' ? excelMisfit(rowCount, chosen.length) : undefined;
  const what = describeView(spec, shown.columns);

  if (state.kind !== 'choosing') {
    return (
      <Modal opened onClose={onClose} title="Export" size="md">
        <ExportOutcome state={state} rowCount={rowCount} onAgain={again} onClose={onClose} />
      </Modal>
    );
  }
  return (
    <Modal opened onClose={onClose} title="Export" size="lg">
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          const fileName = exportFileName(title, format);
          start({ result: shown, engine, format, options, columns: chosen, sheetName: title }, fileName);
        }}
      >
        <p>
          <strong>
            {rowCount.toLocaleString()} {rowCount === 1 ? 'row' : 'rows'} × {chosen.length.toLocaleString()}{' '}
            {chosen.length === 1 ? 'column' : 'columns'}
          </strong>
          {what === '' ? ', the whole result as it came.' : ` as shown, ${what}.`}
        </p>
        {phaseWords[phase] !== undefined && <p className={classes.warning}>{phaseWords[phase]}</p>}
        {hasHidden && (
          <Checkbox
            label={`Only the ${columns.length.toLocaleString()} columns shown`}
            checked={onlyShown}
            onChange={(event) => {
              setOnlyShown(event.currentTarget.checked);
            }}
          />
        )}
        <Radio.Group
          aria-label="Format"
          value={format}
          onChange={(value) => {
            exportChoices.setState({ format: value });
          }}
        >
          <div className={classes.formats}>
            {exportFormats.map((known) => (
              <Radio.Card key={known} value={known} className={classes.format ?? ''}>
                <Radio.Indicator size="xs" />
                <span>
                  <strong>{formatDescriptions[known].title}</strong>
                  <small>{formatDescriptions[known].summary}</small>
                </span>
              </Radio.Card>
            ))}
          </div>
        </Radio.Group>
        <FormatOptions
          format={format}
          options={options}
          onChange={(next) => {
            exportChoices.setState({ options: next });
          }}
        />
        <TextInput
          label="File name"
          value={title}
          rightSection={<span className={classes.ending}>.{formatDescriptions[format].extension}</span>}
          rightSectionWidth={72}
          onChange={(event) => {
            setTitle(event.currentTarget.value);
          }}
        />
        {misfit !== undefined && (
          <p className={classes.fault} role="alert">
            {misfit}
          </p>
        )}
        <footer className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={misfit !== undefined} data-autofocus>
            Export
          </Button>
        </footer>
      </form>
    </Modal>
  );
}

const phaseWords: Readonly<Partial<Record<string, string>>> = {
  loading: 'Rows are still arriving. The export begins when all of them are here.',
  cancelled: 'The statement was cancelled: these rows are not its whole result.',
  failed: 'The statement failed: these rows are not its whole result.',
};

function excelMisfit(rows: number, columns: number): string | undefined {
  if (rows >= excelRows) {
    return `An Excel sheet holds ${(excelRows - 1).toLocaleString()} rows and a header. Choose CSV or Parquet, or filter first.`;
  }
  if (columns > excelColumns) {
    return `An Excel sheet holds ${excelColumns.toLocaleString()} columns. Choose CSV or Parquet, or hide some.`;
  }
  return undefined;
}
