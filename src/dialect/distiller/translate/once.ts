import { rawSql, type Sql, sql } from '../../../core/sql.ts';

const plain = /^(?:[\p{L}\p{N}_.]|"(?:[^"]|"")*"|'(?:[^']|'')*')+$/u;

/** What the engine takes in no lambda. */
const refusedInLambda = /\b(?:SELECT|OVER)\b/;

/**
 * SQL that needs a value more than once and works it out once: names and literals are repeated, anything else is bound
 * to a lambda's parameter.
 */
export function once(value: Sql, body: (value: Sql) => Sql): Sql {
  if (plain.test(value.text)) return body(value);
  const repeated = body(sql`(${value})`);
  const parameter = rawSql(freeName(repeated.text));
  const bound = body(parameter);
  if (refusedInLambda.test(bound.text)) return repeated;
  return sql`list_transform([${value}], lambda ${parameter}: ${bound})[1]`;
}

function freeName(text: string): string {
  for (let number = 1; ; number++) {
    const name = `_value${number}`;
    if (!text.includes(name)) return name;
  }
}
