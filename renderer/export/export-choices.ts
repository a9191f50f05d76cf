import { createStore } from 'zustand/vanilla';
import { csvDefaults, type ExportFormat, type ExportOptions } from '../../src/export/export-format.ts';

/** How the user exported last, offered again the next time. */
export interface ExportChoices {
  readonly format: ExportFormat;
  readonly options: ExportOptions;
}

export const exportChoices = createStore<ExportChoices>()(() => ({
  format: 'csv',
  options: { delimited: csvDefaults, compression: 'snappy' },
}));
