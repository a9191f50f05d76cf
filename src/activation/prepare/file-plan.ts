import { formatDescriptions } from '../../export/export-format.ts';
import { expandName, type NameFacts, type NameRules } from '../naming.ts';
import type { FileFormat } from './send-settings.ts';

/** One file to be written: rows by their place among those that leave. */
export interface PlannedFile {
  /** The path at the destination. */
  readonly name: string;
  /** From 0. */
  readonly firstRow: number;
  readonly rows: number;
}

/** Splits the rows into files; none for no rows. Throws `input-invalid` for a name that cannot be used. */
export function planFiles(
  rows: number,
  format: FileFormat,
  facts: Omit<NameFacts, 'part' | 'rows'>,
  rules: NameRules,
): readonly PlannedFile[] {
  const most = format.rowsPerFile ?? Math.max(1, rows);
  const parts = Math.ceil(rows / most);
  const extension = fileExtension(format);
  return Array.from({ length: parts }, (_, part) => {
    const firstRow = part * most;
    const inFile = Math.min(most, rows - firstRow);
    const name = expandName(format.name, { ...facts, part, rows: inFile }, { extension, several: parts > 1, rules });
    return { name, firstRow, rows: inFile };
  });
}

/** The ending of a format's files: `csv`, `json.gz`. Parquet and Excel files are compressed within. */
export function fileExtension({ format, gzip }: FileFormat): string {
  const { extension } = formatDescriptions[format];
  return gzip && canGzip(format) ? `${extension}.gz` : extension;
}

/** Whether compressing the whole file makes sense for a format. */
export function canGzip(format: FileFormat['format']): boolean {
  return format !== 'parquet' && format !== 'excel';
}
