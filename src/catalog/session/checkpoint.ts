import { StillhouseError, toStillhouseError } from '../../core/error.ts';
import type { Engine } from '../../engine/engine.ts';

/**
 * Makes committed writes durable in the database file. While an import fills its staging table the engine cannot do
 * that; the commit is then safe in the log, and the next checkpoint brings it into the file.
 */
export async function checkpoint(engine: Engine): Promise<void> {
  try {
    await engine.database.checkpoint();
  } catch (error) {
    const known = toStillhouseError(error);
    if (known.technical?.includes('other write transactions active') === true) return;
    throw new StillhouseError(known.code, 'The change was made, but could not be written to the database file.', {
      remedy: 'Free some disk space, then run CHECKPOINT.',
      technical: known.technical ?? known.message,
      cause: error,
    });
  }
}
