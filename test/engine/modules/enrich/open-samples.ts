import type { OpenDatabase } from '../../../../electron/cli/open-project.ts';
import type { RunRecord } from '../../../../src/runner/run-record.ts';
import { openSampleProject } from '../../../golden/sample-project.ts';
import { rowsOf, sampleRunner } from '../run-sample.ts';

/** What a run said, looked up by the ids of findings and checks. */
export interface SampleRun {
  readonly record: RunRecord;
  words(finding: string): string;
  rows(finding: string): readonly Readonly<Record<string, unknown>>[];
  /** Rows of evidence; 0 when the check passed. */
  violations(check: string): number | undefined;
}

export interface SampleProject {
  readonly database: OpenDatabase;
  run(module: string, input: Readonly<Record<string, unknown>>): Promise<SampleRun>;
  /** Runs a statement as a user would. */
  execute(statement: string): Promise<void>;
}

/** A database with sample datasets on which modules run. */
export async function openSamples(...datasets: readonly string[]): Promise<SampleProject> {
  const database = await openSampleProject(datasets);
  const run = sampleRunner(database);
  return {
    database,
    async run(module, input) {
      const record = await run(module, input);
      return {
        record,
        words: (finding) => record.findings.find(({ id }) => id === finding)?.words ?? '',
        rows: (finding) => rowsOf(record, finding),
        violations: (check) => record.checks.find(({ id }) => id === check)?.evidence.rowCount,
      };
    },
    async execute(statement) {
      const session = await database.workspace.openSession('test');
      const query = session.run(statement);
      await query.outcome;
      await query.close();
      await session.close();
    },
  };
}
