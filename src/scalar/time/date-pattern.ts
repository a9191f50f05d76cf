import { StillhouseError } from '../../core/error.ts';

/** A piece of a Java date pattern: a letter so many times, plain text, or the bracket of a part that may be missing. */
export type PatternPiece =
  | { readonly kind: 'letter'; readonly letter: string; readonly count: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open' }
  | { readonly kind: 'close' };

/** Letters with how often they may stand one behind the other; Spark takes no others. */
const letters: Readonly<Partial<Record<string, number>>> = {
  ...{ G: 4, y: 6, M: 4, L: 4, d: 2, D: 3, E: 4, F: 1, Q: 4, q: 4, a: 1 },
  ...{ h: 2, H: 2, K: 2, k: 2, m: 2, s: 2, S: 9, V: 2, z: 4, O: 4, X: 5, x: 5, Z: 5 },
};

/** The pieces of a pattern for date and time (Java's `DateTimeFormatter` as Spark allows it). Throws `sql-value`. */
export function parseDatePattern(pattern: string): readonly PatternPiece[] {
  const pieces: PatternPiece[] = [];
  for (const [run] of pattern.matchAll(/'(?:[^']|'')*'|'|([A-Za-z])\1*|[^A-Za-z']/g)) {
    pieces.push(pieceOf(run, pattern));
  }
  return pieces;
}

function pieceOf(run: string, pattern: string): PatternPiece {
  const [letter = ''] = run;
  if (run === '[') return { kind: 'open' };
  if (run === ']') return { kind: 'close' };
  if (run === "''") return { kind: 'text', text: "'" };
  if (letter === "'" && run.length > 2) return { kind: 'text', text: run.slice(1, -1).replaceAll("''", "'") };
  if (/[A-Za-z]/.test(letter)) {
    const most = letters[letter] ?? 0;
    const wrong =
      run.length > most || (letter === 'V' && run.length !== 2) || (letter === 'O' && ![1, 4].includes(run.length));
    if (wrong) throw wrongPattern(pattern, run);
    return { kind: 'letter', letter, count: run.length };
  }
  if (/['{}#]/.test(run)) throw wrongPattern(pattern, run);
  return { kind: 'text', text: run };
}

const wrongPattern = (pattern: string, run: string) =>
  new StillhouseError('sql-value', `The date pattern "${pattern}" cannot be read at "${run}".`, {
    remedy: 'Write it as yyyy-MM-dd HH:mm:ss, with plain letters in single quotes.',
  });
