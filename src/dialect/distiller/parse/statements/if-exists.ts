import type { Parser } from '../parser.ts';

/** Reads IF NOT EXISTS, and tells whether it stood there. */
export function readIfNotExists(parser: Parser): boolean {
  if (!parser.is('IF') || parser.peek().symbol === '.') return false;
  parser.advance();
  parser.expect('behind IF', 'NOT');
  parser.expect('behind IF NOT', 'EXISTS');
  return true;
}

/** Reads IF EXISTS, and tells whether it stood there. */
export function readIfExists(parser: Parser): boolean {
  if (!parser.is('IF') || parser.peek().symbol === '.') return false;
  parser.advance();
  parser.expect('behind IF', 'EXISTS');
  return true;
}
