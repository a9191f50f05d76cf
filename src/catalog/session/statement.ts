import { StillhouseError } from '../../core/error.ts';
import { classify, type StatementClass } from '../../dialect/classify.ts';
import { splitStatements } from '../../dialect/split.ts';
import { createCursor } from '../../dialect/token-cursor.ts';
import { returnsRows } from '../capture/clauses.ts';

/** One statement with what its words tell of it. */
export interface ReadStatement {
  /** Without a final semicolon; offsets are those of the text the user wrote. */
  readonly text: string;
  readonly class: StatementClass;
  /** Whether EXPLAIN or EXECUTE stands in front of what the class tells of. */
  readonly indirect: boolean;
  readonly returning: boolean;
}

/** Reads one statement. Fails on several, of which only the first would be looked at. */
export function readStatement(text: string): ReadStatement {
  const ranges = splitStatements(text);
  const [first, second] = ranges;
  if (second !== undefined) {
    throw new StillhouseError('input-invalid', 'Only one statement can be run at a time.', {
      remedy: 'Split the script at its semicolons.',
      statement: text,
      range: second,
    });
  }
  const statement = text.slice(0, first?.end ?? text.length);
  const kind = classify(statement);
  return {
    text: statement,
    class: kind,
    indirect: createCursor(statement).peek() === 'EXPLAIN',
    returning: kind.kind === 'rows' && returnsRows(statement),
  };
}
