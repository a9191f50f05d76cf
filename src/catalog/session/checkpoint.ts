import { StillhouseError, toStillhouseError } from '../../core/error.ts';
import type { Engine } from '../../engine/engine.ts';

/**
 * Brings committed writes into the database file. While an import fills its staging table or a result is being read, the
 * engine cannot do that; the commit is then safe in the log, and a later checkpoint brings it into the file.
 */
export async function checkpoint(engine: Engine): Promise<void> {
  try {
    await engine.database.checkpoint({ patience: 0 });
  } catch (error) {
    const known = toStillhouseError(error);
    if (known.code === 'engine-busy') return;
    throw new StillhouseError(known.code, 'The change was made, but could not be written to the database file.', {
      remedy: 'Free some disk space, then run CHECKPOINT.',
      technical: known.technical ?? known.message,
      cause: error,
    });
  }
}
