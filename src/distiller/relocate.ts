import { StillhouseError, toStillhouseError } from '../core/error.ts';
import { originAt, type Sql } from '../core/sql.ts';
import type { Place } from './place.ts';

/** An error about translated SQL as one about the user's own text, pointing at what the faulty piece stands for. */
export function relocate(
  error: unknown,
  translated: Sql,
  { source, anchor }: Pick<Place, 'source' | 'anchor'>,
): StillhouseError {
  const known = toStillhouseError(error);
  if ((known.statement === source && known.range !== undefined) || known.code === 'cancelled') return known;
  const origin = known.range === undefined ? undefined : originAt(translated, known.range.start);
  const range = origin === undefined ? anchor : { start: origin.from, end: origin.to };
  return new StillhouseError(known.code, known.message, {
    statement: source,
    ...(range !== undefined && { range }),
    ...(known.remedy !== undefined && { remedy: known.remedy }),
    ...(known.technical !== undefined && { technical: known.technical }),
    cause: error,
  });
}
