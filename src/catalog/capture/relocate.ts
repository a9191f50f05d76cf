import { StillhouseError, type TextRange, toStillhouseError } from '../../core/error.ts';

/** An error met while running a variant of the user's statement, told as if the statement itself had met it. */
export function relocateError(
  error: unknown,
  statement: string,
  move: (range: TextRange) => TextRange | undefined,
): StillhouseError {
  const { code, message, remedy, technical, range } = toStillhouseError(error);
  const moved = range === undefined ? undefined : move(range);
  return new StillhouseError(code, message, {
    ...(remedy !== undefined && { remedy }),
    ...(technical !== undefined && { technical }),
    statement,
    ...(moved !== undefined && moved.start >= 0 && { range: moved }),
    cause: error,
  });
}

/** Moves a range by a number of characters. */
export function shifted(by: number): (range: TextRange) => TextRange {
  return ({ start, end }) => ({ start: start + by, end: end + by });
}
