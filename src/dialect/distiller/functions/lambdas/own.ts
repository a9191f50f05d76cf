import { joinSql, rawSql, type Sql, sql } from '../../../../core/sql.ts';

/**
 * `lambda item: body`, its parameters named so that they hide nothing the body speaks of. The same body always gives the
 * same names: the engine finds an expression of GROUP BY again by its text.
 */
export function ownLambda<const Stems extends readonly string[]>(
  stems: Stems,
  body: (names: { readonly [Place in keyof Stems]: Sql }) => Sql,
): Sql {
  const named = (number: number) => stems.map((stem) => rawSql(`_${stem}${number}`)) as { [Place in keyof Stems]: Sql }; // one name for each stem
  const { text } = body(named(0));
  let number = 1;
  while (stems.some((stem) => text.includes(`_${stem}${number}`))) number++;
  const names = named(number);
  return sql`lambda ${joinSql(names, ', ')}: ${body(names)}`;
}
