import type { CancelSignal } from '../../core/cancel.ts';
import type { Sql } from '../../core/sql.ts';
import type { Session } from '../../engine/engine.ts';
import type { SendSettings } from '../prepare/send-settings.ts';

/** Where the rows of a file come from, and where it goes. */
export interface WriteFileRequest {
  readonly session: Session;
  readonly settings: Pick<SendSettings, 'file' | 'fields'>;
  readonly send: string;
  /** The file's place in the draft. */
  readonly file: number;
  readonly rows: Sql;
  readonly rowCount: number;
  readonly signal: CancelSignal;
  /** Hears of rows as they are written, a few at a time. */
  readonly onRows: (rows: number) => void;
}
