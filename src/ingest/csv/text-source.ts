import { identifier, joinSql, literal, relation, type RelationName, type Sql, sql } from '../../core/sql.ts';
import type { CsvDialect, NewlineStyle } from './dialect.ts';

/** Where the texts of a file can be selected from, as the columns c1, c2, …, in file order. */
export interface TextSource {
  /** What stands behind FROM. */
  readonly from: Sql;
  /** The same with the further columns `record` and `line`, which cost a little. */
  readonly numbered: Sql;
}

/** The name under which the texts of the field at `position` (from 0) are selected. */
export function fieldName(position: number): string {
  return `c${position + 1}`;
}

/** How the engine's reader is to read an attached file. Nothing is left to its sniffer. */
export interface EngineReading {
  readonly path: string;
  readonly dialect: CsvDialect;
  readonly newline: Exclude<NewlineStyle, 'any'>;
  readonly fieldCount: number;
  readonly nullTexts: readonly string[];
  readonly gzip: boolean;
  /** What to add to a record's number to get its line; absent when records may take several lines. */
  readonly lineOffset?: number;
}

const newlines = { lf: '\n', crlf: '\r\n', cr: '\r' } as const;

/** A file read by the engine itself. */
export function engineSource(reading: EngineReading): TextSource {
  const { path, dialect, newline, fieldCount, nullTexts, gzip, lineOffset } = reading;
  const fields = Array.from({ length: fieldCount }, (_, position) => sql`${literal(fieldName(position))}: 'VARCHAR'`);
  const quote = literal(dialect.quote);
  const from = sql`read_csv(
    ${literal(path)},
    auto_detect = false,
    columns = {${joinSql(fields, ', ')}},
    header = ${literal(dialect.header)},
    skip = ${literal(dialect.skipLines)},
    delim = ${literal(dialect.delimiter)},
    quote = ${quote},
    escape = ${quote},
    new_line = ${escapedLiteral(newlines[newline])},
    nullstr = [${joinSql(['', ...nullTexts].map(literal), ', ')}],
    allow_quoted_nulls = false,
    compression = ${literal(gzip ? 'gzip' : 'none')}
  )`;
  const line = lineOffset === undefined ? sql`NULL::BIGINT` : sql`row_number() OVER () + ${literal(lineOffset)}`;
  return { from, numbered: sql`(SELECT row_number() OVER () AS record, ${line} AS line, * FROM ${from})` };
}

/** The engine wants line ends spelt with backslashes. */
function escapedLiteral(newline: string): Sql {
  return literal(newline.replace('\r', String.raw`\r`).replace('\n', String.raw`\n`));
}

/** A table of texts with the columns `record`, `line`, c1, c2, …, as our own reader fills it. */
export function tableSource(table: RelationName): TextSource {
  return { from: relation(table), numbered: relation(table) };
}

/** The column c1, c2, … of a field. */
export function field(position: number): Sql {
  return identifier(fieldName(position));
}
