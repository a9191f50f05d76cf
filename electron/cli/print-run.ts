import { counted } from '../../src/modules/words.ts';
import type { FinishedRun, OpenFinding } from '../../src/runner/run-events.ts';
import type { RecordedCheck, RecordedFinding, RunRecord } from '../../src/runner/run-record.ts';
import { tableWriter } from './table-writer.ts';
import type { Terminal } from './terminal.ts';

/** Rows of a finding that a terminal shows. */
const printedRows = 20;

/** Prints a run: the whole record as JSON, or what was found in words and short tables. */
export async function printRun(
  { record, findings }: FinishedRun,
  format: 'text' | 'json',
  terminal: Terminal,
): Promise<void> {
  if (format === 'json') {
    await terminal.print(`${JSON.stringify(record, null, 2)}\n`);
    return;
  }
  await terminal.print(`${record.title}\n\n${record.checks.map(checkText).join('')}`);
  for (const [index, finding] of record.findings.entries()) {
    const open = findings[index];
    if (open !== undefined) await terminal.print(await findingText(finding, open));
  }
  await terminal.print(outputText(record));
}

function checkText({ title, passed, severity, evidence, remedy }: RecordedCheck): string {
  if (passed) return `passed   ${title}\n`;
  return `${severity.padEnd(8)} ${title}: not so in ${counted(evidence.rowCount, 'case')}. ${remedy}\n`;
}

async function findingText({ title, words, figures }: RecordedFinding, { result }: OpenFinding): Promise<string> {
  const writer = tableWriter(result.columns);
  for await (const batch of result.batches({ end: printedRows })) {
    for (let row = 0; row < batch.rowCount; row++) writer.row(batch, row);
  }
  const rest = figures.rowCount - printedRows;
  const more = rest > 0 ? `… and ${rest.toLocaleString('en')} more\n` : '';
  return `\n${title}\n${words}\n${figures.rowCount === 0 ? '' : writer.tail}${more}`;
}

function outputText({ outputs, withheld }: RunRecord): string {
  const made = outputs.map(
    ({ name, rows, replaced }) =>
      `kept ${name}: ${rows.toLocaleString('en')} rows${replaced ? ', in place of those it had' : ''}\n`,
  );
  return ['\n', ...made, ...(withheld === undefined ? [] : [`${withheld}\n`])].join('');
}
