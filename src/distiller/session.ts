import { createHandle } from '../catalog/session/handle.ts';
import type { StatementOptions, WorkspaceQuery } from '../catalog/session/outcome.ts';
import type { WorkspaceSession } from '../catalog/session/session.ts';
import { createCancelSource } from '../core/cancel.ts';
import { parseDistiller } from '../dialect/distiller/parse/index.ts';
import type { DistillerServices, Place } from './place.ts';
import { runStatement, showStatement } from './run-statement.ts';
import { createPreview } from './preview.ts';
import type { ShownStep } from './shown.ts';
import { copyState, createState } from './state.ts';

/** A session that runs statements of Data Distiller, with its variables, cursors and settings. */
export interface DistillerSession {
  /** Runs one statement; its errors point into the text as it was written. */
  run(statement: string, options?: StatementOptions): WorkspaceQuery;
  /** The statement as the engine runs it: one text for each of the engine's statements, none where it has none. */
  show(statement: string): Promise<readonly string[]>;
  /** The same with the piece of the statement that each step carries out, and words for what the engine is not asked. */
  steps(statement: string): Promise<readonly ShownStep[]>;
}

/** Data Distiller's SQL over a session that understands audiences; both may be used by turns. */
export function withDistiller(session: WorkspaceSession, services: DistillerServices): DistillerSession {
  const state = createState();
  const placeOf = (source: string, options: StatementOptions): Place => ({ session, services, state, source, options });
  const steps = async (text: string): Promise<readonly ShownStep[]> => {
    const place = { ...placeOf(text, {}), state: copyState(state), preview: createPreview() };
    return (await showStatement(parseDistiller(text), place)).map(({ span, statements, words }) => ({
      range: { start: span.start, end: span.end },
      statements: statements.map((piece) => piece.text),
      ...(words !== undefined && { words }),
    }));
  };
  return {
    run(text, options = {}) {
      const cancel = createCancelSource();
      const stop = options.signal?.onCancel(cancel.cancel);
      const started = Promise.resolve().then(() =>
        runStatement(parseDistiller(text), placeOf(text, { ...options, signal: cancel.signal })),
      );
      return createHandle(started, cancel, () => stop?.());
    },
    show: async (text) => (await steps(text)).flatMap(({ statements }) => statements),
    steps,
  };
}
