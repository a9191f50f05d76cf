import fs from 'node:fs/promises';
import { z } from 'zod';
import { sendDocumentSchema } from '../../../src/activation/sends/send-document.ts';
import { readIfPresent } from '../host/files.ts';

const index = z.int().min(0);
const remote = sendDocumentSchema.shape.files.element.shape.remote.unwrap();

const entrySchema = z.discriminatedUnion('kind', [
  /** A multipart upload is about to be opened: one begun since then and not noted is ours. */
  z.object({ kind: z.literal('upload-intended'), file: index, at: z.iso.datetime() }),
  z.object({ kind: z.literal('upload-begun'), file: index, uploadId: z.string() }),
  /** A request is about to leave. */
  z.object({ kind: z.literal('asked'), file: index, batch: index }),
  z.object({ kind: z.literal('taken'), file: index, batch: index, status: z.int() }),
  /** The endpoint said no, or was never reached. */
  z.object({ kind: z.literal('not-taken'), file: index, batch: index }),
  z.object({ kind: z.literal('arrived'), file: index, remote }),
]);

/** One thing that happened on the way of a send, in the order in which it happened. */
export type JournalEntry = z.output<typeof entrySchema>;

/** What happened to a send so far; every entry is on the disk before `append` answers. */
export interface Journal {
  readonly entries: readonly JournalEntry[];
  append(entry: JournalEntry): Promise<void>;
  close(): Promise<void>;
}

/** Opens a journal, also one whose last line a crash cut short: that line says nothing. */
export async function openJournal(file: string): Promise<Journal> {
  const text = (await readIfPresent(file)) ?? '';
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const entries = whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => entrySchema.parse(JSON.parse(line)));
  const handle = await fs.open(file, 'a');
  if (whole.length < text.length) await handle.truncate(Buffer.byteLength(whole));
  let queue: Promise<unknown> = Promise.resolve();
  return {
    entries,
    append(entry) {
      const written = queue.then(async () => {
        await handle.appendFile(`${JSON.stringify(entry)}\n`);
        await handle.datasync();
        entries.push(entry);
      });
      queue = written.catch(() => undefined);
      return written;
    },
    close: () => handle.close(),
  };
}
