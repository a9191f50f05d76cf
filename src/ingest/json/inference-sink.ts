import type { Inference } from './inference.ts';
import type { RecordShape } from './record-shape.ts';
import type { RecordSink } from './record-reader.ts';

/** Takes any good record, and keeps nothing of it but its types. */
export class InferenceSink implements RecordSink {
  /** Records taken in. */
  records = 0;
  readonly isFull = false;
  private readonly inference: Inference;
  private readonly shape: RecordShape;

  constructor(inference: Inference, shape: RecordShape) {
    this.inference = inference;
    this.shape = shape;
  }

  read(): boolean {
    return this.inference.record(this.shape);
  }

  commit(): void {
    this.records++;
    this.inference.journal.commit();
  }

  rollback(): void {
    this.inference.journal.undo();
  }
}
