import { rawSql, type Sql, sql } from '../core/sql.ts';

/** Conditions over texts of digits and letters whose form was matched before: they fail on others. */

/** The digits of a text, weighted by place from 1 and added up. */
function weighted(text: Sql, weights: readonly number[]): Sql {
  return sql`list_sum([CAST(substr(${text}, i, 1) AS INTEGER) * ${rawSql(`[${weights.join(', ')}]`)}[i] FOR i IN range(1, ${rawSql(String(weights.length + 1))})])`;
}

/** Whether digits pass the check of payment cards: every second from the right doubled, all digits add up to tens (Luhn, ISO/IEC 7812-1). */
export function luhnSql(digits: Sql): Sql {
  const digit = sql`CAST(substr(${digits}, i, 1) AS INTEGER)`;
  return sql`list_sum([CASE WHEN (length(${digits}) - i) % 2 = 1 THEN (2 * ${digit}) // 10 + (2 * ${digit}) % 10 ELSE ${digit} END FOR i IN range(1, length(${digits}) + 1)]) % 10 = 0`;
}

/** Whether an IBAN without spaces, in capitals, leaves 1 when its number is divided by 97 (ISO 13616). */
export function ibanSql(iban: Sql): Sql {
  const turned = sql`substr(${iban}, 5) || left(${iban}, 4)`;
  const value = sql`CASE WHEN c BETWEEN '0' AND '9' THEN CAST(c AS INTEGER) ELSE ascii(c) - 55 END`;
  return sql`list_reduce(list_transform(string_split(${turned}, ''), lambda c : ${value}), lambda rest, next : (rest * CASE WHEN next > 9 THEN 100 ELSE 10 END + next) % 97) = 1`;
}

/** Whether a Spanish DNI or NIE has the letter of its number divided by 23. */
export function dniSql(dni: Sql): Sql {
  const number = sql`CAST(translate(left(${dni}, 1), 'XYZ', '012') || substr(${dni}, 2, 7) AS INTEGER)`;
  return sql`substr('TRWAGMYFPDXBNJZSQVHLCKE', 1 + ${number} % 23, 1) = right(${dni}, 1)`;
}

/** Whether the eleven digits of a Polish PESEL add up to tens, weighted 1, 3, 7, 9 in turn. */
export function peselSql(digits: Sql): Sql {
  return sql`${weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1])} % 10 = 0`;
}

/** Whether a French NIR of fifteen digits ends in 97 less the rest of its number divided by 97. */
export function nirSql(digits: Sql): Sql {
  return sql`97 - CAST(left(${digits}, 13) AS BIGINT) % 97 = CAST(right(${digits}, 2) AS INTEGER)`;
}
