import { rawSql, type Sql, sql } from '../../../core/sql.ts';

const plainText = String.raw`(?:[\p{L}\p{N}_.]|"(?:[^"]|"")*"|'(?:[^']|'')*')+`;
const plain = new RegExp(`^${plainText}$`, 'u');

/** A name or literal, more or less a number or interval. */
const movedText = String.raw`-?${plainText}(?: [+-] (?:\d+|INTERVAL '\d+' [A-Z]+))?`;

/** A cast of a name or number, or one of them more or less a number: a lambda costs ten times as much. */
const cheap = new RegExp(String.raw`^${movedText}$|^CAST\((?:${movedText}|\(${movedText}\)) AS [A-Z]+\)$`, 'u');
const cheapLength = 60;

/** What the engine takes in no lambda. */
const refusedInLambda = /\b(?:SELECT|OVER)\b/;

/** Whether SQL costs next to nothing where it stands several times. */
export function isCheap({ text }: Sql): boolean {
  return plain.test(text) || (text.length <= cheapLength && cheap.test(text));
}

/**
 * SQL that needs a value more than once and works it out once: names, literals and what costs next to nothing are repeated,
 * anything else is bound to a lambda's parameter.
 */
export function once(value: Sql, body: (value: Sql) => Sql): Sql {
  if (plain.test(value.text)) return body(value);
  if (value.text.length <= cheapLength && cheap.test(value.text)) {
    return body(value.text.startsWith('CAST(') ? value : sql`(${value})`);
  }
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
