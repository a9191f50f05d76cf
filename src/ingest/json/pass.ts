import { StillhouseError } from '../../core/error.ts';
import type { ExtractEvent } from '../contract.ts';
import { planRecords } from './column-plan.ts';
import { feed } from './feed.ts';
import { createFraming, createScanner } from './format.ts';
import { Inference } from './inference.ts';
import { InferenceSink } from './inference-sink.ts';
import { Notes, RecordTally } from './notes.ts';
import { RecordBuilder } from './record-builder.ts';
import { RecordReader, type Stop } from './record-reader.ts';
import type { RecordShape } from './record-shape.ts';
import type { Scanner } from './scanner.ts';
import { tallyNotes } from './tally-notes.ts';
import type { JsonTask } from './task.ts';

/** One pass over a file. A final pass takes the shape as decided; another one infers it from the start of the file first. */
export class JsonPass {
  private readonly task: JsonTask;
  private readonly shape: RecordShape;
  private readonly isFinal: boolean;
  private readonly scanner: Scanner;
  private readonly reader: RecordReader;
  private readonly inference: InferenceSink;
  private readonly notes = new Notes();
  private readonly tally = new RecordTally();
  private builder: RecordBuilder | undefined;
  private hasMisfit = false;
  private reportedBytes = 0;

  constructor(task: JsonTask, shape: RecordShape, isFinal: boolean) {
    this.task = task;
    this.shape = shape;
    this.isFinal = isFinal;
    this.scanner = createScanner(task.format);
    this.reader = new RecordReader(this.scanner, createFraming(task.format, this.scanner, this.notes), this.notes);
    this.inference = new InferenceSink(new Inference(this.scanner), shape);
  }

  /** Gives false when a value did not fit its column; the shape then knows every value of the file. */
  async *run(): AsyncGenerator<ExtractEvent, boolean> {
    const { scanner, task } = this;
    for await (const bytes of feed(scanner, task, this.isFinal ? 0 : task.limits.sampleBytes)) {
      if (this.builder === undefined) {
        if (!this.isFinal && !this.inferSample() && !scanner.final) continue;
        yield* this.begin();
      }
      const stop = yield* this.read();
      yield* this.progress(bytes);
      if (stop === 'end') break;
    }
    if (!this.hasMisfit) yield* this.end();
    return !this.hasMisfit;
  }

  /** Merges the good records of the window into the shape, without using them up. False when there are none yet. */
  private inferSample(): boolean {
    const { task, shape } = this;
    const sample = createScanner(task.format);
    sample.share(this.scanner);
    const sink = new InferenceSink(new Inference(sample), shape);
    const notes = new Notes();
    new RecordReader(sample, createFraming(task.format, sample, notes), notes).run(sink, sink);
    return sink.records > 0;
  }

  private *begin(): Generator<ExtractEvent, void> {
    const plan = planRecords(this.shape);
    yield { kind: 'columns', columns: plan.columns.map(({ name, type }) => ({ name, type })) };
    this.builder = new RecordBuilder(this.scanner, this.shape, plan, this.tally, this.task.limits);
  }

  /** Reads all records of the window; after a misfit only to see their types. */
  private *read(): Generator<ExtractEvent, Stop> {
    const { reader, inference, builder } = this;
    for (;;) {
      const stop = reader.run(this.hasMisfit || builder === undefined ? inference : builder, inference);
      const rejects = reader.takeRejects();
      if (stop === 'misfit') this.noteMisfit();
      if (!this.hasMisfit && rejects.length > 0) yield { kind: 'rejects', rejects };
      if (stop === 'full' && builder !== undefined) yield { kind: 'batch', batch: builder.finish() };
      if (stop === 'more' || stop === 'end') return stop;
    }
  }

  private noteMisfit(): void {
    if (this.isFinal) {
      throw new StillhouseError('internal', `Record ${this.reader.read} does not fit the types found in its own file.`);
    }
    this.hasMisfit = true;
  }

  private *progress(bytes: number): Generator<ExtractEvent, void> {
    if (bytes - this.reportedBytes < this.task.limits.progressBytes) return;
    this.reportedBytes = bytes;
    yield { kind: 'progress', bytes };
  }

  private *end(): Generator<ExtractEvent, void> {
    const { builder, shape, tally, notes } = this;
    const { read, rejected, skipped } = this.reader;
    if (builder !== undefined && builder.rows > 0) yield { kind: 'batch', batch: builder.finish() };
    if (read === 0) notes.add('no-records', 'The list is empty: there is no record in it.');
    yield {
      kind: 'done',
      counts: { read, loaded: read - rejected - skipped, rejected, skipped },
      notes: [...planRecords(shape).notes, ...tallyNotes(tally), ...notes.list()],
    };
  }
}
