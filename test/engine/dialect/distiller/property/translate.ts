import { findFunction, functionNames } from '../../../../../src/dialect/distiller/functions/index.ts';
import { parseDistillerQuery } from '../../../../../src/dialect/distiller/parse/index.ts';
import { translateDistillerQuery } from '../../../../../src/dialect/distiller/translate/translate.ts';
import { parseType } from '../../../../../src/dialect/type-tree.ts';
import { engineTypes } from './value-types.ts';
import { columns, tableName } from './values.ts';

const knownColumns = columns.map(({ name, type }) => ({ name, type: parseType(engineTypes[type]) }));

/** A query over the table of awkward values as the engine’s SQL. */
export function translate(text: string): string {
  const { sql } = translateDistillerQuery(parseDistillerQuery(text), {
    source: text,
    table: ({ name }) => (name.at(-1)?.text === tableName ? { columns: knownColumns } : undefined),
    variable: () => undefined,
    parameter: () => undefined,
    function: findFunction,
    functionNames,
  });
  return sql.text;
}
