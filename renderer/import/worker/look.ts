import { decodeStream } from '../../../src/duckdb/decode-stream.ts';
import { sqlTypeName } from '../../../src/engine/types.ts';
import { textAt } from '../../../src/engine/text.ts';
import type { ByteSource } from '../../../src/ingest/contract.ts';
import { previewCsv } from '../../../src/ingest/csv/preview.ts';
import { sheetColumnType } from '../../../src/ingest/excel/column-type.ts';
import { sheetTable } from '../../../src/ingest/excel/extract.ts';
import { openWorkbook } from '../../../src/ingest/excel/workbook.ts';
import { detectFileKind } from '../../../src/ingest/format.ts';
import { sniffJson } from '../../../src/ingest/json/sniff.ts';
import { type FileLook, type LookChoices, rowsToLookAt } from '../../../src/ingest/look.ts';
import { createFileSource } from './file-source.ts';
import { openParquet } from './parquet.ts';

/** Bytes of a file that are looked at. */
const headLength = 1 << 20;

/** Looks at the beginning of a file, and at what the user chose about it. */
export async function lookAt(file: File, choices: LookChoices): Promise<FileLook> {
  const source = createFileSource(file);
  const head = await source.head(headLength);
  switch (detectFileKind(file.name, head)) {
    case 'csv':
      return { kind: 'csv', preview: previewCsv(head, head.length < headLength, choices.csv) };
    case 'json':
      return { kind: 'json', sniff: sniffJson(head, file.name, choices.json) };
    case 'parquet':
      return { kind: 'parquet', table: await lookAtParquet(file) };
    case 'excel':
      return lookAtWorkbook(file, source, choices.excel);
  }
}

async function lookAtParquet(file: File) {
  const reader = await openParquet(file);
  const { columns, batches } = decodeStream(await reader.read({ offset: 0, limit: rowsToLookAt }));
  const rows = batches.flatMap((batch) =>
    Array.from({ length: batch.rowCount }, (_, row) => batch.columns.map((column) => textAt(column, row))),
  );
  return { columns, rows, rowCount: reader.rowCount, notes: [] };
}

async function lookAtWorkbook(file: File, source: ByteSource, chosen: LookChoices['excel']): Promise<FileLook> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const workbook = openWorkbook(bytes, source.name);
  const sheets = workbook.sheetNames();
  const options = { sheet: chosen?.sheet ?? sheets[0] ?? '', header: chosen?.header ?? true };
  const { names, records, notes } = sheetTable(workbook.sheet(options.sheet), options.header);
  const columns = names.map((name, index) => {
    const { type } = sheetColumnType(
      name,
      records.map(({ cells }) => cells[index]),
    );
    return { name, sqlType: sqlTypeName(type) };
  });
  const rows = records.slice(0, rowsToLookAt).map(({ cells }) => names.map((_, index) => cells[index]?.shown ?? null));
  return { kind: 'excel', sheets, options, table: { columns, rows, rowCount: records.length, notes } };
}
