const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Words that DuckDB 1.4 accepts as a name only in quotes (its categories *reserved* and *type_function*). */
const quotedOnly = words(
  'ALL ANALYSE ANALYZE AND ANTI ANY ARRAY AS ASC ASOF ASYMMETRIC AT AUTHORIZATION BINARY BOTH BY CASE CAST CHECK COLLATE ' +
    'COLLATION COLUMN COLUMNS CONCURRENTLY CONSTRAINT CREATE CROSS DEFAULT DEFERRABLE DESC DESCRIBE DISTINCT DO ELSE END ' +
    'EXCEPT FALSE FETCH FOR FOREIGN FREEZE FROM FULL GENERATED GLOB GROUP HAVING ILIKE IN INITIALLY INNER INTERSECT INTO IS ' +
    'ISNULL JOIN LAMBDA LATERAL LEADING LEFT LIKE LIMIT MAP NATURAL NOT NOTNULL NULL OFFSET ON ONLY OR ORDER OUTER OVERLAPS ' +
    'PIVOT PIVOT_LONGER PIVOT_WIDER PLACING POSITIONAL PRIMARY QUALIFY REFERENCES RETURNING RIGHT SELECT SEMI SHOW SIMILAR ' +
    'SOME STRUCT SUMMARIZE SYMMETRIC TABLE TABLESAMPLE THEN TO TRAILING TRUE TRY_CAST UNION UNIQUE UNPACK UNPIVOT USING ' +
    'VARIADIC VERBOSE WHEN WHERE WINDOW WITH',
);

/** Words that can stand where an operand ends: `WHERE active IS NULL` ends in one. */
const operandWords = words(
  'NULL TRUE FALSE END ISNULL NOTNULL CURRENT_DATE CURRENT_TIMESTAMP CURRENT_TIME LOCALTIME LOCALTIMESTAMP',
);

/** Words inside expressions that are operators or syntax, never names, though DuckDB would let some be names. */
const expressionWords = words(
  'ALL AND ANY AS ASC BETWEEN BY CASE CAST COLLATE DESC DISTINCT ELSE ESCAPE EXISTS FILTER FROM GLOB ILIKE IN IS LAMBDA ' +
    'LIKE NOT OR ORDER OVER PARTITION SIMILAR SOME THEN TO TRY_CAST WHEN WITHIN',
);

/** Whether an upper-cased word can be a table or column name only in quotes. */
export function isReserved(upper: string): boolean {
  return quotedOnly.has(upper);
}

/** Whether an upper-cased word ends an operand although it is a keyword. */
export function isOperandWord(upper: string): boolean {
  return operandWords.has(upper);
}

/** Whether an upper-cased word is syntax where an expression is expected. */
export function isExpressionWord(upper: string): boolean {
  return expressionWords.has(upper) || quotedOnly.has(upper);
}

/** A name as it has to stand in SQL: quoted only where it must be. */
export function nameText(name: string): string {
  if (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !quotedOnly.has(name.toUpperCase())) return name;
  return `"${name.replaceAll('"', '""')}"`;
}
