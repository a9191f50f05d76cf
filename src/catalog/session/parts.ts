import type { Session } from '../../engine/engine.ts';
import type { Core } from '../core.ts';
import type { SessionNames } from './names.ts';
import type { SessionTransactions } from './transactions.ts';

/** What a session's statements work with. */
export interface SessionParts {
  readonly core: Core;
  readonly session: () => Promise<Session>;
  readonly names: SessionNames;
  readonly transactions: SessionTransactions;
}
