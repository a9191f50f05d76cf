import { csvDefaults, type ExportOptions } from '../../export/export-format.ts';
import type { SendSettings } from './send-settings.ts';

/** How the writers of exports make the files of a send. Values leave as they are: lint warns of formulas instead. */
export function writeOptions({ file, fields }: Pick<SendSettings, 'file' | 'fields'>): ExportOptions {
  const { delimiter, quote, header, lineEnd, byteOrderMark, quoting } = file;
  return {
    delimited: { ...csvDefaults, delimiter, quote, header, lineEnd, byteOrderMark },
    compression: 'snappy',
    quoteAll: quoting === 'all',
    omitted: fields.flatMap(({ header: name, onNull }) => (onNull.kind === 'omit' ? [name] : [])),
  };
}
