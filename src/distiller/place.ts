import type { Clock } from '../catalog/ports.ts';
import type { StatementOptions } from '../catalog/session/outcome.ts';
import type { WorkspaceSession } from '../catalog/session/session.ts';
import type { Workspace } from '../catalog/workspace.ts';
import type { Engine } from '../engine/engine.ts';
import type { Preview } from './preview.ts';
import type { ScratchSpace } from './scratch.ts';
import type { Span } from '../dialect/distiller/syntax/span.ts';
import type { DistillerState } from './state.ts';

/** What statements of the dialect need besides their own session. */
export interface DistillerServices {
  readonly engine: Engine;
  readonly workspace: Workspace;
  readonly clock: Clock;
  /** Absent where no project is open. */
  readonly scratch?: ScratchSpace;
}

/** Where a statement runs. */
export interface Place {
  /** The user's session: it understands audiences too. */
  readonly session: WorkspaceSession;
  readonly services: DistillerServices;
  readonly state: DistillerState;
  /** The statement as the user wrote it; every position points into it. */
  readonly source: string;
  /** Where errors point that the engine gives no place for: what the statement is about, or how it begins. */
  readonly anchor?: Span;
  readonly options: StatementOptions;
  /** Present where a statement is only shown. */
  readonly preview?: Preview;
}
