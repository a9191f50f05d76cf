import type { Started } from '../../catalog/session/handle.ts';
import type { Sql } from '../../core/sql.ts';
import type { Statement } from '../../dialect/distiller/syntax/statement.ts';
import type { Place } from '../place.ts';

/** Carries out a statement that stands inside another: a block's, a prepared one's. */
export type RunStatement = (statement: Statement, place: Place) => Promise<Started>;

/** How one kind of statement is carried out. */
export interface Handler<Kind extends Statement['kind'] = Statement['kind']> {
  run(statement: Extract<Statement, { kind: Kind }>, place: Place, runInner: RunStatement): Promise<Started>;
  /** The engine's SQL it comes down to; absent where it is none. */
  show?(statement: Extract<Statement, { kind: Kind }>, place: Place): Promise<readonly Sql[]>;
}
