import { describe, expect, test } from 'vitest';
import { parseDistillerExpression } from '../../../../../src/dialect/distiller/parse/index.ts';
import { renderExpression } from './render-expression.ts';

const render = (text: string) => renderExpression(parseDistillerExpression(text));

describe('operators bind as in Spark', () => {
  test.each([
    ['a + b * c', '(+ a (* b c))'],
    ['a - b - c', '(- (- a b) c)'],
    ['a DIV b % c', '(% (DIV a b) c)'],
    ["a || b + 'x'", '(+ (|| a b) "x")'],
    ['a OR b AND NOT c', '(OR a (AND b (NOT c)))'],
    ['NOT a = b', '(NOT (= a b))'],
    ['!a = b AND c', '(AND (NOT (= a b)) c)'],
    ['a = !b', '(= a (NOT b))'],
    ['NOT NOT a', '(NOT (NOT a))'],
    ['a == b', '(= a b)'],
    ['a != b', '(<> a b)'],
    ['a <> b', '(<> a b)'],
    ['a <=> b', '(<=> a b)'],
    ['a !> b', '(<= a b)'],
    ['a !< b', '(>= a b)'],
    ['a | b ^ c & d', '(| a (^ b (& c d)))'],
    ['a & b << 2 + 1', '(& a (<< b (+ 2 1)))'],
    ['a >> 1 >>> 2', '(>>> (>> a 1) 2)'],
    ['a > > b', undefined],
    ['-a * b', '(* (- a) b)'],
    ['- - ~a', '(- (- (~ a)))'],
    ['-1', '(- 1)'],
    ['a < b + 1 = c', '(= (< a (+ b 1)) c)'],
    ['a.b::int + 1', '(+ (cast a.b int) 1)'],
    ['-a::double', '(- (cast a double))'],
    ['a[0].b[1]', '(at (field (at a 0) b) 1)'],
    ["identityMap['ECID'][0].id", '(field (at (at identityMap "ECID") 0) id)'],
    ['(a.b)[0]', '(at {a.b} 0)'],
    ['f(x).y.z', '(field (field (f x) y) z)'],
    ['x::array<int>[0]', '(at (cast x array<int>) 0)'],
    ['x::int[]', '(cast x array<int>)'],
    ['a div 2 + 1', '(+ (DIV a 2) 1)'],
  ])('%s', (text, expected) => {
    if (expected === undefined) expect(() => render(text)).toThrow('stands where an expression behind “>” is expected');
    else expect(render(text)).toBe(expected);
  });
});

describe('predicates', () => {
  test.each([
    ['a BETWEEN 1 AND 2 AND b', '(AND (between a 1 2) b)'],
    ['a NOT BETWEEN 1 AND 2 + 3', '(not-between a 1 (+ 2 3))'],
    ['a IN (1)', '(in a 1)'],
    ["a NOT IN ('x', 'y') OR b", '(OR (not-in a "x" "y") b)'],
    ['a ! IN (1)', '(not-in a 1)'],
    ['a IN (SELECT b FROM t)', '(in a (select b from t))'],
    ['a IN ((SELECT b) UNION (SELECT c))', '(in a (union [(select b)] [(select c)]))'],
    ['a IN ((SELECT b) + 1, 2)', '(in a (+ (select b) 1) 2)'],
    ['(a, b) IN ((1, 2), (3, 4))', '(in (row a b) (row 1 2) (row 3 4))'],
    ["a LIKE 'x%'", '(like a "x%")'],
    ["a NOT ILIKE 'x!%' ESCAPE '!'", '(not-ilike a "x!%" escape !)'],
    ["a RLIKE 'x' AND b REGEXP 'y'", '(AND (rlike a "x") (rlike b "y"))'],
    ["a LIKE ANY ('x', 'y')", '(like-any a "x" "y")'],
    ["a LIKE SOME ('x')", '(like-any a "x")'],
    ["a NOT LIKE ALL ('x', 'y')", '(not-like-all a "x" "y")'],
    ['a IS NULL', '(is-null a)'],
    ['a IS NOT TRUE', '(is-not-true a)'],
    ['a = b IS UNKNOWN', '(is-unknown (= a b))'],
    ['a IS DISTINCT FROM b + 1', '(distinct a (+ b 1))'],
    ['a IS NOT DISTINCT FROM b', '(not-distinct a b)'],
    ['NOT EXISTS (SELECT 1)', '(NOT (exists (select 1)))'],
    ['rlike(a, b)', '(rlike a b)'],
  ])('%s', (text, expected) => {
    expect(render(text)).toBe(expected);
  });
});

