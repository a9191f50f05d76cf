import type { Workspace } from '../../catalog/workspace.ts';
import type { CancelSignal } from '../../core/cancel.ts';
import type { Batch } from '../../engine/batch.ts';
import type { Engine } from '../../engine/engine.ts';
import type { EncodeTask } from '../../export/encode-rows.ts';
import type { Gzip } from '../../export/excel/zip.ts';
import type { Host } from '../../host/host.ts';
import type { SecureRandom } from '../../privacy/ports.ts';
import type { ResultSpace } from '../../results/result-space.ts';

/** What a send is checked, written and delivered with: an open project, its host, and the platform's writers of files. */
export interface SendWorkshop {
  readonly host: Pick<Host, 'call'>;
  readonly workspace: Workspace;
  readonly space: ResultSpace;
  readonly engine: Pick<Engine, 'createOutput'>;
  now(): Date;
  readonly random: SecureRandom;
  readonly gzip: Gzip;
  /** Writes rows in a format, asking for a batch when it wants one. */
  encode(
    task: EncodeTask,
    batches: AsyncGenerator<Batch, void>,
    signal: CancelSignal,
  ): AsyncIterable<Uint8Array<ArrayBuffer>>;
  /** Puts the database on the disk for good, where a commit alone does not. */
  readonly save?: () => Promise<void>;
}
