/** Every way in which the product can fail, as a closed set: callers decide by code, users read the message. */
export type ErrorCode =
  | 'cancelled'
  | 'sql-syntax'
  | 'sql-name'
  | 'sql-value'
  | 'sql-failed'
  | 'capability'
  | 'out-of-memory'
  | 'engine-restarted'
  | 'engine-busy'
  | 'engine-failed'
  | 'database-locked'
  | 'database-damaged'
  | 'transaction'
  | 'file-missing'
  | 'file-unreadable'
  | 'file-format'
  | 'file-write'
  | 'import-failed'
  | 'project-invalid'
  | 'project-locked'
  | 'input-invalid'
  | 'host-refused'
  | 'secret-missing'
  | 'destination-invalid'
  | 'destination-unreachable'
  | 'destination-busy'
  | 'destination-tls'
  | 'destination-credentials'
  | 'destination-permission'
  | 'destination-missing'
  | 'destination-clock'
  | 'destination-full'
  | 'destination-conflict'
  | 'destination-host-key'
  | 'destination-refused'
  | 'send-invalid'
  | 'send-interrupted'
  | 'send-unknown'
  | 'internal';

/** Where in a statement an error points: UTF-16 offsets into the text the user wrote. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export interface ErrorDetails {
  /** What the user can do about it, as one sentence. */
  readonly remedy?: string;
  /** The engine's own words, for the folded-out details. */
  readonly technical?: string;
  readonly statement?: string;
  readonly range?: TextRange;
  /** For how long a service asked not to be asked again, in milliseconds. */
  readonly retryAfterMs?: number;
  readonly cause?: unknown;
}

/** The one error class: a code to act on, and a sentence that says what failed and where. */
export class StillhouseError extends Error {
  readonly code: ErrorCode;
  readonly remedy: string | undefined;
  readonly technical: string | undefined;
  readonly statement: string | undefined;
  readonly range: TextRange | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'StillhouseError';
    this.code = code;
    this.remedy = details.remedy;
    this.technical = details.technical;
    this.statement = details.statement;
    this.range = details.range;
    this.retryAfterMs = details.retryAfterMs;
  }
}

/** A `StillhouseError` as plain data, for crossing worker, IPC and HTTP edges. */
export interface ErrorData {
  readonly code: ErrorCode;
  readonly message: string;
  readonly remedy?: string;
  readonly technical?: string;
  readonly statement?: string;
  readonly range?: TextRange;
}

export function errorToData(error: unknown): ErrorData {
  const known = toStillhouseError(error);
  return {
    code: known.code,
    message: known.message,
    ...(known.remedy !== undefined && { remedy: known.remedy }),
    ...(known.technical !== undefined && { technical: known.technical }),
    ...(known.statement !== undefined && { statement: known.statement }),
    ...(known.range !== undefined && { range: known.range }),
  };
}

export function errorFromData(data: ErrorData): StillhouseError {
  return new StillhouseError(data.code, data.message, data);
}

/** Wraps whatever was thrown; a `StillhouseError` passes through unchanged. */
export function toStillhouseError(error: unknown): StillhouseError {
  if (error instanceof StillhouseError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new StillhouseError('internal', message, { cause: error });
}

export function isCancelled(error: unknown): boolean {
  return error instanceof StillhouseError && error.code === 'cancelled';
}
