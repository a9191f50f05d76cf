import { openFunction } from '../contract.ts';
import { parseSchema } from '../json/spark-type.ts';
import { rememberLast } from '../remember-last.ts';
import { csvReading, fromCsv } from './from-csv.ts';
import { schemaOfCsv } from './schema-of-csv.ts';

const schemaOf = rememberLast(parseSchema);
const readingOf = rememberLast(csvReading);

/** Spark's functions that read a line of CSV. Structs come as texts that SQL casts. */
export const csvFunctions = [
  openFunction({
    name: 'sh_from_csv',
    takes: ['text', 'text', 'text'],
    optional: 1,
    gives: 'text',
    row: (text: string, schema: string, options = '{}') => fromCsv(text, schemaOf(schema), readingOf(options)),
  }),
  openFunction({
    name: 'sh_schema_of_csv',
    takes: ['text', 'text'],
    optional: 1,
    gives: 'text',
    row: (text: string, options = '{}') => schemaOfCsv(text, readingOf(options)),
  }),
];
