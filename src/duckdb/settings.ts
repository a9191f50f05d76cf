import { scratchDatabase } from '../engine/engine.ts';
import { spillDirectory } from './file-store.ts';

/** Bytes the engine may use before it spills, unless told otherwise: below the 4 GiB of 32-bit WASM, with room for results. */
export const defaultMemoryLimit = 3_000_000_000;

/** Statements run in every session. They have to run before the lock, so sessions are made ready ahead of time. */
export const sessionStatements: readonly string[] = ['SET enable_progress_bar = true', 'SET errors_as_json = true'];

/** How many sessions an engine can give before one without progress and exact error positions has to do. */
export const preparedSessions = 64;

/**
 * Statements run once when the engine opens, in this order. Extensions are never fetched; temporary data spills into our own
 * store; the last statement locks all of it, so that SQL cannot undo it.
 */
export const startupStatements = (memoryLimit: number): readonly string[] => [
  'SET autoinstall_known_extensions = false',
  'SET autoload_known_extensions = false',
  "SET custom_extension_repository = 'offline'",
  // A commit that checkpoints by itself would wait for ever for a result that is not read to its end.
  "SET checkpoint_threshold = '1TB'",
  `SET temp_directory = '${spillDirectory}'`,
  "SET max_temp_directory_size = '64GB'",
  `SET memory_limit = '${memoryLimit}B'`,
  `ATTACH IF NOT EXISTS ':memory:' AS ${scratchDatabase}`,
  'SET lock_configuration = true',
];
