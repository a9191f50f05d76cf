import { describe, expect, test } from 'vitest';
import { parseDistillerQuery } from '../../../../../src/dialect/distiller/parse/index.ts';
import { renderQuery } from './render-query.ts';

const render = (text: string) => renderQuery(parseDistillerQuery(text));

describe('SELECT and its clauses', () => {
  test.each([
    ['SELECT 1', '(select 1)'],
    ['SELECT DISTINCT a, b x, c AS `y z` FROM t', '(select-distinct a, b:x, c:`y z` from t)'],
    ['SELECT ALL a FROM t', '(select a from t)'],
    ['SELECT *, t.*, * EXCEPT (a, b) FROM db.sch.t', '(select *, t.*, *!(a b) from db.sch.t)'],
    ['SELECT * EXCEPT (SELECT 1)', '(except [select *] [(select 1)])'],
    ['SELECT explode(m) AS (k, v) FROM t', '(select (explode m):(k v) from t)'],
    ['SELECT /*+ BROADCAST(t) */ a FROM t', '(select-hinted a from t)'],
    ['SELECT a /*+ none */ FROM t /* /* nested */ */ -- end', '(select a from t)'],
    ['SELECT a INTO TEMP x FROM t', '(select a into-temp(x) from t)'],
    ['SELECT a INTO x FROM t', '(select a into(x) from t)'],
    ['SELECT a FROM t WHERE b HAVING c', '(select a from t where b having c)'],
    [
      'SELECT a FROM t QUALIFY row_number() OVER w = 1 WINDOW w AS (PARTITION BY b), v AS (w ORDER BY c)',
      '(select a from t qualify (= (row_number over(w)) 1) window w(by b) window v([w] order c))',
    ],
    ['SELECT a FROM t ORDER BY b WINDOW w AS (ORDER BY c)', '(select a from t window w(order c) order(b))'],
    ['SELECT window, sort, offset FROM t', '(select window, sort, offset from t)'],
    ["SELECT window(ts, '1 day') window, a offset FROM t", '(select (window ts "1 day"):window, a:offset from t)'],
    ['SELECT start, end FROM t', '(select start, end from t)'],
    ['SELECT a\n# a comment\nFROM t', '(select a from t)'],
    ['SELECT\u00a0a\u200b FROM\u2003t', '(select a from t)'],
  ])('%s', (text, expected) => {
    expect(render(text)).toBe(expected);
  });
});

describe('ORDER BY, LIMIT and set operations', () => {
  test.each([
    [
      'SELECT a FROM t ORDER BY a DESC NULLS LAST, b ASC NULLS FIRST, c USING > LIMIT 10 OFFSET 5',
      '(select a from t order(a desc nulls-last, b nulls-first, c desc) limit(10) offset(5))',
    ],
    ['SELECT a LIMIT ALL', '(select a)'],
    ['SELECT a OFFSET 5 LIMIT 1', '(select a limit(1) offset(5))'],
    ['SELECT a FROM t DISTRIBUTE BY a SORT BY b LIMIT 1', '(select a from t placed limit(1))'],
    ['SELECT a FROM t CLUSTER BY a', '(select a from t placed)'],
    ['SELECT 1 UNION SELECT 2 UNION ALL SELECT 3', '(union-all [union [select 1] [select 2]] [select 3])'],
    ['SELECT 1 UNION SELECT 2 INTERSECT SELECT 3', '(union [select 1] [intersect [select 2] [select 3]])'],
    ['SELECT a FROM t MINUS SELECT b FROM u', '(except [select a from t] [select b from u])'],
    ['SELECT 1 EXCEPT ALL SELECT 2 ORDER BY 1', '(except-all [select 1] [select 2] order(1))'],
    ['(SELECT 1 LIMIT 1) UNION DISTINCT (SELECT 2)', '(union [(select 1 limit(1))] [(select 2)])'],
    ["VALUES (1, 'a'), (2, 'b')", '(values (1 "a") (2 "b"))'],
    ['VALUES 1, 2', '(values (1) (2))'],
    ['TABLE t', '(table t)'],
    [
      'WITH a AS (SELECT 1), b(x) AS (SELECT * FROM a) SELECT * FROM b',
      '(with a=(select 1) b(x)=(select * from a) select * from b)',
    ],
    ['WITH RECURSIVE r AS (SELECT 1) SELECT * FROM r', '(with-recursive r=(select 1) select * from r)'],
    ['WITH recursive AS (SELECT 1) TABLE recursive', '(with recursive=(select 1) table recursive)'],
  ])('%s', (text, expected) => {
    expect(render(text)).toBe(expected);
  });
});

