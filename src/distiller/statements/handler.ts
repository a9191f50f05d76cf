import type { Started } from '../../catalog/session/handle.ts';
import type { Statement } from '../../dialect/distiller/syntax/statement.ts';
import type { Place } from '../place.ts';
import type { Shown } from '../shown.ts';

/** Carries out a statement that stands inside another: a block's, a prepared one's. */
export type RunStatement = (statement: Statement, place: Place) => Promise<Started>;

/** Shows a statement that stands inside another. */
export type ShowStatement = (statement: Statement, place: Place) => Promise<readonly Shown[]>;

/** How one kind of statement is carried out. */
export interface Handler<Kind extends Statement['kind'] = Statement['kind']> {
  run(statement: Extract<Statement, { kind: Kind }>, place: Place, runInner: RunStatement): Promise<Started>;
  /** The engine's SQL it comes down to, as it would run now; `place` has a preview. */
  show(
    statement: Extract<Statement, { kind: Kind }>,
    place: Place,
    showInner: ShowStatement,
  ): Promise<readonly Shown[]>;
}
