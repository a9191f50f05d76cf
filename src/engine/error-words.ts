import { type ErrorCode, StillhouseError } from '../core/error.ts';
import { capabilityAdvice } from './capability-words.ts';
import { rangeFromExcerpt, tokenAt, toUtf16 } from './error-position.ts';
import { plainSentence } from './error-sentences.ts';

/** The engine's structured error, which it gives for some failures. */
interface EngineReport {
  readonly exception_type?: string;
  readonly exception_message?: string;
  readonly position?: string;
}

/** Turns whatever the engine threw into a sentence, a code and, where the engine told it, a place in the statement. */
export function explainEngineError(error: unknown, statement: string): StillhouseError {
  if (error instanceof StillhouseError) return error;
  const raw = error instanceof Error ? error.message : String(error);
  const report = readReport(raw);
  const type = report.exception_type ?? /^([A-Za-z ]+?) Error:/.exec(raw)?.[1] ?? '';
  const technical = report.exception_message ?? raw.replace(/^[A-Za-z ]+? Error: /, '');
  const range =
    report.position === undefined || statement === ''
      ? rangeFromExcerpt(technical, statement)
      : tokenAt(statement, toUtf16(statement, Number(report.position), type === 'Parser' ? 'characters' : 'bytes'));
  const details = {
    technical,
    ...(statement !== '' && { statement }),
    ...(range !== undefined && { range }),
    cause: error,
  };
  const advice = capabilityAdvice(technical);
  if (advice !== undefined) return new StillhouseError('capability', advice.message, { ...details, ...advice });
  const code = codeFor(type, technical);
  if (code === 'out-of-memory') {
    return new StillhouseError(code, 'This needs more memory than the engine has. Nothing was lost.', {
      ...details,
      remedy: 'Select fewer columns, filter earlier, or save intermediate steps as tables.',
    });
  }
  if (code === 'cancelled') return new StillhouseError(code, 'Cancelled.', details);
  return new StillhouseError(code, plainSentence(technical), details);
}

function readReport(text: string): EngineReport {
  const start = text.indexOf('{"exception_type"');
  if (start < 0) return {};
  try {
    const report = JSON.parse(text.slice(start)) as EngineReport; // every field is optional and checked on use
    return report.exception_message?.includes('{"exception_type"') === true
      ? readReport(report.exception_message)
      : report;
  } catch {
    return {};
  }
}

const codes: Readonly<Partial<Record<string, ErrorCode>>> = {
  Parser: 'sql-syntax',
  Syntax: 'sql-syntax',
  Catalog: 'sql-name',
  Binder: 'sql-name',
  Conversion: 'sql-value',
  'Invalid Input': 'sql-value',
  'Out of Range': 'sql-value',
  Constraint: 'sql-value',
  'Out of Memory': 'out-of-memory',
  TransactionContext: 'transaction',
  Transaction: 'transaction',
  INTERRUPT: 'cancelled',
  Interrupt: 'cancelled',
  FATAL: 'engine-failed',
  Fatal: 'engine-failed',
};

function codeFor(type: string, technical: string): ErrorCode {
  if (
    /memory access out of bounds|unreachable|table index is out of bounds|function signature mismatch/.test(technical)
  ) {
    return 'engine-failed';
  }
  if (/Allocation failure|could not allocate|failed to allocate/i.test(technical)) return 'out-of-memory';
  if (technical.includes('query was canceled')) return 'cancelled';
  return codes[type] ?? 'sql-failed';
}
