import { rawSql, type Sql, sql } from '../../../core/sql.ts';
import { nameText } from '../../keywords.ts';

const simple = /^(?:[\p{L}\p{N}_.]|"(?:[^"]|"")*"|'(?:[^']|'')*')+$/u;
const call = /^[\p{L}_][\p{L}\p{N}_]*(\(.*\)|\[.*\])$/su;

/** SQL that may stand before `.`, `[` or `::`: names, literals and calls as they are, everything else in brackets. */
export function operand(value: Sql): Sql {
  if (simple.test(value.text) || (call.test(value.text) && closesAtEnd(value.text))) return value;
  return sql`(${value})`;
}

/** Whether the first bracket of a text closes with its last character: `f(a)`, and not `f(a) + g(b)`. */
function closesAtEnd(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === "'" || character === '"') {
      const end = text.indexOf(character, at + 1);
      if (end < 0) return false;
      at = end;
    } else if (character === '(' || character === '[') depth++;
    else if (character === ')' || character === ']') {
      depth--;
      if (depth === 0) return at === text.length - 1;
    }
  }
  return false;
}

/** A name as it stands in SQL, quoted only where it must be. */
export function nameSql(name: string): Sql {
  return rawSql(nameText(name));
}
