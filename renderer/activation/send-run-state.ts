import type { CheckedSend } from '../../src/activation/run/checked-send.ts';
import type { StillhouseError } from '../../src/core/error.ts';

/** What a send's tab is doing. */
export interface SendRunState {
  readonly phase: 'idle' | 'checking' | 'checked' | 'writing' | 'delivering' | 'failed';
  /** In words. */
  readonly doing: string;
  /** 0…1 of the writing, where it is known. */
  readonly fraction?: number;
  readonly checked?: CheckedSend;
  /** Settings and destination of the check as JSON, to tell whether they changed since. */
  readonly checkedWith?: string;
  /** The send being delivered. */
  readonly send?: string;
  readonly error?: StillhouseError;
}

export const noSendRun: SendRunState = { phase: 'idle', doing: '' };
