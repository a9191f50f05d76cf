import type { Value } from '../../../../src/engine/value.ts';
import type { FinishedRun } from '../../../../src/runner/run-events.ts';
import { type Row, rowsOf } from '../row-values.ts';
import type { Twin } from './twin.ts';

/** Sums in another order differ in their last digits. */
const tolerance = 1e-9;

/** Throws where the findings of a run do not hold the figures of its twin's rows. */
export async function expectSame(
  { module, same }: Twin,
  findings: FinishedRun['findings'],
  expected: readonly Row[],
): Promise<void> {
  for (const [id, columns] of Object.entries(same)) {
    const theirs = inOrder(
      expected.filter(([finding]) => finding === id).map((row) => row.slice(1, 1 + columns.length)),
    );
    const result = findings.find((finding) => finding.id === id)?.result;
    if (result === undefined) throw new Error(`${module} has no finding "${id}".`);
    const places = columns.map((name) => result.columns.findIndex((column) => column.name === name));
    const found: Row[] = [];
    for await (const batch of result.batches()) {
      found.push(...rowsOf(batch).map((row) => places.map((place) => row[place] ?? null)));
    }
    const ours = inOrder(found);
    const first = ours.findIndex((row, index) => !row.every((value, column) => isSame(value, theirs[index]?.[column])));
    if (first < 0 && ours.length === theirs.length) continue;
    throw new Error(`${module}, ${id}: ${words(ours[first])} here, ${words(theirs[first])} by hand.`);
  }
}

function inOrder(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort((a, b) => (words(a) < words(b) ? -1 : 1));
}

function isSame(one: Value, other: Value | undefined): boolean {
  const [a, b] = [numberOf(one), numberOf(other ?? null)];
  return Number.isNaN(a)
    ? wordsOf(one) === wordsOf(other ?? null)
    : Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a));
}

function words(row: Row = []): string {
  return row.map(wordsOf).join(' | ');
}

/** Numbers to six digits, so that those of both sides come in the same order. */
function wordsOf(value: Value): string {
  const number = numberOf(value);
  if (!Number.isNaN(number)) return String(Number(number.toPrecision(6)));
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Also of a number that is written as text; NaN of all else. */
function numberOf(value: Value): number {
  const isNumber =
    typeof value === 'number' || typeof value === 'bigint' || (typeof value === 'string' && value !== '');
  return isNumber ? Number(value) : Number.NaN;
}