describe('literals', () => {
  test.each([
    ['1L', '1L'],
    ['2s', '2S'],
    ['3Y', '3Y'],
    ['1.5D', '1.5D'],
    ['1.5f', '1.5F'],
    ['3.2BD', '3.2BD'],
    ['1e3', '1e3'],
    ['.5', '.5'],
    ['1.', '1.'],
    ['(.5)', '{.5}'],
    ['1E-6', '1E-6'],
    ['1e3x', '1e3x'],
    ['2024_orders.id', '2024_orders.id'],
    ['t.2024_orders', 't.2024_orders'],
    ['größe', 'größe'],
    ["'it''s'", '"it\'s"'],
    ['"say ""x"""', '"say \\"x\\""'],
    [String.raw`'a\nb\t\'\"\\'`, String.raw`"a\nb\t'\"\\"`],
    [String.raw`'50\% \_ \q'`, String.raw`"50\\% \\_ q"`],
    [String.raw`'\u0041\U0001F600\101\0'`, `"A😀A${String.raw`\u0000`}"`],
    [String.raw`r'a\n'`, String.raw`"a\\n"`],
    [String.raw`R"it's\d"`, String.raw`"it's\\d"`],
    [`'a' 'b' "c"`, '"abc"'],
    ["X'1f'", 'x1f'],
    ["x'ABC'", 'x0ABC'],
    ['NULL', 'null'],
    ['true AND FALSE', '(AND true false)'],
    ["DATE '2024-01-31'", '(date 2024-01-31)'],
    ["TIMESTAMP'2024-01-31 10:00:00'", '(timestamp 2024-01-31 10:00:00)'],
    ['`a``b`.`c d`', '`a`b`.`c d`'],
    ['@from_id', '@from_id'],
    ['$param + ${other} + $1', '(+ (+ $param $other) $1)'],
    ['? + ?', '(+ $1 $2)'],
  ])('%s', (text, expected) => {
    expect(render(text)).toBe(expected);
  });
});

describe('intervals', () => {
  test.each([
    ["INTERVAL '7' DAY", '(interval "7" day)'],
    ['INTERVAL 7 DAYS', '(interval 7 day)'],
    ['interval 2 hours 5 minutes', '(interval 2 hour 5 minute)'],
    ["INTERVAL '2 hours 5 minutes'", '(interval "2" hour "5" minute)'],
    ["INTERVAL '-1 year'", '(interval "-1" year)'],
    ["INTERVAL '1-2' YEAR TO MONTH", '(interval "1-2" year-month)'],
    ["INTERVAL - '3' MONTH", '(interval (- "3") month)'],
    ['INTERVAL -3 MONTHS', '(interval (- 3) month)'],
    ['INTERVAL (a + 1) WEEKS', '(interval {(+ a 1)} week)'],
    ['INTERVAL n DAY', '(interval n day)'],
    ['INTERVAL @n DAY', '(interval @n day)'],
    ['a - INTERVAL 1 DAY + b', '(+ (- a (interval 1 day)) b)'],
    ['interval', 'interval'],
    ['interval + 1', '(+ interval 1)'],
  ])('%s', (text, expected) => {
    expect(render(text)).toBe(expected);
  });
});

