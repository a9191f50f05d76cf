import { sql, type Sql } from '../../../../core/sql.ts';
import { once } from '../../translate/once.ts';
import { ownLambda } from '../lambdas/own.ts';

/** A text as a JSON string: most need quotes alone, the others have quotes, backslashes and control characters escaped. */
export function quotedJson(value: Sql): Sql {
  return once(
    value,
    (text) =>
      sql`CASE WHEN regexp_matches(${text}, '["\\\\\\x00-\\x1f]') THEN '"' || ${escaped(text)} || '"' ELSE '"' || ${text} || '"' END`,
  );
}

/** One character after the other is replaced in the text, the backslash first. */
function escaped(text: Sql): Sql {
  const control = ownLambda(['code'], ([code]) => sql`chr(CAST(${code} AS INTEGER))`);
  const replacing = ownLambda(
    ['text', 'character'],
    ([all, character]) => sql`replace(${all}, ${character}, ${escapeOf(character)})`,
  );
  return sql`list_reduce([${text}, '\\', '"'] || list_transform(range(32), ${control}), ${replacing})`;
}

function escapeOf(character: Sql): Sql {
  return sql`CASE ${character} WHEN '"' THEN '\\"' WHEN '\\' THEN '\\\\' WHEN chr(8) THEN '\\b' WHEN chr(9) THEN '\\t' WHEN chr(10) THEN '\\n' WHEN chr(12) THEN '\\f' WHEN chr(13) THEN '\\r' ELSE printf('\\u%04X', ascii(${character})) END`;
}
