import { type CancelSignal, createCancelSource, throwIfCancelled } from '../../core/cancel.ts';
import { StillhouseError } from '../../core/error.ts';
import type { ChosenFile } from '../../engine/engine.ts';
import { type EncodingChoice, encodingFromCounts } from './encoding.ts';
import type { ImportPlan } from './import-plan.ts';
import type { CsvReadContext } from './load-context.ts';
import { newlineOf, whyNotPlain } from './plainness.ts';
import { type ScanOptions, type ScanResult, scanSample } from './scan.ts';
import type { EngineReading } from './text-source.ts';

/** Why the engine cannot read a file, in words, and what was learnt about the encoding on the way. */
export interface Setback {
  readonly reason: string;
  readonly encoding: EncodingChoice;
}

/** Work for which the engine reads a file by itself. */
export interface EngineWork<Value, Result> {
  /** Runs while the scanner counts the file's records in another thread; is cancelled when the file turns out not to be plain. */
  readonly read: (reading: EngineReading, signal: CancelSignal) => Promise<Value>;
  /** Compares what was read with what the scanner counted; `undefined` when they differ. */
  readonly reconcile: (value: Value, scan: ScanResult, reading: EngineReading) => Promise<Result | undefined>;
}

/** Does the work if the file is so plain that the engine's reader and ours cannot understand it differently. */
export async function tryEngine<Value, Result extends object>(
  context: CsvReadContext,
  plan: ImportPlan,
  work: EngineWork<Value, Result>,
): Promise<{ readonly result: Result } | Setback> {
  const { encoding, dialect, names, sample } = plan.head;
  const { file, engine } = context;
  const options: ScanOptions = { dialect, encoding: encoding.encoding, fieldCount: names.length };
  const early = scanSample(sample, options);
  const hindrance =
    encoding.encoding === 'utf-8' ? whyNotPlain(early, dialect) : `it is encoded as ${encoding.encoding}`;
  if (file === undefined) return { reason: 'it is no file on disk', encoding };
  if (hindrance !== undefined) return { reason: hindrance, encoding };
  const attached = await engine.attachFile(file);
  try {
    const reading: EngineReading = {
      path: attached.path,
      dialect,
      newline: newlineOf(early),
      fieldCount: names.length,
      nullTexts: plan.nullTexts,
      gzip: isGzip(file),
    };
    return await readBoth(context, plan, reading, options, work);
  } finally {
    await attached.detach();
  }
}

function isGzip(file: ChosenFile): boolean {
  return file.name.toLowerCase().endsWith('.gz');
}

async function readBoth<Value, Result extends object>(
  context: CsvReadContext,
  plan: ImportPlan,
  reading: EngineReading,
  scanOptions: ScanOptions,
  work: EngineWork<Value, Result>,
): Promise<{ readonly result: Result } | Setback> {
  const attempt = createCancelSource();
  const stop = () => {
    attempt.cancel();
  };
  const unlink = context.signal?.onCancel(stop);
  const whyNot = (scan: ScanResult) => {
    const sameNewline = newlineOf(scan) === reading.newline;
    return whyNotPlain(scan, reading.dialect) ?? (sameNewline ? undefined : 'its lines end in different ways');
  };
  const scanning = context.scan(scanOptions, attempt.signal).then(
    (scan) => {
      if (whyNot(scan) !== undefined) stop();
      return scan;
    },
    (error: unknown) => {
      stop();
      throw error;
    },
  );
  const [scanned, read] = await Promise.allSettled([scanning, work.read(reading, attempt.signal)]);
  unlink?.();
  throwIfCancelled(context.signal);
  if (scanned.status === 'rejected') throw scanned.reason as Error; // what our own scanner threw
  const scan = scanned.value;
  const reason = whyNot(scan) ?? (read.status === 'rejected' ? complaint(read.reason) : undefined);
  if (reason === undefined && read.status === 'fulfilled') {
    const result = await work.reconcile(read.value, scan, reading);
    if (result !== undefined) return { result };
  }
  return { reason: reason ?? 'the counts of both readers differ', encoding: encodingAfter(context, plan, scan) };
}

/** What the engine said about the file; anything that is not about the file is thrown. */
function complaint(error: unknown): string {
  if (error instanceof StillhouseError && (error.code === 'sql-value' || error.code === 'sql-failed')) {
    return `the engine could not read it (${error.message})`;
  }
  throw error;
}

function encodingAfter({ options }: CsvReadContext, { head }: ImportPlan, { utf8 }: ScanResult): EncodingChoice {
  return utf8.wrong > 0 && options.encoding === undefined ? encodingFromCounts(utf8) : head.encoding;
}
