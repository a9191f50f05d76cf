import { StillhouseError } from '../../core/error.ts';
import { type JsonReading, jsonReading } from '../json/from-json.ts';
import { nestedItem, nestedNull, nestedStruct } from '../json/nested-text.ts';
import type { Json } from '../json/parse-json.ts';
import { isObject, parseJson } from '../json/parse-json.ts';
import { simpleText } from '../json/simple-value.ts';
import type { SparkType } from '../json/spark-type.ts';
import { type CsvForm, csvFields } from './csv-fields.ts';

/** How options have a line read. */
export interface CsvReading extends CsvForm {
  readonly values: JsonReading;
  /** What stands for NULL. */
  readonly nullValue: string;
  readonly trimsStart: boolean;
  readonly trimsEnd: boolean;
}

/** Reads the options of `from_csv` from a JSON object of texts. */
export function csvReading(options: string): CsvReading {
  const json = parseJson(options) ?? null;
  const found = new Map(json !== null && isObject(json) ? json.fields : []);
  const text = (name: string, otherwise: string): string => {
    const value = found.get(name);
    return typeof value === 'string' ? value : otherwise;
  };
  return {
    separator: text('sep', text('delimiter', ',')),
    quote: text('quote', '"'),
    values: jsonReading(options),
    nullValue: text('nullvalue', ''),
    trimsStart: text('ignoreleadingwhitespace', 'false').toLowerCase() === 'true',
    trimsEnd: text('ignoretrailingwhitespace', 'false').toLowerCase() === 'true',
  };
}

/**
 * A line of CSV as the text that the engine casts to the struct, as `from_csv` of Spark reads it: in PERMISSIVE mode a field
 * that does not fit or lacks is NULL, and fields too many are left out.
 */
export function fromCsv(text: string, type: SparkType, reading: CsvReading): string {
  if (type.kind !== 'struct') throw wrongSchema();
  const { values } = reading;
  const corrupt = type.fields.find(({ name }) => name === values.corruptField);
  const wanted = type.fields.filter((field) => field !== corrupt);
  const cells = csvFields(text, reading);
  const read = wanted.map((field, index) => cellText(cells[index], field.type, reading));
  const misfits = cells.length !== wanted.length || read.includes(undefined);
  if (misfits && values.failsFast) {
    throw new StillhouseError('sql-value', `In mode FAILFAST this CSV does not fit its schema: ${text.slice(0, 200)}`);
  }
  const written = new Map(wanted.map((field, index) => [field, read[index] ?? nestedNull]));
  return nestedStruct(
    type.fields.map((field) => [field.name, written.get(field) ?? (misfits ? nestedItem(text) : nestedNull)]),
  );
}

const wrongSchema = () =>
  new StillhouseError('sql-value', "A line of CSV has plain values: its schema is written 'a INT, b STRING'.");

/** A cell in its type; `undefined` where it does not fit. */
function cellText(cell: string | undefined, type: SparkType, reading: CsvReading): string | undefined {
  if (type.kind !== 'simple') throw wrongSchema();
  if (cell === undefined) return nestedNull;
  let value = reading.trimsStart ? cell.trimStart() : cell;
  if (reading.trimsEnd) value = value.trimEnd();
  if (value === '' || value === reading.nullValue) return nestedNull;
  const text = simpleText(jsonOf(value, type.name), type, value, reading.values);
  return text === undefined ? undefined : nestedItem(text);
}

const wholeNumber = /^[+-]?\d+$/;
const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const specialNumbers: Readonly<Partial<Record<string, string>>> = { Inf: 'Infinity', '-Inf': '-Infinity' };

/** The cell as JSON would hold it. */
function jsonOf(cell: string, type: Extract<SparkType, { kind: 'simple' }>['name']): Json {
  switch (type) {
    case 'BOOLEAN':
      return /^(?:true|false)$/i.test(cell) ? cell.toLowerCase() === 'true' : cell;
    case 'TINYINT':
    case 'SMALLINT':
    case 'INT':
    case 'BIGINT':
      return wholeNumber.test(cell) ? { number: cell.replace('+', '') } : cell;
    case 'FLOAT':
    case 'DOUBLE':
      return number.test(cell.trim()) ? { number: cell.trim() } : (specialNumbers[cell] ?? cell);
    default:
      return cell;
  }
}
