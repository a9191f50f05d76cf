import { withAudiences } from '../../src/audiences/statements/audience-session.ts';
import { StillhouseError, type TextRange } from '../../src/core/error.ts';
import type { ExportNote } from '../../src/dialect/export/contract.ts';
import { exportStatements } from '../../src/dialect/export/export-script.ts';
import { exportSummary, noteLine, placeWords } from '../../src/dialect/export/note-words.ts';
import { exportedScript } from '../../src/dialect/export/script-text.ts';
import { type ExportTarget, exportTargets, targetName } from '../../src/dialect/export/target.ts';
import { loadTranslator } from '../node/translator.ts';
import type { OpenDatabase } from './open-project.ts';
import { distillerRunner } from './sql-runner.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage.ts';

/** One of the engine's statements, and where the user's script says it. */
export interface Exportable {
  readonly text: string;
  /** Leads a place in the text back to the script. */
  toScript(range: TextRange): TextRange;
}

/** The dialect that `--as` names. */
export function targetOf(given: string): ExportTarget {
  const target = exportTargets.find(({ id }) => id === given);
  if (target === undefined) throw new UsageError(`--as is one of ${exportTargets.map(({ id }) => id).join(', ')}.`);
  return target.id;
}

/** Statements of DuckDB's SQL as they stand in a script. */
export function plainExportables(script: string, statements: readonly TextRange[]): readonly Exportable[] {
  return statements.map(({ start, end }) => ({
    text: script.slice(start, end),
    toScript: (range) => ({ start: range.start + start, end: range.end + start }),
  }));
}

/** The engine's statements for those of Data Distiller; a note about one points at the piece that it carries out. */
export async function distillerExportables(
  script: string,
  statements: readonly TextRange[],
  database: OpenDatabase,
  terminal: Terminal,
): Promise<readonly Exportable[]> {
  const session = withAudiences(await database.workspace.openSession('command line'), database);
  try {
    const runner = await distillerRunner(session, database, terminal, { showsSql: false });
    const found: Exportable[] = [];
    for (const { start, end } of statements) {
      const ready = runner.ready(script.slice(start, end));
      for (const step of await runner.steps(ready.text)) {
        const { start: from, end: to } = ready.toSource(step.range);
        const place = { start: from + start, end: to + start };
        if (step.words !== undefined) terminal.tell(`${placeWords(script, place)}: ${step.words}`);
        found.push(...step.statements.map((text) => ({ text, toScript: () => place })));
      }
    }
    return found;
  } finally {
    await session.close();
  }
}

/** Prints statements in another dialect, and on standard error what did not carry over. */
export async function printExport(
  script: string,
  exportables: readonly Exportable[],
  target: ExportTarget,
  terminal: Terminal,
): Promise<void> {
  const statements = exportables.map(({ text }) => text);
  const exported = exportStatements(statements, target, await loadTranslator());
  await terminal.print(exportedScript(statements, exported, target));
  const notes: ExportNote[] = [];
  exported.forEach((statement, index) => {
    const exportable = exportables[index];
    for (const note of statement.notes) {
      const ranges = note.ranges.map((range) => exportable?.toScript(range) ?? range);
      terminal.tell(noteLine(note, [...new Set(ranges.map((range) => placeWords(script, range)))]));
      notes.push(note);
    }
  });
  terminal.tell(exportSummary(notes, target));
  const lost = exported.filter(({ text }) => text === undefined).length;
  if (lost > 0)
    throw new StillhouseError(
      'capability',
      `${lost} of ${exported.length} statements cannot be said in ${targetName(target)}.`,
    );
}
