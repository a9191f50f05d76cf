import { StillhouseError } from '../../core/error.ts';
import type { CsvDialect } from './dialect.ts';
import type { Encoding } from './encoding.ts';

/** Choices as they may come from a command line, where types promise nothing. */
interface UncheckedChoices {
  readonly encoding?: Encoding;
  readonly dialect?: Partial<CsvDialect>;
}

const encodings: readonly string[] = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'];
const quotes: readonly string[] = ['"', "'", ''];
const escapes: readonly string[] = ['doubled', 'backslash'];
const newlines: readonly string[] = ['lf', 'crlf', 'cr', 'any'];

/** Refuses choices that no file can be read with. Throws `input-invalid`. */
export function checkChoices({ encoding, dialect = {} }: UncheckedChoices): void {
  const { delimiter, quote, escape, newline, skipLines, comment } = dialect;
  oneOf('encoding', encoding, encodings);
  oneOf('quote', quote, quotes);
  oneOf('escape', escape, escapes);
  oneOf('newline', newline, newlines);
  if (delimiter !== undefined && (!isMark(delimiter) || delimiter === quote)) {
    throw refused(`The delimiter has to be one ASCII character and not the quote, not "${delimiter}".`);
  }
  if (skipLines !== undefined && !(Number.isSafeInteger(skipLines) && skipLines >= 0)) {
    throw refused(`The number of lines to skip has to be a whole number, not ${skipLines}.`);
  }
  if (comment !== undefined && /[\r\n]/.test(comment)) throw refused('The mark of remarks cannot hold a line end.');
}

function oneOf(name: string, value: string | undefined, allowed: readonly string[]): void {
  if (value === undefined || allowed.includes(value)) return;
  const list = allowed.map((item) => (item === '' ? 'nothing' : item)).join(', ');
  throw refused(`The ${name} has to be one of ${list}, not "${value}".`);
}

function isMark(delimiter: string): boolean {
  const code = delimiter.charCodeAt(0);
  return delimiter.length === 1 && code > 0 && code < 128 && !'\r\n\\'.includes(delimiter);
}

function refused(message: string): StillhouseError {
  return new StillhouseError('input-invalid', message);
}
