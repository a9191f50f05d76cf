import type { Value } from '../../../../src/engine/value.ts';
import type { FinishedRun } from '../../../../src/runner/run-events.ts';
import { type Row, rowsOf } from '../row-values.ts';
import type { Twin } from './twin.ts';

/** Throws where the findings of a run do not hold the figures of its twin's rows. */
export async function expectSame(
  { module, same }: Twin,
  findings: FinishedRun['findings'],
  expected: readonly Row[],
): Promise<void> {
  for (const [id, columns] of Object.entries(same)) {
    const theirs = expected.filter(([finding]) => finding === id).map((row) => words(row.slice(1, 1 + columns.length)));
    const result = findings.find((finding) => finding.id === id)?.result;
    if (result === undefined) throw new Error(`${module} has no finding "${id}".`);
    const places = columns.map((name) => result.columns.findIndex((column) => column.name === name));
    const ours: string[] = [];
    for await (const batch of result.batches()) {
      ours.push(...rowsOf(batch).map((row) => words(places.map((place) => row[place] ?? null))));
    }
    if (ours.sort().join('\n') === theirs.sort().join('\n')) continue;
    const first = ours.findIndex((row, index) => row !== theirs[index]);
    throw new Error(`${module}, ${id}: ${ours[first] ?? 'fewer rows'} here, ${theirs[first] ?? 'fewer rows'} by hand.`);
  }
}

/** Sums in another order differ in their last digits, and the types of numbers may differ. */
function words(values: readonly Value[]): string {
  return values
    .map((value) => {
      const number = value === null || value === '' || typeof value === 'boolean' ? Number.NaN : Number(value);
      if (Number.isFinite(number)) return String(Number(number.toPrecision(9)));
      return typeof value === 'object' ? JSON.stringify(value) : String(value);
    })
    .join(' | ');
}
