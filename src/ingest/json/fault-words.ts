import { backslash, closeBrace, closeBracket, comma, lineFeed, lowerU, slash, space, textOf } from './bytes.ts';
import type { Scanner } from './scanner.ts';

/** Says in plain words why the record that starts at `start` could not be read; characters count from there, from 1. */
export function faultReason(scanner: Scanner, start: number): string {
  const { bytes, faultAt } = scanner;
  if (scanner.starved) return 'the file ends inside this record';
  const place = `at character ${countCharacters(bytes, start, faultAt) + 1}`;
  const code = textOf(bytes, faultAt, faultAt + 4).codePointAt(0) ?? 0;
  switch (scanner.fault) {
    case 'line-break':
      return `the text that ends ${place} has no closing quote on its line`;
    case 'control':
      return `a raw control character (${codeName(code)}) stands in text ${place}`;
    case 'escape':
      return `the escape "${escapeAt(bytes, faultAt)}" ${place} is not one of JSON's`;
    case 'utf8':
      return `the byte ${hex(bytes[faultAt] ?? 0)} ${place} is not UTF-8: the file may be in Windows-1252 (Latin-1)`;
    case 'digit':
      return `a digit is missing in the number ${place}`;
    case 'leading-zero':
      return `the number ${place} starts with a needless 0`;
    case 'after':
      return `unexpected ${shown(code)} ${place}, behind the end of the record`;
    default:
      if (code === lineFeed) return `the line ends inside this record, ${place}`;
      return `unexpected ${unexpected(scanner)} ${place}${hint(scanner, start)}`;
  }
}

function escapeAt(bytes: Uint8Array, at: number): string {
  return textOf(bytes, at, at + (bytes[at + 1] === lowerU ? 6 : 2));
}

function unexpected({ bytes, faultAt }: Scanner): string {
  const text = textOf(bytes, faultAt, faultAt + 80);
  const word = /^[\p{L}_$][\p{L}\p{N}_$]*/u.exec(text)?.[0];
  return word === undefined || word.length === 1 ? shown(text.codePointAt(0) ?? 0) : `"${word}"`;
}

/** What a person would do about it, where that is clear. */
function hint({ bytes, fault, faultAt }: Scanner, start: number): string {
  const byte = bytes[faultAt] ?? 0;
  const character = String.fromCharCode(byte);
  if (byte === slash || character === '#') return ': comments are not part of JSON';
  if (character === "'") return ': text and keys need double quotes';
  if (byte === closeBrace || byte === closeBracket) {
    return previous(bytes, start, faultAt) === comma ? ': a comma stands before it' : '';
  }
  if (fault === 'key') return byte === comma ? ': a comma is too many' : ': a key in double quotes is needed here';
  if (fault === 'colon') return ': a colon is missing behind the key';
  if (fault === 'separator') return ': a comma or a closing bracket is missing before it';
  if (byte === comma) return ': a value is missing before it';
  if (character === '+' || character === '.') return ': a number starts with a digit or "-"';
  return /[A-Za-z]/.test(character) ? ': the only words in JSON are true, false and null' : '';
}

function previous(bytes: Uint8Array, start: number, at: number): number {
  let before = at - 1;
  while (before > start && (bytes[before] ?? 0) <= space) before--;
  return bytes[before] ?? 0;
}

function shown(code: number): string {
  if (code === 0xfeff) return 'byte order mark';
  if (code < space || code === 0x7f) return `control character (${codeName(code)})`;
  return code === backslash ? 'backslash' : `"${String.fromCodePoint(code)}"`;
}

function codeName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

function hex(byte: number): string {
  return `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

/** Code points that start in a stretch of UTF-8. */
function countCharacters(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if (((bytes[at] ?? 0) & 0xc0) !== 0x80) count++;
  return count;
}
