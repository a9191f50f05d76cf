import { StillhouseError } from '../core/error.ts';
import type { Engine, Session } from './engine.ts';

const idleReaders = new WeakMap<Engine, Session[]>();

/**
 * Runs queries that leave nothing behind in their session: it is kept for the next reader, since an engine has only a
 * limited number of sessions with progress and exact error positions. Readers at the same time get one each. `work` must
 * neither set variables nor make temporary tables, and reads or closes each of its queries.
 */
export async function withReader<Result>(engine: Engine, work: (reader: Session) => Promise<Result>): Promise<Result> {
  const idle = idleReaders.get(engine) ?? [];
  idleReaders.set(engine, idle);
  const kept = idle.pop();
  try {
    return await readWith(kept ?? (await engine.openSession()), idle, work);
  } catch (error) {
    const isGone = kept !== undefined && error instanceof StillhouseError && error.code === 'engine-restarted';
    if (!isGone) throw error;
    idle.length = 0;
    return readWith(await engine.openSession(), idle, work);
  }
}

async function readWith<Result>(
  reader: Session,
  idle: Session[],
  work: (reader: Session) => Promise<Result>,
): Promise<Result> {
  try {
    const result = await work(reader);
    idle.push(reader);
    return result;
  } catch (error) {
    await reader.close().catch(() => undefined); // the error of the work counts
    throw error;
  }
}
