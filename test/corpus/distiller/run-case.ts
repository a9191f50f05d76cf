import { expect } from 'vitest';
import { splitDistiller } from '../../../src/dialect/distiller/parse/split.ts';
import { StillhouseError } from '../../../src/core/error.ts';
import type { Batch } from '../../../src/engine/batch.ts';
import type { ColumnInfo } from '../../../src/engine/types.ts';
import type { ConformanceCase, ExpectedError, ExpectedRows, ExpectedValue } from './conformance-case.ts';
import { resultRows, sameValue } from './result-value.ts';

/** What one statement gave. */
export interface CaseResult {
  readonly columns: readonly ColumnInfo[];
  readonly batches: readonly Batch[];
  readonly notices: readonly string[];
}

/** Runs one statement of a case. */
export type RunStatement = (statement: string) => Promise<CaseResult>;

/** Runs the statements of a case and holds what the last one does against what is expected. */
export async function runCase(testCase: ConformanceCase, run: RunStatement): Promise<void> {
  const { sql, expected, notices } = testCase;
  const statements = splitDistiller(sql);
  const last = statements.at(-1);
  if (last === undefined) throw new Error(`${testCase.file}:${testCase.line}: there is no statement.`);
  for (const { start, end } of statements.slice(0, -1)) await run(sql.slice(start, end));
  const running = run(sql.slice(last.start, last.end));
  if (expected.kind === 'error') {
    const error: unknown = await running.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expectError(error, expected, sql, last.start);
    return;
  }
  const result = await running;
  expectRows(result, expected);
  for (const words of notices) expect(result.notices.join('\n').toLowerCase()).toContain(words.toLowerCase());
  if (notices.length === 0) expect(result.notices).toEqual([]);
}

function expectError(error: unknown, { place, words }: ExpectedError, sql: string, start: number): void {
  if (error === undefined) throw new Error('It runs, but an error is expected.');
  if (!(error instanceof StillhouseError)) throw new Error('This is no error of the product.', { cause: error });
  expect([error.message, error.remedy].join('\n').toLowerCase()).toContain(words.toLowerCase());
  if (place !== '-')
    expect(placeOf(sql, error.range === undefined ? undefined : start + error.range.start)).toBe(place);
}

/** `line:column` of an offset, both from 1. */
function placeOf(sql: string, offset: number | undefined): string {
  if (offset === undefined) return 'nowhere';
  const before = sql.slice(0, offset).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

function expectRows({ columns, batches }: CaseResult, expected: ExpectedRows): void {
  const found = resultRows(batches);
  const shown = { columns: columns.map(({ name }) => name), rows: found.map(shownRow) };
  const wanted = { columns: expected.columns, rows: expected.rows.map(shownRow) };
  const same =
    shown.columns.join('\n') === wanted.columns.join('\n') &&
    found.length === expected.rows.length &&
    (expected.ordered ? sameInOrder(found, expected.rows) : sameInAnyOrder(found, expected.rows));
  if (!same) expect(shown).toEqual(wanted);
  expect(same).toBe(true);
}

type Row = readonly ExpectedValue[];

function sameInOrder(found: readonly Row[], expected: readonly Row[]): boolean {
  return found.every((row, index) => sameRow(row, expected[index]));
}

function sameInAnyOrder(found: readonly Row[], expected: readonly Row[]): boolean {
  const left = [...expected];
  return found.every((row) => {
    const place = left.findIndex((other) => sameRow(row, other));
    if (place >= 0) left.splice(place, 1);
    return place >= 0;
  });
}

function sameRow(found: Row, expected: Row | undefined): boolean {
  return expected?.length === found.length && found.every((value, index) => sameValue(value, expected[index] ?? null));
}

function shownRow(row: Row): string {
  return JSON.stringify(row).replace(/\{"digits":"([^"]*)"\}/g, '$1');
}
