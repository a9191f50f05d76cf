import { rawSql, sql } from '../../../../core/sql.ts';
import { asText, castTo } from '../../translate/coerce.ts';
import {
  bigint,
  boolean,
  type DataType,
  double,
  float,
  integer,
  listOf,
  smallint,
  typed,
  varchar,
} from '../../translate/typed.ts';
import type { FunctionEntry, ScalarEntry } from '../contract.ts';
import { scalar } from '../scalar-entry.ts';

/** `xpath_…(xml, path)`: our own function of a kind, its result brought to a type. */
const path = (
  name: string,
  summary: string,
  native: string,
  given: DataType,
  type: DataType,
  aliases?: readonly string[],
): ScalarEntry =>
  scalar(
    `${name}(xml, path)`,
    summary,
    (call) =>
      castTo(typed(sql`${rawSql(native)}(${asText(call.argument(0))}, ${asText(call.argument(1))})`, given), type),
    aliases,
  );

/** Values out of XML by XPath. */
export const xmlFunctions: readonly FunctionEntry[] = [
  path('xpath', 'The texts of all nodes on this path, as an array.', 'sh_xpath', varchar, listOf(varchar)),
  path(
    'xpath_boolean',
    'Whether the path finds something, or its condition holds.',
    'sh_xpath_boolean',
    boolean,
    boolean,
  ),
  path(
    'xpath_double',
    'The number on this path; NaN where it is none, 0 where there is no node.',
    'sh_xpath_number',
    double,
    double,
    ['xpath_number'],
  ),
  path('xpath_float', 'The number on this path, as FLOAT.', 'sh_xpath_number', double, float),
  path('xpath_int', 'The whole number on this path; 0 where there is none.', 'sh_xpath_number', double, integer),
  path(
    'xpath_long',
    'The whole number on this path, as BIGINT; 0 where there is none.',
    'sh_xpath_number',
    double,
    bigint,
  ),
  path(
    'xpath_short',
    'The whole number on this path, as SMALLINT; 0 where there is none.',
    'sh_xpath_number',
    double,
    smallint,
  ),
  path('xpath_string', 'The text of the first node on this path.', 'sh_xpath_string', varchar, varchar),
];
