import { errorFromData, errorToData, StillhouseError, type TextRange } from '../../core/error.ts';
import { rawSql, type Sql } from '../../core/sql.ts';
import { type Lexeme, readLexemes } from '../lexeme.ts';
import { listItemsSql, parameterProblem, parameterSql, type ParameterValue } from './value.ts';

/** A parameter of a statement and every place where it stands. */
export interface Parameter {
  /** `from` for `$from`, `1` for `$1`; `?` are numbered in order. */
  readonly name: string;
  readonly uses: readonly TextRange[];
}

/** The parameters of a statement, in order of first use. Strings and comments hold none; those of PREPARE are its own. */
export function findParameters(statement: string): Parameter[] {
  const byName = new Map<string, TextRange[]>();
  for (const { name, lexeme } of namedParameters(readLexemes(statement))) {
    const uses = byName.get(name) ?? [];
    uses.push({ start: lexeme.start, end: lexeme.end });
    byName.set(name, uses);
  }
  return [...byName].map(([name, uses]) => ({ name, uses }));
}

/** A statement with literals in place of its parameters. */
export interface Substituted {
  readonly statement: Sql;
  /** Where a range of the new text was in the old one; a literal maps to the whole parameter. */
  toSource(range: TextRange): TextRange;
}

/** Puts literals in place of parameters. Fails with `input-invalid` when one has no value or a wrong one. */
export function substituteParameters(statement: string, values: ReadonlyMap<string, ParameterValue>): Substituted {
  const lexemes = readLexemes(statement);
  const pieces: ReplacedPiece[] = [];
  let text = '';
  let at = 0;
  for (const { name, lexeme, index } of namedParameters(lexemes)) {
    const replacement = literalFor(name, values.get(name), statement, lexeme, isInList(lexemes, index));
    text += statement.slice(at, lexeme.start);
    pieces.push({ start: text.length, end: text.length + replacement.length, source: lexeme });
    text += replacement;
    at = lexeme.end;
  }
  return { statement: rawSql(text + statement.slice(at)), toSource: pieceAt(pieces) };
}

/** A literal in the new text, and the parameter in the old one whose place it took. */
export interface ReplacedPiece {
  readonly start: number;
  readonly end: number;
  readonly source: TextRange;
}

/** One use of a parameter among a statement's lexemes. */
export interface NamedParameter {
  readonly name: string;
  readonly lexeme: Lexeme;
  readonly index: number;
}

/** The uses of parameters; those of PREPARE are left out. */
export function namedParameters(lexemes: readonly Lexeme[]): NamedParameter[] {
  if (lexemes[0]?.upper === 'PREPARE') return [];
  let anonymous = 0;
  return lexemes.flatMap((lexeme, index) => {
    if (lexeme.kind !== 'parameter') return [];
    const name = lexeme.raw === '?' ? String(++anonymous) : lexeme.raw.slice(1);
    return [{ name, lexeme, index }];
  });
}

function literalFor(
  name: string,
  value: ParameterValue | undefined,
  statement: string,
  range: TextRange,
  inList: boolean,
): string {
  const problem = value === undefined ? 'has no value yet' : parameterProblem(value);
  if (value === undefined || problem !== undefined) {
    const sentence =
      value === undefined
        ? `The parameter $${name} has no value yet.`
        : `The parameter $${name} does not fit: ${problem ?? ''}.`;
    throw new StillhouseError('input-invalid', sentence, {
      remedy: 'Fill it in above the editor.',
      statement,
      range: { start: range.start, end: range.end },
    });
  }
  return value.kind === 'text-list' && inList ? listItemsSql(value.texts).text : parameterSql(value).text;
}

/** Whether a parameter is alone in the brackets of `IN ($list)`. */
function isInList(lexemes: readonly Lexeme[], index: number): boolean {
  return lexemes[index - 1]?.raw === '(' && lexemes[index + 1]?.raw === ')' && lexemes[index - 2]?.upper === 'IN';
}

/** An error about a text with pieces replaced as one about the text before. */
export function errorInSource(
  error: StillhouseError,
  statement: string,
  toSource: (range: TextRange) => TextRange,
): StillhouseError {
  const { range } = error;
  return range === undefined ? error : errorFromData({ ...errorToData(error), statement, range: toSource(range) });
}

/** Maps ranges of a text with pieces replaced back to the text before. */
export function pieceAt(pieces: readonly ReplacedPiece[]): (range: TextRange) => TextRange {
  return (range) => ({ start: sourceOf(pieces, range.start, 'start'), end: sourceOf(pieces, range.end, 'end') });
}

function sourceOf(pieces: readonly ReplacedPiece[], offset: number, side: 'start' | 'end'): number {
  let shift = 0;
  for (const piece of pieces) {
    const isBefore = side === 'start' ? offset < piece.start : offset <= piece.start;
    if (isBefore) break;
    if (side === 'start' ? offset < piece.end : offset <= piece.end) return piece.source[side];
    shift = piece.source.end - piece.end;
  }
  return offset + shift;
}
