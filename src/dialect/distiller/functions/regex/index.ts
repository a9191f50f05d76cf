import { literal, type Sql, sql } from '../../../../core/sql.ts';
import { once } from '../../translate/once.ts';
import { operand } from '../../translate/operand.ts';
import { boolean, integer, listOf, typed, varchar } from '../../translate/typed.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { scalar } from '../scalar-entry.ts';
import { integerAt, textAt } from '../text/arguments.ts';
import { allMatchesSql, matchesSql, needsJava } from './java.ts';
import { replacementSql } from './replacement.ts';
import { splitSql } from './split.ts';

const text = (call: FunctionCall): Sql => textAt(call, 0);

/** The pattern; inside a longer one it stands in a group of its own. */
const pattern = (call: FunctionCall): Sql => textAt(call, 1);

const allMatches = (call: FunctionCall, of: Sql): Sql => allMatchesSql(text(call), pattern(call), of, call.constant(1));

/** Empty where nothing matches. */
function firstMatch(call: FunctionCall, of: Sql): Sql {
  if (!needsJava(call.constant(1))) return sql`regexp_extract(${text(call)}, ${pattern(call)}, ${of})`;
  return once(
    text(call),
    (value) =>
      sql`CASE WHEN ${value} IS NOT NULL THEN coalesce(${allMatchesSql(value, pattern(call), of, call.constant(1))}[1], '') END`,
  );
}

/** The group to give: 1 unless another is written, and it must be there. */
function group(call: FunctionCall): Sql {
  const index = call.count === 3 ? call.constant(2) : 1;
  if (typeof index !== 'number' || index < 0)
    return call.fail('The group must be written as a number from 0.', undefined, 2);
  const written = call.constant(1);
  const groups = typeof written === 'string' ? countGroups(written) : Infinity;
  if (index > groups) {
    return call.fail(
      `The pattern has ${groups === 0 ? 'no group' : `${groups} ${groups === 1 ? 'group' : 'groups'}`}, and group ${index} is asked for${call.count === 3 ? '' : ', as it is unless another is given'}.`,
      'Put brackets round the part to give, or ask for group 0, the whole match.',
      1,
    );
  }
  return literal(index);
}

/** Capturing groups: opening brackets that are neither escaped, nor in a class, nor followed by `?:` and its like. */
function countGroups(written: string): number {
  const bare = written.replace(/\\[\s\S]/g, '').replace(/\[[^\]]*\]/g, '');
  return bare.match(/\((?!\?)|\(\?P?<(?![=!])/g)?.length ?? 0;
}

function replaced(call: FunctionCall): Sql {
  const all = (value: Sql) =>
    needsJava(call.constant(1))
      ? sql`sh_regexp_replace(${value}, ${pattern(call)}, ${textAt(call, 2)})`
      : sql`regexp_replace(${value}, ${pattern(call)}, ${replacementSql(textAt(call, 2), call.constant(2))}, 'g')`;
  if (call.count === 3) return all(text(call));
  const from = operand(integerAt(call, 3));
  return once(text(call), (value) => sql`(left(${value}, ${from} - 1) || ${all(sql`substring(${value}, ${from})`)})`);
}

/** How far the first match is from the beginning, found with all that stands before it in view. */
function placeOf(call: FunctionCall): Sql {
  if (needsJava(call.constant(1))) {
    return once(text(call), (value) => {
      const parts = sql`CAST(sh_regexp_split(${value}, ${pattern(call)}, 2) AS VARCHAR[])`;
      return sql`CASE WHEN sh_regexp_matches(${value}, ${pattern(call)}) THEN CAST(length(${parts}[1]) AS INTEGER) + 1 WHEN ${value} IS NOT NULL THEN 0 END`;
    });
  }
  return once(text(call), (value) => {
    const before = sql`regexp_extract(${value}, '\\A((?s:.*?))(?:' || ${pattern(call)} || ')', 1)`;
    return sql`CASE regexp_matches(${value}, ${pattern(call)}) WHEN TRUE THEN CAST(length(${before}) AS INTEGER) + 1 WHEN FALSE THEN 0 END`;
  });
}

/** Regular expressions. */
export const regexFunctions: readonly FunctionEntry[] = [
  scalar('regexp_count(text, pattern)', 'How often the pattern matches.', (call) =>
    typed(sql`CAST(len(${allMatches(call, sql`0`)}) AS INTEGER)`, integer),
  ),
  scalar(
    'regexp_extract(text, pattern[, group])',
    'What the group, the first one unless another is given, matches first; empty where nothing does.',
    (call) => typed(firstMatch(call, group(call)), varchar),
  ),
  scalar(
    'regexp_extract_all(text, pattern[, group])',
    'What the group, the first one unless another is given, matches each time.',
    (call) => typed(allMatches(call, group(call)), listOf(varchar)),
  ),
  scalar(
    'regexp_instr(text, pattern[, group])',
    'The place of the first match, from 1; 0 where there is none.',
    (call) => typed(placeOf(call), integer),
  ),
  scalar(
    'regexp_like(text, pattern)',
    'Whether the pattern matches somewhere.',
    (call) => typed(matchesSql(text(call), pattern(call), call.constant(1)), boolean),
    ['rlike', 'regexp'],
  ),
  scalar(
    'regexp_replace(text, pattern, replacement[, from])',
    'The text with every match replaced; $1 stands for the first group.',
    (call) => typed(replaced(call), varchar),
  ),
  scalar('regexp_substr(text, pattern)', 'The first match, NULL where there is none.', (call) =>
    typed(sql`nullif(${firstMatch(call, sql`0`)}, '')`, varchar),
  ),
  scalar(
    'split(text, pattern[, limit])',
    'The parts between matches of the pattern, at most as many as the limit says.',
    (call) => typed(splitSql(call), listOf(varchar)),
  ),
];
