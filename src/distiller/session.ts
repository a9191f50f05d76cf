import { createHandle } from '../catalog/session/handle.ts';
import type { StatementOptions, WorkspaceQuery } from '../catalog/session/outcome.ts';
import type { WorkspaceSession } from '../catalog/session/session.ts';
import { createCancelSource } from '../core/cancel.ts';
import { parseDistiller } from '../dialect/distiller/parse/index.ts';
import type { DistillerServices, Place } from './place.ts';
import { runStatement, shownSql } from './run-statement.ts';
import { createState } from './state.ts';

/** A session that runs statements of Data Distiller, with its variables, cursors and settings. */
export interface DistillerSession {
  /** Runs one statement; its errors point into the text as it was written. */
  run(statement: string, options?: StatementOptions): WorkspaceQuery;
  /** The statement as the engine runs it: one text for each of the engine's statements, none where it has none. */
  show(statement: string): Promise<readonly string[]>;
}

/** Data Distiller's SQL over a session that understands audiences; both may be used by turns. */
export function withDistiller(session: WorkspaceSession, services: DistillerServices): DistillerSession {
  const state = createState();
  const placeOf = (source: string, options: StatementOptions): Place => ({ session, services, state, source, options });
  return {
    run(text, options = {}) {
      const cancel = createCancelSource();
      const stop = options.signal?.onCancel(cancel.cancel);
      const started = Promise.resolve().then(() =>
        runStatement(parseDistiller(text), placeOf(text, { ...options, signal: cancel.signal })),
      );
      return createHandle(started, cancel, () => stop?.());
    },
    show: async (text) => (await shownSql(parseDistiller(text), placeOf(text, {}))).map((piece) => piece.text),
  };
}
