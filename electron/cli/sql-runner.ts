import type { StatementOptions, WorkspaceQuery } from '../../src/catalog/session/outcome.ts';
import type { WorkspaceSession } from '../../src/catalog/session/session.ts';
import { type Expanded, expandTemplates } from '../../src/dialect/distiller/editor/expand-templates.ts';
import { type DistillerSession, withDistiller } from '../../src/distiller/session.ts';
import { linesIn, shownScript } from '../../src/distiller/shown-script.ts';
import { listQueries } from '../node/host/queries.ts';
import { scratchSpace } from '../node/scratch-space.ts';
import type { OpenDatabase } from './open-project.ts';
import type { Terminal } from './terminal.ts';

/** Runs the statements of a script in one dialect. */
export interface SqlRunner {
  /** A statement as it can be run; its errors are led back. */
  ready(statement: string): Expanded;
  run(statement: string, options: StatementOptions): WorkspaceQuery;
  /** Tells what the engine is given instead, before it runs. */
  announce?(ready: Expanded, script: string, start: number): Promise<void>;
}

/** Runs Data Distiller's statements, and tells what they come down to. */
export interface DistillerRunner extends SqlRunner {
  readonly steps: DistillerSession['steps'];
}

/** DuckDB's own SQL, as it is written. */
export function plainRunner(session: WorkspaceSession): SqlRunner {
  return {
    ready: (text) => ({ text, toSource: (range) => range, located: (error) => error }),
    run: (statement, options) => session.run(statement, options),
  };
}

/** Data Distiller's SQL, which may name the project's saved queries. */
export async function distillerRunner(
  session: WorkspaceSession,
  database: OpenDatabase,
  { tell }: Terminal,
  { showsSql }: { readonly showsSql: boolean },
): Promise<DistillerRunner> {
  const { layout } = database;
  const distiller = withDistiller(session, {
    ...database,
    ...(layout !== undefined && { scratch: scratchSpace(layout) }),
  });
  const templates = layout === undefined ? [] : await listQueries(layout.queries);
  return {
    ready: (statement) => expandTemplates(statement, templates),
    run: (statement, options) => distiller.run(statement, options),
    steps: distiller.steps,
    ...(showsSql && {
      async announce({ text, toSource }: Expanded, script: string, start: number) {
        const steps = await distiller.steps(text);
        tell(shownScript(steps, { source: text, lines: linesIn(script, start, toSource) }).trimEnd());
      },
    }),
  };
}
