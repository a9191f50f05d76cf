import { rowObjects } from '../engine/collect.ts';
import type { Finding } from '../modules/contract.ts';
import { openResult, type ResultSet } from '../results/result-set.ts';
import type { ResultSpace } from '../results/result-space.ts';
import { recordFigures } from './recorded-figures.ts';
import type { Running } from './running.ts';
import type { RecordedFinding } from './run-record.ts';
import { stepError } from './run-steps.ts';

/** Rows that words hear and records keep. */
const recordedRows = 1000;

/** Reads a finding whole, so that it outlives the tables it is read from, and puts it into words. */
export async function runFinding(
  { session, signal }: Running,
  space: ResultSpace,
  finding: Finding,
): Promise<{ readonly recorded: RecordedFinding; readonly result: ResultSet }> {
  try {
    const result = await openResult(space, session.query(finding.data.text, { signal }));
    const { error, rowCount } = await result.settled;
    if (error !== undefined) throw error;
    const batches = [];
    for await (const batch of result.batches({ end: recordedRows, signal })) batches.push(batch);
    const { id, title, reading } = finding;
    const recorded = {
      id,
      title,
      reading,
      words: finding.words(rowObjects(result.columns, batches)),
      figures: recordFigures(result.columns, batches, rowCount),
    };
    return { recorded, result };
  } catch (error) {
    throw stepError(finding, error);
  }
}
