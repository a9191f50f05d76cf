import { type ExportFormat, formatDescriptions } from '../../src/export/export-format.ts';

/** A file name from a title: without characters that some file system forbids, and with the ending of its format. */
export function exportFileName(title: string, format: ExportFormat): string {
  const { extension } = formatDescriptions[format];
  const stem = title
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|\.+$/g, '')
    .slice(0, 120)
    .trim();
  const base = stem.toLowerCase().endsWith(`.${extension}`) ? stem.slice(0, -extension.length - 1) : stem;
  return `${base === '' ? 'result' : base}.${extension}`;
}
