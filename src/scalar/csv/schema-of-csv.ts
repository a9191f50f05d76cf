import { microsecondsOfWritten } from '../time/moment-text.ts';
import { type CsvForm, csvFields } from './csv-fields.ts';

/** The type of a line of CSV in Spark's DDL, as `schema_of_csv` infers it (`CSVInferSchema`). */
export function schemaOfCsv(text: string, form: CsvForm): string {
  const fields = csvFields(text, form).map((cell, index) => `_c${index}: ${typeOf(cell)}`);
  return `STRUCT<${fields.join(', ')}>`;
}

function typeOf(cell: string): string {
  if (/^[+-]?\d+$/.test(cell)) {
    const value = BigInt(cell.replace('+', ''));
    if (BigInt.asIntN(32, value) === value) return 'INT';
    if (BigInt.asIntN(64, value) === value) return 'BIGINT';
    const digits = String(value).replace('-', '').length;
    return digits <= 38 ? `DECIMAL(${digits},0)` : 'DOUBLE';
  }
  if (/^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$|^(?:NaN|-?Inf)$/.test(cell)) return 'DOUBLE';
  if (/^\d{4}-\d\d-\d\d/.test(cell) && microsecondsOfWritten(cell) !== undefined) {
    return cell.length === 10 ? 'DATE' : 'TIMESTAMP';
  }
  return /^(?:true|false)$/i.test(cell) ? 'BOOLEAN' : 'STRING';
}
