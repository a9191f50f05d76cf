import type { Bindings } from './bindings.ts';
import { type RecordBatch, RecordBatchReader, RecordBatchStreamWriter } from 'apache-arrow';
import { cancelledError } from '../core/cancel.ts';
import type { Batch } from '../engine/batch.ts';
import type { ColumnInfo } from '../engine/types.ts';
import { type ArrowData, type ArrowField, decodeBatch, decodeFields } from './decode.ts';
import { correctIntervalStride } from './interval-stride.ts';
import type { EnginePlatform } from './platform.ts';

/** Batches are handed over in groups: as many as fit in this time, in milliseconds, or in this many bytes. */
const groupMs = 8;
const groupBytes = 4 << 20;

/** Spooling answers less often, because nobody waits for its rows. */
const spoolGroupMs = 100;

/** One statement under way on one connection of the engine. */
export interface RunningQuery {
  start(): Promise<readonly ColumnInfo[]>;
  pull(): Promise<{ readonly batches: readonly Batch[]; readonly ended: boolean }>;
  /** Hands what is left of the result, a group at a time, to `write` as complete Arrow streams. */
  spool(write: (stream: Uint8Array) => void): Promise<{ readonly rows: number; readonly ended: boolean }>;
  /** Ends the statement for good: cancelled alone, it keeps its files and locks until another runs on the connection. */
  stop(): void;
}

export function createRunningQuery(
  bindings: Bindings,
  connection: number,
  sql: string,
  platform: Pick<EnginePlatform, 'breathe' | 'now'>,
  inSlice: <Result>(step: () => Result) => Result,
): RunningQuery {
  let stopped = false;
  let pendingBytes = 0;
  let reader: AsyncIterator<RecordBatch> | undefined;

  /** Computes in slices until `step` answers, so that a cancel can be heard in between. */
  const inSlices = async (step: () => Uint8Array | null): Promise<Uint8Array> => {
    for (;;) {
      if (stopped) throw cancelledError();
      const answer = inSlice(step);
      if (answer !== null) return answer;
      await platform.breathe();
    }
  };

  async function* messages(header: Uint8Array) {
    yield header;
    for (;;) {
      const message = await inSlices(() => bindings.fetchQueryResults(connection));
      if (message.length === 0) return;
      pendingBytes += message.length;
      yield message;
    }
  }

  return {
    async start() {
      const header =
        inSlice(() => bindings.startPendingQuery(connection, sql, true)) ??
        (await inSlices(() => bindings.pollPendingQuery(connection)));
      const source = await (await RecordBatchReader.from(messages(header))).open();
      reader = source[Symbol.asyncIterator]() as AsyncIterator<RecordBatch>; // arrow's own classes, read structurally
      return decodeFields(source.schema.fields as readonly ArrowField[]); // as above
    },
    async pull() {
      const batches: Batch[] = [];
      const deadline = platform.now() + groupMs;
      pendingBytes = 0;
      while (reader !== undefined) {
        const item = await reader.next();
        if (item.done === true) return { batches, ended: true };
        if (item.value.numRows > 0) batches.push(decode(item.value));
        if (batches.length > 0 && (platform.now() >= deadline || pendingBytes >= groupBytes)) break;
      }
      return { batches, ended: false };
    },
    async spool(write) {
      const batches: RecordBatch[] = [];
      const deadline = platform.now() + spoolGroupMs;
      let ended = false;
      pendingBytes = 0;
      while (reader !== undefined && platform.now() < deadline && pendingBytes < groupBytes) {
        const item = await reader.next();
        ended = item.done === true;
        if (item.done === true) break;
        batches.push(item.value);
      }
      const filled = batches.filter((batch) => batch.numRows > 0);
      for (const batch of filled) correctIntervalStride(batch.data);
      if (filled.length > 0) write(RecordBatchStreamWriter.writeAll(filled).toUint8Array(true));
      return { rows: filled.reduce((sum, batch) => sum + batch.numRows, 0), ended };
    },
    stop() {
      if (stopped) return;
      stopped = true;
      bindings.cancelPendingQuery(connection);
      try {
        bindings.runQuery(connection, 'SELECT 1');
      } catch {
        return; // the connection's transaction is aborted, and holds nothing any more either
      }
    },
  };
}

function decode(batch: RecordBatch): Batch {
  return decodeBatch(batch.numRows, batch.data.children as unknown as readonly ArrowData[]); // arrow's own memory, read structurally
}
