/** For each file the statement that finds a truth of `truths.json`: one figure, or `key: figure` parts between `; `. */
export type TruthQueries = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The number of rows of a relation. */
export const count = (from: string) => `SELECT count(*) FROM ${from}`;

/** An amount for each value of a key, as `key: amount; key: amount`. */
export function each(key: string, from: string, amount = 'count(*)'): string {
  return `SELECT string_agg(key || ': ' || amount, '; ')
FROM (
  SELECT ${key} AS key, ${amount} AS amount
  FROM ${from}
  GROUP BY 1
)`;
}

/** A sum of cents. */
export const cents = (amount: string) => `round(sum(${amount}), 2)`;
