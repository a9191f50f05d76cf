const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const reserved = words(
  'SELECT FROM WHERE GROUP HAVING ORDER LIMIT UNION INTERSECT EXCEPT JOIN ON USING WHEN THEN ELSE END AND OR NOT IN IS ' +
    'BETWEEN AS DISTINCT WITH CROSS INNER NATURAL INTO LIKE ILIKE RLIKE CASE NULL TRUE FALSE',
);

/** Words that begin a statement, for advice on misspelt ones. */
export const statementWords: readonly string[] = [
  ...'SELECT WITH VALUES TABLE CREATE INSERT DROP ALTER SET SHOW DESCRIBE EXPLAIN ANALYZE COPY USE BEGIN COMMIT'.split(
    ' ',
  ),
  ...'ROLLBACK START DECLARE FETCH CLOSE PREPARE EXECUTE DEALLOCATE RAISE UPDATE'.split(' '),
];

/** Words that may follow a select item or a table, for advice on those taken for an alias because they are misspelt. */
export const clauseWords: readonly string[] =
  'FROM WHERE GROUP HAVING ORDER LIMIT OFFSET UNION INTERSECT EXCEPT MINUS JOIN INNER LEFT RIGHT FULL CROSS NATURAL LATERAL WINDOW QUALIFY SNAPSHOT INTO'.split(
    ' ',
  );

/** Whether an upper-cased word can be a name only in back-ticks. */
export function isReservedWord(upper: string): boolean {
  return reserved.has(upper);
}

const singular = words('year quarter month week day hour minute second millisecond microsecond nanosecond');
const shortened: Readonly<Partial<Record<string, string>>> = { mon: 'month', min: 'minute', sec: 'second', hr: 'hour' };

/** The unit of time that a word names, lower-cased and singular: `HOURS` is `hour`. */
export function timeUnit(word: string): string | undefined {
  const lower = word.toLowerCase();
  if (singular.has(lower)) return lower;
  const stem = lower.endsWith('s') ? lower.slice(0, -1) : lower;
  return singular.has(stem) ? stem : shortened[stem];
}