describe('calls', () => {
  test.each([
    ['count(*)', '(count *)'],
    ['count(t.*)', '(count t.*)'],
    ['COUNT(DISTINCT a, b)', '(count distinct a b)'],
    ['count(ALL a)', '(count a)'],
    ['now()', '(now)'],
    ['db.f(1)', '(db.f 1)'],
    ['sum(a) FILTER (WHERE b > 1)', '(sum a filter((> b 1)))'],
    ['first(a IGNORE NULLS)', '(first a ignore-nulls)'],
    ['lag(a, 1) IGNORE NULLS OVER w', '(lag a 1 ignore-nulls over(w))'],
    ['lead(a) RESPECT NULLS OVER (w)', '(lead a respect-nulls over([w]))'],
    ['array_agg(a ORDER BY b DESC NULLS LAST, c)', '(array_agg a order(b desc nulls-last, c))'],
    ['percentile_cont(0.5) WITHIN GROUP (ORDER BY a)', '(percentile_cont 0.5 order(a))'],
    [
      'row_number() OVER (PARTITION BY id, b ORDER BY timestamp DESC) = 1',
      '(= (row_number over(by id b order timestamp desc)) 1)',
    ],
    [
      'sum(a) OVER (ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)',
      '(sum a over(order t rows unbounded-preceding to current-row))',
    ],
    [
      'sum(a) OVER (w RANGE BETWEEN INTERVAL 1 DAY PRECEDING AND 2 FOLLOWING)',
      '(sum a over([w] range (interval 1 day) preceding to 2 following))',
    ],
    ['sum(a) OVER (ROWS 3 PRECEDING)', '(sum a over(rows 3 preceding))'],
    ['sum(a) OVER (DISTRIBUTE BY b SORT BY c)', '(sum a over(by b order c))'],
    ['struct(a AS x, b)', '(struct x:a b)'],
    ["named_struct('x', 1)", '(named_struct "x" 1)'],
    ['transform(a, x -> x + 1)', '(transform a (-> (x) (+ x 1)))'],
    ['reduce(a, 0, (acc, y) -> acc + y)', '(reduce a 0 (-> (acc y) (+ acc y)))'],
    ['EXISTS(items, value -> value.priceTotal > 0)', '(exists items (-> (value) (> value.priceTotal 0)))'],
    ['EXISTS (SELECT 1)', '(exists (select 1))'],
    ['filter(a, i -> i IS NOT NULL)', '(filter a (-> (i) (is-not-null i)))'],
    ['model_predict(m, 1, SELECT a, b FROM t)', '(model_predict m 1 (select a, b from t))'],
    ["if(a, left(s, 2), replace(s, 'a'))", '(if a (left s 2) (replace s "a"))'],
    ['first(a) + last(b) + any(c)', '(+ (+ (first a) (last b)) (any c))'],
    ['date(a) = string(b)', '(= (date a) (string b))'],
    ["map('a', 1)['a']", '(at (map "a" 1) "a")'],
    ['array(1, 2)[0]', '(at (array 1 2) 0)'],
    ["window(ts, '1 hour').start", '(field (window ts "1 hour") start)'],
    ['CURRENT_DATE - 1', '(- (current_date) 1)'],
    ['current_timestamp()', '(current_timestamp)'],
    ['CAST(a AS DECIMAL(18, 2))', '(cast a decimal(18,2))'],
    ['try_cast(a AS int)', '(try-cast a int)'],
    ['CAST(a AS map<string, array<struct<b: int, c string>>>)', '(cast a map<string,array<struct<b:int,c:string>>>)'],
    ['cast(a AS DOUBLE PRECISION)', '(cast a double)'],
    ['a::timestamp without time zone', '(cast a timestamp_ntz)'],
    ['EXTRACT(DAY FROM t)', '(date_part "day" t)'],
    ["TRIM(BOTH 'x' FROM s)", '(btrim s "x")'],
    ["TRIM('x' FROM s)", '(btrim s "x")'],
    ["TRIM(LEADING 'x' FROM s)", '(ltrim "x" s)'],
    ['TRIM(TRAILING FROM s)', '(rtrim s)'],
    ['TRIM(s)', '(trim s)'],
    ['SUBSTRING(s FROM 2 FOR 3)', '(substring s 2 3)'],
    ['SUBSTRING(s, -4)', '(substring s (- 4))'],
    ["POSITION('a' IN s)", '(locate "a" s)'],
    ["position('a', s)", '(position "a" s)'],
    ["OVERLAY(s PLACING 'x' FROM 2 FOR 3)", '(overlay s "x" 2 3)'],
    ['timestampdiff(HOURS, a, b)', '(timestampdiff "hour" a b)'],
    ['datediff(day, b)', '(datediff day b)'],
    ["ARRAY<STRUCT<a STRING, b INT>>[('x', 1), ('y', 2)]", '(list<struct<a:string,b:int>> (row "x" 1) (row "y" 2))'],
    ['array < 3', '(< array 3)'],
  ])('%s', (text, expected) => {
    expect(render(text)).toBe(expected);
  });
});

describe('CASE, brackets and names', () => {
  test.each([
    ['CASE WHEN a > 1 THEN 2 WHEN b THEN 3 ELSE 4 END', '(case [(> a 1) 2] [b 3] else 4)'],
    ['CASE a WHEN 1 THEN CASE WHEN b THEN 2 END END', '(case a [1 (case [b 2])])'],
    ['((a))', '{{a}}'],
    ['(SELECT max(a) FROM t) + 1', '(+ (select (max a) from t) 1)'],
    ['((SELECT 1) + 2)', '{(+ (select 1) 2)}'],
    ['((SELECT 1) UNION (SELECT 2))', '(union [(select 1)] [(select 2)])'],
    ['commerce.order.purchaseID', 'commerce.order.purchaseID'],
    ['commerce.`order`.purchaseID', 'commerce.`order`.purchaseID'],
    ['date + timestamp + key + value + type + user', '(+ (+ (+ (+ (+ date timestamp) key) value) type) user)'],
    [
      'left + rank + count + first + filter + window + year',
      '(+ (+ (+ (+ (+ (+ left rank) count) first) filter) window) year)',
    ],
    ['end - start', '(- end start)'],
  ])('%s', (text, expected) => {
    expect(render(text)).toBe(expected);
  });
});
