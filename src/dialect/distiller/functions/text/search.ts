import { literal, type Sql, sql } from '../../../../core/sql.ts';
import { once } from '../../translate/once.ts';
import { operand } from '../../translate/operand.ts';
import { integer, typed, varchar } from '../../translate/typed.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { scalar } from '../scalar-entry.ts';
import { integerAt, ofTexts, textAt } from './arguments.ts';

/** The place of a part from a position on; 0 where it is not found, for positions below 1 and NULL; 1 for no part, as Spark has it. */
function located(part: Sql, text: Sql, from: Sql | undefined): Sql {
  if (from === undefined) return sql`CAST(instr(${text}, ${part}) AS INTEGER)`;
  return once(text, (t) =>
    once(part, (p) =>
      once(
        from,
        (at) => sql`CASE
  WHEN ${at} IS NULL THEN 0
  WHEN ${t} IS NULL OR ${p} IS NULL THEN NULL
  WHEN ${at} >= 1 AND ${p} = '' THEN 1
  WHEN ${at} >= 1 AND contains(substring(${t}, ${at}), ${p}) THEN CAST(instr(substring(${t}, ${at}), ${p}) + ${at} - 1 AS INTEGER)
  ELSE 0
END`,
      ),
    ),
  );
}

/** The parts before, or behind, the delimiter at `count`. */
function byIndex(call: FunctionCall): Sql {
  const [text, delimiter] = [textAt(call, 0), textAt(call, 1)];
  const count = call.constant(2);
  if (call.constant(1) === '' || count === 0) return sql`CASE WHEN ${text} IS NOT NULL THEN '' END`;
  const parts = sql`string_split(${text}, ${delimiter})`;
  const known = call.constant(1);
  if (typeof known === 'string' && (count === 1 || (count === -1 && known.length === 1))) {
    return sql`split_part(${text}, ${delimiter}, ${literal(count)})`;
  }
  if (typeof count === 'number') {
    const range = count > 0 ? sql`[1:${literal(count)}]` : sql`[${literal(count)}:]`;
    return sql`array_to_string(${parts}${range}, ${delimiter})`;
  }
  return once(integerAt(call, 2), (at) =>
    once(
      parts,
      (list) => sql`CASE
  WHEN ${at} > 0 THEN array_to_string(${operand(list)}[1:${at}], ${delimiter})
  WHEN ${at} < 0 THEN array_to_string(${operand(list)}[${at}:], ${delimiter})
  WHEN ${at} = 0 THEN ''
END`,
    ),
  );
}

/** The engine counts bytes: that is the same where each letter is one. */
function letterDistance(left: Sql, right: Sql): Sql {
  return once(left, (a) =>
    once(
      right,
      (b) =>
        sql`CASE WHEN strlen(${a}) = length(${a}) AND strlen(${b}) = length(${b}) THEN CAST(levenshtein(${a}, ${b}) AS INTEGER) ELSE sh_levenshtein(${a}, ${b}) END`,
    ),
  );
}

/** Finding text in text, and replacing it. */
export const searchFunctions: readonly FunctionEntry[] = [
  scalar(
    'find_in_set(text, list)',
    'The place of the text in a list with commas, from 1; 0 where it is not in it.',
    (call) =>
      typed(
        once(textAt(call, 0), (text) =>
          once(
            textAt(call, 1),
            (list) =>
              sql`CASE WHEN ${text} IS NOT NULL AND ${list} IS NOT NULL THEN coalesce(list_position(string_split(${list}, ','), ${text}), 0) END`,
          ),
        ),
        integer,
      ),
  ),
  ofTexts('instr(text, part)', 'The place of the first occurrence, from 1; 0 where there is none.', 'instr', integer),
  scalar('levenshtein(a, b[, most])', 'How many letters differ; −1 where it is more than the most.', (call) => {
    const distance = letterDistance(textAt(call, 0), textAt(call, 1));
    if (call.count === 2) return typed(distance, integer);
    const most = integerAt(call, 2);
    return typed(
      once(distance, (d) => sql`CASE WHEN ${d} > ${most} THEN -1 ELSE ${d} END`),
      integer,
    );
  }),
  scalar(
    'locate(part, text[, from])',
    'The place of the part in the text, from 1; 0 where there is none.',
    (call) =>
      typed(located(textAt(call, 0), textAt(call, 1), call.count === 3 ? integerAt(call, 2) : undefined), integer),
    ['position', 'charindex'],
  ),
  scalar('overlay(text, replacement, from[, length])', 'The text with a stretch of it replaced.', (call) => {
    const [text, replacement, from] = [textAt(call, 0), textAt(call, 1), operand(integerAt(call, 2))];
    const length = call.count === 4 ? operand(integerAt(call, 3)) : undefined;
    return typed(
      once(text, (t) =>
        once(replacement, (r) => {
          const own = sql`length(${r})`;
          const skipped = length === undefined ? own : sql`CASE WHEN ${length} < 0 THEN ${own} ELSE ${length} END`;
          return sql`(left(${t}, greatest(${from} - 1, 0)) || ${r} || substring(${t}, greatest(${from} + ${skipped}, 1)))`;
        }),
      ),
      varchar,
    );
  }),
  scalar('replace(text, search[, replacement])', 'The text with every occurrence replaced, or left out.', (call) =>
    typed(
      sql`replace(${textAt(call, 0)}, ${textAt(call, 1)}, ${call.count === 3 ? textAt(call, 2) : sql`''`})`,
      varchar,
    ),
  ),
  scalar(
    'substring_index(text, delimiter, count)',
    'What stands before the delimiter at this count; behind it when counted from the right with a negative one.',
    (call) => typed(byIndex(call), varchar),
  ),
  ofTexts(
    'translate(text, from, to)',
    'The text with each character of the second text replaced by the one at its place in the third.',
    'translate',
  ),
];
