import { StillhouseError } from '../../src/core/error.ts';
import type { CsvDialect } from '../../src/ingest/csv/dialect.ts';
import type { Encoding } from '../../src/ingest/csv/encoding.ts';
import type { CsvImportOptions } from '../../src/ingest/csv/load-context.ts';
import { previewCsv } from '../../src/ingest/csv/preview.ts';
import { detectFileKind, type FileKind } from '../../src/ingest/format.ts';
import type { JsonEncoding } from '../../src/ingest/json/options.ts';
import { sniffJson } from '../../src/ingest/json/sniff.ts';
import type { ImportFile, ImportFormat } from '../../src/ingest/run/request.ts';
import { valueTypeFromSql } from '../../src/ingest/values/type-from-sql.ts';
import { UsageError } from './usage.ts';

/** `--set` options by name; a name given several times keeps all of its values. */
export type ImportSettings = ReadonlyMap<string, readonly string[]>;

const headLength = 1 << 20;

/** The options that take one of a few values. */
const closed: Readonly<Partial<Record<string, readonly string[]>>> = {
  format: ['csv', 'json', 'parquet', 'excel'] satisfies FileKind[],
  header: ['true', 'false'],
};
const known = /^(format|encoding|delimiter|quote|header|skip|comment|null|records|sheet|type\..+)$/;

/** Reads `name=value` pairs. */
export function parseSettings(pairs: readonly string[]): ImportSettings {
  const settings = new Map<string, string[]>();
  for (const pair of pairs) {
    const cut = pair.indexOf('=');
    const [name, value] = [pair.slice(0, cut), pair.slice(cut + 1)];
    if (cut < 1 || !known.test(name)) throw new UsageError(`"--set ${pair}" is no option of import.`);
    const allowed = closed[name];
    if (allowed?.includes(value) === false) throw new UsageError(`${name} is one of ${allowed.join(', ')}.`);
    settings.set(name, [...(settings.get(name) ?? []), value]);
  }
  return settings;
}

/** How to read a file: what was set, and for the rest what the file itself tells. */
export async function chooseFormat({ source }: ImportFile, settings: ImportSettings): Promise<ImportFormat> {
  const head = await source.head(headLength);
  const one = (name: string) => settings.get(name)?.at(-1);
  const kind = (one('format') as FileKind | undefined) ?? detectFileKind(source.name, head); // checked with all settings
  switch (kind) {
    case 'csv':
      return { kind, options: csvOptions(head, head.length < headLength, settings) };
    case 'json': {
      const encoding = one('encoding') as JsonEncoding | undefined; // an unknown one is refused by the reader
      const recordsAt = one('records')?.split('.');
      const choice = { ...(encoding !== undefined && { encoding }), ...(recordsAt !== undefined && { recordsAt }) };
      return { kind, options: sniffJson(head, source.name, choice).options };
    }
    case 'parquet':
      return { kind };
    case 'excel': {
      const sheet = one('sheet');
      return { kind, options: { header: one('header') !== 'false', ...(sheet !== undefined && { sheet }) } };
    }
  }
}

function csvOptions(head: Uint8Array<ArrayBuffer>, whole: boolean, settings: ImportSettings): CsvImportOptions {
  const one = (name: string) => settings.get(name)?.at(-1);
  const [delimiter, quote, header, skip, comment] = ['delimiter', 'quote', 'header', 'skip', 'comment'].map(one);
  const dialect: Partial<CsvDialect> = {
    ...(delimiter !== undefined && { delimiter: delimiter === '\\t' ? '\t' : delimiter }),
    ...(quote !== undefined && { quote: quote as CsvDialect['quote'] }), // an unknown one is refused by the reader
    ...(header !== undefined && { header: header !== 'false' }),
    ...(skip !== undefined && { skipLines: Number(skip) }),
    ...(comment !== undefined && { comment }),
  };
  const encoding = one('encoding') as Encoding | undefined; // as above
  const choices = { dialect, nullTexts: settings.get('null') ?? [], ...(encoding !== undefined && { encoding }) };
  const types = [...settings].filter(([name]) => name.startsWith('type.'));
  if (types.length === 0) return choices;
  const names = previewCsv(head, whole, choices).columns.map(({ name }) => name);
  for (const [name] of types) {
    if (!names.includes(name.slice('type.'.length))) {
      throw new StillhouseError('input-invalid', `The file has no column "${name.slice('type.'.length)}".`, {
        remedy: `It has: ${names.join(', ')}.`,
      });
    }
  }
  return {
    ...choices,
    columns: names.map((name) => {
      const wanted = one(`type.${name}`);
      return { name, include: true, type: wanted === undefined ? 'auto' : valueTypeFromSql(wanted) };
    }),
  };
}
