import { sqlDialects, type SqlDialect } from './sql-dialect.ts';

/** What a `.sql` file holds: its text without the line that names the dialect, and the dialect. */
export interface SqlFile {
  readonly text: string;
  readonly dialect: SqlDialect;
}

const firstLine = /^\uFEFF?[^\S\n]*--[^\S\n]*dialect[^\S\n]*:[^\S\n]*([^\n]*?)[^\S\n]*(?:\n|$)/i;

/** Reads a `.sql` file. `-- dialect: distiller` as its first line says that it is written in Data Distiller's SQL. */
export function readSqlFile(content: string): SqlFile {
  const found = firstLine.exec(content);
  const dialect = sqlDialects.find((known) => known === found?.[1]?.toLowerCase()) ?? 'duckdb';
  return { text: dialect === 'duckdb' ? content : content.slice(found?.[0].length), dialect };
}

/** The same the other way: the line is written once, and for Data Distiller only. */
export function writeSqlFile({ text, dialect }: SqlFile): string {
  const { text: bare } = readSqlFile(text);
  return dialect === 'duckdb' ? bare : `-- dialect: ${dialect}\n${bare}`;
}
