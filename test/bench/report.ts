import os from 'node:os';
import type { Aims, Comparison, Size } from './comparison.ts';
import { processorRatio, summarize, type Summary, summarizeRatio } from './statistics.ts';

/** One comparison with its figures; times in milliseconds. */
export interface Figures extends Comparison {
  readonly ours: Summary;
  readonly baseline: Summary;
  readonly figure: Summary;
  /** The same ratio of processor times. */
  readonly processorFigure?: number;
  /** Of our median, for work on a file. */
  readonly megabytesASecond?: number;
  /** Each aim in words, and whether it was reached. */
  readonly judged: readonly { readonly aim: string; readonly met: boolean }[];
}

/** All of one run, as it is kept. */
export interface BenchReport {
  readonly date: string;
  readonly size: Size;
  readonly machine: {
    readonly processor: string;
    readonly cores: number;
    /** Processes that wanted to run, in the minute before and the minute after. */
    readonly load: readonly number[];
  };
  readonly results: readonly Figures[];
}

export function createReport(
  size: Size,
  load: readonly number[],
  comparisons: readonly Comparison[],
  date: Date,
): BenchReport {
  const [processor] = os.cpus();
  return {
    date: date.toISOString(),
    size,
    machine: { processor: processor?.model ?? 'unknown', cores: os.cpus().length, load },
    results: comparisons.map(figuresOf),
  };
}

function figuresOf(comparison: Comparison): Figures {
  const { rounds, bytes } = comparison;
  const ours = summarize(rounds.map((round) => round.ours.ms));
  const figure = summarizeRatio(comparison);
  const speed = bytes === undefined ? {} : { megabytesASecond: bytes / 1000 / ours.median };
  const processor = processorRatio(comparison);
  return {
    ...comparison,
    ...(processor !== undefined && { processorFigure: processor }),
    ours,
    baseline: summarize(rounds.map(({ baseline }) => baseline.ms)),
    figure,
    ...speed,
    judged: judge(comparison, figure.median, ours.median, speed.megabytesASecond ?? 0),
  };
}

function judge({ aims, ratio }: Comparison, figure: number, milliseconds: number, megabytes: number) {
  const judged = (aim: number | undefined, words: (aim: number) => string, met: (aim: number) => boolean) =>
    aim === undefined ? [] : [{ aim: words(aim), met: met(aim) }];
  const { ratio: ratioAim, milliseconds: most, megabytesASecond: least }: Aims = aims;
  return [
    ...(ratio === 'speed'
      ? judged(
          ratioAim,
          (aim) => `speed ≥ ${aim}`,
          (aim) => figure >= aim,
        )
      : judged(
          ratioAim,
          (aim) => `time ≤ ${aim}`,
          (aim) => figure <= aim,
        )),
    ...judged(
      most,
      (aim) => `≤ ${aim} ms`,
      (aim) => milliseconds <= aim,
    ),
    ...judged(
      least,
      (aim) => `≥ ${aim} MB/s`,
      (aim) => megabytes >= aim,
    ),
  ];
}

const heads = ['', 'ours (ms)', 'baseline (ms)', 'ratio', 'processor', 'MB/s', 'aims', 'baseline is'];

/** The figures as a table: medians, and behind them the least and the most. */
export function tableText({ results, size, machine }: BenchReport): string {
  const lines = results.map((result) => [
    result.title,
    spread(result.ours, milliseconds),
    spread(result.baseline, milliseconds),
    spread(result.figure, (value) => value.toFixed(2)),
    result.processorFigure?.toFixed(2) ?? '',
    result.megabytesASecond?.toFixed(0) ?? '',
    result.judged.map(({ aim, met }) => `${aim} ${met ? 'met' : 'MISSED'}`).join(', '),
    result.baselineTitle,
  ]);
  const widths = heads.map((head, column) =>
    Math.max(...[heads, ...lines].map((line) => line[column]?.length ?? 0), head.length),
  );
  const text = [heads, ...lines].map((line) =>
    line
      .map((cell, column) =>
        column === 0 || column > 5 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  const notes = results.flatMap(({ title, notes: words = [] }) => words.map((note) => `${title.trim()}: ${note}`));
  const place = `${size} size, ${machine.cores} × ${machine.processor}, load ${machine.load.map((load) => load.toFixed(1)).join(' → ')}`;
  return [...text, '', ...notes, place, ''].join('\n');
}

function spread({ median, least, most }: Summary, format: (value: number) => string): string {
  return `${format(median)} (${format(least)}–${format(most)})`;
}

const milliseconds = (value: number) => value.toFixed(value < 100 ? 1 : 0);
