import type { TextRange } from '../../core/error.ts';
import { unquoteString } from '../lexeme.ts';
import { readStructure } from '../structure/structure.ts';
import type { Structure } from '../structure/nodes.ts';
import type { Finding } from './contract.ts';
import { createEdits, type Edits } from './edits.ts';
import type { Piece } from './piece.ts';
import type { ExportTarget } from './target.ts';

/** One statement on its way to the translator. */
export interface Reading {
  readonly source: string;
  readonly target: ExportTarget;
  readonly structure: Structure;
  readonly edits: Edits;
  readonly pieces: readonly Piece[];
  readonly notes: readonly Finding[];
  /** Keeps a piece and gives the name that stands for it. */
  keep(piece: Piece): string;
  note(note: Finding): void;
  /** The text between two lexemes, end exclusive. */
  range(start: number, end: number): TextRange;
  /** The same as text. */
  written(start: number, end: number): string;
}

/** What stands for pieces in the text for the translator. */
export const pieceName = /sh__(\d+)$/i;

export function beginReading(source: string, target: ExportTarget): Reading {
  const structure = readStructure(source);
  const pieces: Piece[] = [];
  const notes: Finding[] = [];
  const range = (start: number, end: number): TextRange => {
    const first = structure.lexemes[start];
    const last = structure.lexemes[Math.max(start, end - 1)];
    return { start: first?.start ?? 0, end: last?.end ?? first?.end ?? 0 };
  };
  return {
    source,
    target,
    structure,
    edits: createEdits(source),
    pieces,
    notes,
    keep: (piece) => `sh__${pieces.push(piece) - 1}`,
    note: (note) => void notes.push(note),
    range,
    written(start, end) {
      const { start: from, end: to } = range(start, end);
      return source.slice(from, to);
    },
  };
}

/** Puts a piece in place of a call-like stretch whose parts stand in order: `before` opens it and `after` closes it. */
export function wrapAsPiece(reading: Reading, piece: Piece, start: number, end: number): void {
  const { start: from, end: to } = reading.range(start, end);
  reading.edits.wrap(from, to, `${reading.keep({ ...piece, written: reading.written(start, end) })}(`, ')');
}

/** The text of a plain literal that is all there is between two lexemes. */
export function literalAt({ structure }: Reading, start: number, end: number): string | undefined {
  const only = structure.lexemes[start];
  return end === start + 1 && only?.kind === 'string' && only.raw.startsWith("'") ? unquoteString(only.raw) : undefined;
}
