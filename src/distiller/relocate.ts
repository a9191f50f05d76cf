import { StillhouseError, toStillhouseError } from '../core/error.ts';
import { originAt, type Sql } from '../core/sql.ts';

/** An error about translated SQL as one about the user's own text, pointing at what the faulty piece stands for. */
export function relocate(error: unknown, translated: Sql, source: string): StillhouseError {
  const known = toStillhouseError(error);
  if (known.statement === source || known.code === 'cancelled') return known;
  const origin = known.range === undefined ? undefined : originAt(translated, known.range.start);
  return new StillhouseError(known.code, known.message, {
    statement: source,
    ...(origin !== undefined && { range: { start: origin.from, end: origin.to } }),
    ...(known.remedy !== undefined && { remedy: known.remedy }),
    ...(known.technical !== undefined && { technical: known.technical }),
    cause: error,
  });
}