describe('GROUP BY', () => {
  test.each([
    ['GROUP BY a, b + 1', 'group(a (+ b 1))'],
    ['GROUP BY ALL', 'group(all)'],
    ['GROUP BY (a, b), ()', 'group(<a b> <>)'],
    ['GROUP BY ROLLUP(a, (b, c))', 'group(rollup(<a> <b c>))'],
    ['GROUP BY CUBE(a, b), c', 'group(cube(<a> <b>) c)'],
    ['GROUP BY GROUPING SETS ((a, b), (a), a, ())', 'group(grouping-sets(<a b> <a> <a> <>))'],
    ['GROUP BY GROUPING SETS (ROLLUP(a), CUBE(b))', 'group(grouping-sets(rollup(<a>) cube(<b>)))'],
    ['GROUP BY a, b GROUPING SETS ((a, b), a)', 'group(grouping-sets(<a b> <a>))'],
    ['GROUP BY a, b WITH ROLLUP', 'group(a b)-rollup'],
    ['GROUP BY a WITH CUBE', 'group(a)-cube'],
  ])('%s', (text, expected) => {
    expect(render(`SELECT 1 FROM t ${text}`)).toBe(`(select 1 from t ${expected})`);
  });
});

describe('FROM', () => {
  test.each([
    ['t a', 't:a'],
    ['t AS a (x, y)', 't:a(x y)'],
    ['t * a', 't:a'],
    ['a, b x, c', 'a, b:x, c'],
    ['(SELECT 1)', '(select 1)'],
    ['(SELECT 1) AS q (x)', '(select 1):q(x)'],
    ['((SELECT 1) UNION (SELECT 2)) q', '(union [(select 1)] [(select 2)]):q'],
    ['((SELECT 1) a JOIN b ON c)', '(inner (select 1):a b on c)'],
    ['VALUES (1, 2), (3, 4) AS t (a, b)', '(values (1 2) (3 4)):t(a b)'],
    ['(VALUES (1), (2)) t (a)', '(values (1) (2)):t(a)'],
    ['explode(array(1, 2)) AS t(a)', '(explode (array 1 2)):t(a)'],
    ['t, LATERAL explode(t.x) e', 't, lateral (explode t.x):e'],
    ['t, LATERAL (SELECT t.a) e', 't, lateral (select t.a):e'],
    ['model_predict(m, 2, SELECT a FROM t) p', '(model_predict m 2 (select a from t)):p'],
    ['a JOIN b ON a.x = b.x LEFT OUTER JOIN c USING (x, y)', '(left (inner a b on (= a.x b.x)) c using (x y))'],
    ['a NATURAL JOIN b NATURAL FULL JOIN c', '(natural-full (natural-inner a b) c)'],
    ['a CROSS JOIN b RIGHT JOIN c ON d', '(right (cross a b) c on d)'],
    ['a LEFT SEMI JOIN b ON c ANTI JOIN d ON e', '(anti (semi a b on c) d on e)'],
    ['a INNER JOIN (b JOIN c ON d) ON e', '(inner a (inner b c on d) on e)'],
    ['a LEFT JOIN LATERAL (SELECT a.x) q ON true', '(left-lateral a lateral (select a.x):q on true)'],
    ['t SNAPSHOT SINCE 123', '[t since 123]'],
    ['t SNAPSHOT AS OF 345 a', '[t as-of 345]:a'],
    ['t a SNAPSHOT AS OF @to', '[t as-of @to]:a'],
    ['t SNAPSHOT SINCE cast(@from AS bigint)', '[t since (cast @from bigint)]'],
    ['t SNAPSHOT BETWEEN HEAD AND 123', '[t between head 123]'],
    ['t SNAPSHOT BETWEEN 345 AND TAIL AS a', '[t between 345 tail]:a'],
    ['t BETWEEN 1 AND 2', '[t between 1 2]'],
    ['t AS OF 789', '[t as-of 789]'],
    ['t AS of', 't:of'],
    ['t since', 't:since'],
    [
      'Customers SNAPSHOT SINCE 123 INNER JOIN Inventory AS OF 789 ON Customers.id = Inventory.id',
      '(inner [Customers since 123] [Inventory as-of 789] on (= Customers.id Inventory.id))',
    ],
    ['t TABLESAMPLE (10 PERCENT) a', '[t sample 10 percent]:a'],
    ['t TABLESAMPLE (100 ROWS) REPEATABLE (7)', '[t sample 100 rows seed 7]'],
    ['t WITHAPPROXIMATE', '[t approximate]'],
    [
      't LATERAL VIEW explode(ids) x AS a LATERAL VIEW OUTER posexplode(b) AS p, c WHERE d',
      't view((explode ids) x (a)) view-outer((posexplode b) (p c)) where d',
    ],
    ['t LATERAL VIEW explode(ids) x', 't view((explode ids) x)'],
  ])('%s', (text, expected) => {
    expect(render(`SELECT 1 FROM ${text}`)).toBe(`(select 1 from ${expected})`);
  });
});
