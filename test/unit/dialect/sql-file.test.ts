import { describe, expect, test } from 'vitest';
import { readSqlFile, writeSqlFile } from '../../../src/dialect/sql-file.ts';

describe('the first line of a .sql file names its dialect', () => {
  test.each([
    ['-- dialect: distiller\nSELECT 1;\n', 'SELECT 1;\n'],
    ['\uFEFF--Dialect:  DISTILLER \r\nSELECT 1;\r\n', 'SELECT 1;\r\n'],
    ['-- dialect: distiller', ''],
  ])('%j is Data Distiller’s', (content, text) => {
    expect(readSqlFile(content)).toEqual({ dialect: 'distiller', text });
  });

  test.each([
    'SELECT 1;\n',
    '',
    '-- dialect: duckdb\nSELECT 1;\n',
    '-- dialect: klingon\nSELECT 1;\n',
    'SELECT 1; -- dialect: distiller\n',
    '\n-- dialect: distiller\nSELECT 1;\n',
    '-- dialect: distiller of whisky\nSELECT 1;\n',
  ])('%j stays as it is, in DuckDB’s', (content) => {
    expect(readSqlFile(content)).toEqual({ dialect: 'duckdb', text: content });
  });

  test('and is written once', () => {
    const content = writeSqlFile({ text: 'SELECT 1;\n', dialect: 'distiller' });
    expect(content).toBe('-- dialect: distiller\nSELECT 1;\n');
    expect(writeSqlFile({ text: content, dialect: 'distiller' })).toBe(content);
    expect(writeSqlFile({ text: content, dialect: 'duckdb' })).toBe('SELECT 1;\n');
    expect(writeSqlFile({ text: 'SELECT 1;\n', dialect: 'duckdb' })).toBe('SELECT 1;\n');
  });
});
