import { throwIfCancelled } from '../../core/cancel.ts';
import { appendBytes, markLength, skipMark } from './byte-window.ts';
import { createTranscoder } from './encoding.ts';
import type { JsonTask } from './task.ts';
import type { Scanner } from './scanner.ts';

/**
 * Fills a scanner's window from a file and yields whenever there is enough to read on, with the bytes on disk read so far;
 * at the end once more, with `scanner.final` set. What the reader left unread has at least doubled by then, so that even a
 * record as large as the file is gone over only a few times.
 */
export async function* feed(scanner: Scanner, task: JsonTask, firstPiece: number): AsyncGenerator<number> {
  const { source, signal, limits } = task;
  const transcoder = createTranscoder(task.format.encoding);
  let bytesRead = 0;
  let wanted = Math.max(firstPiece, markLength);
  let hasBegun = false;
  const begin = () => {
    if (!hasBegun) skipMark(scanner);
    hasBegun = true;
  };
  for await (const chunk of source.stream((bytes) => (bytesRead = bytes))) {
    throwIfCancelled(signal);
    appendBytes(scanner, transcoder.push(chunk));
    if (scanner.end - scanner.at < wanted) continue;
    begin();
    yield bytesRead;
    wanted = Math.max(limits.pieceBytes, 2 * (scanner.end - scanner.at));
  }
  throwIfCancelled(signal);
  appendBytes(scanner, transcoder.flush());
  scanner.final = true;
  begin();
  yield bytesRead;
}
