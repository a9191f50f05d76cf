--% Types of results

--# typeof: arithmetic
--: Spark source, arithmetic and decimal precision
SELECT typeof(1 + 1L) AS a, typeof(1 / 2) AS b, typeof(2 * 1.5) AS c, typeof(1 + 1.5D) AS d, typeof(1S + 1Y) AS e, typeof(-1) AS f, typeof(1 % 2L) AS g;
--= ["a", "b", "c", "d", "e", "f", "g"]
--= ["bigint", "double", "decimal(4,1)", "double", "smallint", "int", "bigint"]

--# typeof: values of several types brought together
--: Spark source, TypeCoercion
SELECT typeof(CASE WHEN true THEN 1 ELSE 2.5 END) AS a, typeof(coalesce(1, 2L)) AS b, typeof(nvl(1, 'a')) AS c, typeof(if(true, 1, 2.5D)) AS d, typeof(array(1, 2L)) AS e, typeof(coalesce(NULL, DATE '2024-01-01')) AS f, typeof(greatest(1, 2.5D)) AS g;
--= ["a", "b", "c", "d", "e", "f", "g"]
--= ["decimal(11,1)", "bigint", "string", "double", "array<bigint>", "date", "double"]

--# typeof: aggregates
--: Spark source, aggregates
SELECT typeof(count(*)) AS a, typeof(sum(x)) AS b, typeof(avg(x)) AS c, typeof(sum(d)) AS d, typeof(avg(d)) AS e, typeof(max(x)) AS f, typeof(collect_list(x)) AS g, typeof(percentile(x, 0.5)) AS h, typeof(percentile_approx(x, 0.5)) AS i, typeof(count_if(x > 0)) AS j FROM VALUES (1, 1.5) AS t(x, d);
--= ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]
--= ["bigint", "bigint", "double", "decimal(12,1)", "decimal(6,5)", "int", "array<int>", "double", "int", "bigint"]

--# typeof: windows
--: Spark source, window functions
SELECT typeof(row_number() OVER (ORDER BY x)) AS a, typeof(rank() OVER (ORDER BY x)) AS b, typeof(ntile(2) OVER (ORDER BY x)) AS c, typeof(percent_rank() OVER (ORDER BY x)) AS d, typeof(lag(x) OVER (ORDER BY x)) AS e, typeof(sum(x) OVER (ORDER BY x)) AS f FROM VALUES (1) AS t(x);
--= ["a", "b", "c", "d", "e", "f"]
--= ["int", "int", "int", "double", "int", "bigint"]

--# typeof: texts and places
--: Spark docs
SELECT typeof(length('a')) AS a, typeof(instr('a', 'a')) AS b, typeof(split('a', ',')) AS c, typeof(ascii('a')) AS d, typeof(size(array(1))) AS e, typeof(array_position(array(1), 1)) AS f, typeof(levenshtein('a', 'b')) AS g, typeof(encode('a', 'utf-8')) AS h;
--= ["a", "b", "c", "d", "e", "f", "g", "h"]
--= ["int", "int", "array<string>", "int", "int", "bigint", "int", "binary"]

--# typeof: hashes
--: Spark docs
SELECT typeof(hash(1)) AS a, typeof(xxhash64(1)) AS b, typeof(crc32('a')) AS c, typeof(md5('a')) AS d, typeof(sha2('a', 256)) AS e;
--= ["a", "b", "c", "d", "e"]
--= ["int", "bigint", "bigint", "string", "string"]

--# typeof: dates and times
--: Spark docs
SELECT typeof(datediff('2024-01-02', '2024-01-01')) AS a, typeof(months_between('2024-01-02', '2024-01-01')) AS b, typeof(date_add('2024-01-01', 1)) AS c, typeof(from_unixtime(0)) AS d, typeof(year('2024-01-01')) AS e, typeof(to_timestamp('2024-01-01')) AS f, typeof(current_date) AS g, typeof(trunc('2024-01-01', 'MM')) AS h, typeof(date_format('2024-01-01', 'y')) AS i;
--= ["a", "b", "c", "d", "e", "f", "g", "h", "i"]
--= ["int", "double", "date", "string", "int", "timestamp", "date", "date", "string"]

--# typeof: numbers
--: Spark source, Ceil, Floor, Round
SELECT typeof(floor(1.5)) AS a, typeof(round(2.5)) AS b, typeof(round(25, -1)) AS c, typeof(round(2.5D, 1)) AS d, typeof(sqrt(4)) AS e, typeof(abs(-1L)) AS f, typeof(sign(-2)) AS g, typeof(factorial(3)) AS h, typeof(pmod(7, 3)) AS i, typeof(power(2, 3)) AS j;
--= ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]
--= ["decimal(2,0)", "decimal(2,0)", "int", "double", "double", "bigint", "double", "bigint", "int", "double"]

--# typeof: nested values
--: Spark docs
SELECT typeof(map('a', array(1))) AS a, typeof(struct(1 AS x, 'y' AS y)) AS b, typeof(map_entries(map('a', 1))) AS c, typeof(transform(array(1), x -> x + 0.5D)) AS d, typeof(sequence(1, 3)) AS e, typeof(element_at(map('a', 1L), 'a')) AS f;
--= ["a", "b", "c", "d", "e", "f"]
--= ["map<string,array<int>>", "struct<x:int,y:string>", "array<struct<key:string,value:int>>", "array<double>", "array<int>", "bigint"]

--# decimal: sums and quotients are exact
--: by hand; Spark docs, decimal precision rules
SELECT 0.1 + 0.2 AS a, 10 / 3.0 AS b, avg(x) AS c FROM VALUES (1.10), (2.25) AS t(x);
--= ["a", "b", "c"]
--= [0.3, 3.333333, 1.675]
