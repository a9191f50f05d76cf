import type { Comparison, Cost, Size } from '../comparison.ts';

/** What a benchmark in the page is given. */
export interface BenchContext {
  readonly size: Size;
  /** The generated file, for those that import one. */
  readonly file: File | undefined;
  /** Says how far it is, to whoever waits. */
  readonly tell: (words: string) => void;
}

export type PageBenchmark = (context: BenchContext) => Promise<readonly Comparison[]>;

/** What the driver of the page supplies, which sees the browser from outside. */
export interface PageDriver {
  benchTell(words: string): Promise<void>;
  /** Milliseconds of processor time that the browser has used so far, in all its threads. */
  benchProcessorTime(): Promise<number>;
  /** Starts recording what the page's own thread does. */
  benchTraceStart(): Promise<void>;
  /** Ends that, and gives the work of each frame in between. */
  benchTraceStop(): Promise<readonly Required<Cost>[]>;
  /** Turns the mouse wheel over the stage, once a frame for some frames. */
  benchWheel(pixels: number, frames: number): Promise<void>;
}

declare global {
  interface Window extends PageDriver {
    runBenchmark(name: string, size: Size): Promise<readonly Comparison[]>;
  }
}
