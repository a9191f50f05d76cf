--% Aggregates and statistics

--# count: rows, values, different values
--: Spark docs, count
SELECT count(*) AS a, count(col) AS b, count(DISTINCT col) AS c, count(1) AS d FROM VALUES (NULL), (5), (5), (20) AS tab(col);
--= ["a", "b", "c", "d"]
--= [4, 3, 2, 4]

--# count: several columns count rows without NULL
--: Spark docs, count; Data Distiller docs
SELECT count(a, b) AS n, count(DISTINCT a, b) AS d FROM VALUES (1, 1), (1, 1), (1, NULL), (NULL, NULL), (2, 1) AS t(a, b);
--= ["n", "d"]
--= [3, 2]

--# count: of nothing is 0, other aggregates are NULL
--: by hand
SELECT count(*) AS a, sum(x) AS b, avg(x) AS c, max(x) AS d, collect_list(x) AS e FROM VALUES (1) AS t(x) WHERE x > 1;
--= ["a", "b", "c", "d", "e"]
--= [0, null, null, null, []]

--# sum: of integers is a bigint
--: Spark docs, sum; Data Distiller docs
SELECT sum(col) AS a, typeof(sum(col)) AS b, sum(DISTINCT col) AS c FROM VALUES (5), (10), (15), (5) AS tab(col);
--= ["a", "b", "c"]
--= [35, "bigint", 30]

--# sum: NULLs are passed over, only NULLs are NULL
--: Spark docs, sum
SELECT sum(a) AS a, sum(b) AS b FROM VALUES (NULL, cast(NULL AS int)), (10, NULL), (15, NULL) AS tab(a, b);
--= ["a", "b"]
--= [25, null]

--# sum: of decimals grows by ten digits
--: Spark source, Sum
SELECT sum(x) AS a, typeof(sum(x)) AS b, sum(d) AS c FROM VALUES (1.10, 0.5D), (2.20, 0.25D) AS t(x, d);
--= ["a", "b", "c"]
--= [3.30, "decimal(13,2)", 0.75]

--# avg: and mean
--: Spark docs, avg, mean
SELECT avg(col) AS a, mean(col) AS b, avg(n) AS c FROM VALUES (1, 1), (2, 2), (3, NULL) AS tab(col, n);
--= ["a", "b", "c"]
--= [2, 2, 1.5]

--# min: and max
--: Spark docs, min, max
SELECT max(col) AS a, min(col) AS b, max(s) AS c FROM VALUES (10, 'a'), (-1, 'c'), (20, 'b') AS tab(col, s);
--= ["a", "b", "c"]
--= [20, -1, "c"]

--# max_by: and min_by
--: Spark docs, max_by, min_by
SELECT max_by(x, y) AS a, min_by(x, y) AS b FROM VALUES ('a', 10), ('b', 50), ('c', 20) AS tab(x, y);
--= ["a", "b"]
--= ["b", "a"]

--# collect_list: with duplicates, without NULLs
--: Spark docs, collect_list
SELECT sort_array(collect_list(col)) AS a, sort_array(collect_set(col)) AS b FROM VALUES (1), (2), (1), (NULL) AS tab(col);
--= ["a", "b"]
--= [[1, 1, 2], [1, 2]]

--# array_agg: is collect_list
--: Spark docs, array_agg
SELECT sort_array(array_agg(col)) AS r FROM VALUES (1), (2), (1) AS tab(col);
--= ["r"]
--= [[1, 1, 2]]

--# collect_set: of structs, in groups
--: by hand
SELECT k, size(collect_set(struct(v))) AS n FROM VALUES ('x', 1), ('x', 1), ('x', 2), ('y', NULL) AS t(k, v) GROUP BY k ORDER BY k;
--= ["k", "n"]
--= ["x", 2]
--= ["y", 1]

--# first: and last, with NULLs passed over on request
--: Spark docs, first, last
SELECT first(col) AS a, first(col, true) AS b, last(col) AS c, last(col, true) AS d, first_value(col) IGNORE NULLS AS e FROM VALUES (NULL), (5), (20), (NULL) AS tab(col);
--= ["a", "b", "c", "d", "e"]
--= [null, 5, null, 20, 5]

--# any_value: some value
--: Spark docs, any_value
SELECT any_value(col) AS r FROM VALUES (7), (7) AS tab(col);
--= ["r"]
--= [7]

--# bool_and: every, bool_or, any and some
--: Spark docs, bool_and, bool_or
SELECT bool_and(c) AS a, every(c) AS b, bool_or(c) AS d, any(c) AS e, some(n) AS f FROM VALUES (true, NULL), (false, NULL), (NULL, NULL) AS t(c, n);
--= ["a", "b", "d", "e", "f"]
--= [false, false, true, true, null]

--# count_if: rows that hold
--: Spark docs, count_if
SELECT count_if(col % 2 = 0) AS a, count_if(col IS NULL) AS b FROM VALUES (NULL), (0), (1), (2), (3) AS tab(col);
--= ["a", "b"]
--= [2, 1]

--# FILTER: for one aggregate
--: by hand
SELECT sum(x) FILTER (WHERE x > 1) AS a, count(*) FILTER (WHERE x IS NULL) AS b, collect_list(x) FILTER (WHERE x = 3) AS c FROM VALUES (1), (2), (3), (NULL) AS t(x);
--= ["a", "b", "c"]
--= [5, 1, [3]]

--# stddev: of a sample, and of a population
--: Spark docs, stddev, stddev_samp, stddev_pop, std
SELECT stddev(col) AS a, stddev_samp(col) AS b, stddev_pop(col) AS c, std(col) AS d FROM VALUES (1), (2), (3) AS tab(col);
--= ["a", "b", "c", "d"]
--= [1, 1, 0.816496580927726, 1]

--# variance: of a sample, and of a population
--: Spark docs, variance, var_samp, var_pop
SELECT variance(col) AS a, var_samp(col) AS b, var_pop(col) AS c FROM VALUES (1), (2), (3) AS tab(col);
--= ["a", "b", "c"]
--= [1, 1, 0.6666666666666666]

--# stddev: of one row is NULL
--: Spark 3.1 migration guide
SELECT stddev(x) AS a, stddev_pop(x) AS b, var_samp(x) AS c FROM VALUES (5) AS t(x);
--= ["a", "b", "c"]
--= [null, 0, null]

--# corr: and covariances
--: Spark docs, corr, covar_pop, covar_samp
SELECT corr(c1, c2) AS a, covar_pop(c1, c2) AS b, covar_samp(c1, c2) AS c FROM VALUES (3, 2), (3, 3), (6, 4) AS tab(c1, c2);
--= ["a", "b", "c"]
--= [0.8660254037844387, 1, 1.5]

--# skewness: of the population
--: Spark docs, skewness; Data Distiller docs
SELECT skewness(col) AS r FROM VALUES (-10), (-20), (100), (1000) AS tab(col);
--= ["r"]
--= [1.1135657469022013]

--# kurtosis: excess of the population
--: Spark docs, kurtosis; Data Distiller docs
SELECT kurtosis(col) AS r FROM VALUES (-10), (-20), (100), (1000) AS tab(col);
--= ["r"]
--= [-0.7014368047529618]

--# kurtosis: a second example
--: Spark docs, kurtosis
SELECT kurtosis(col) AS r FROM VALUES (1), (10), (100), (10), (1) AS tab(col);
--= ["r"]
--= [0.19432323191698986]

--# percentile: exact, interpolated
--: Spark docs, percentile
SELECT percentile(col, 0.3) AS a, percentile(col, array(0.25, 0.75)) AS b FROM VALUES (0), (10) AS tab(col);
--= ["a", "b"]
--= [3, [2.5, 7.5]]

--# percentile: with frequencies
--: by hand: 10, 10, 10, 20 has the median 10 and 0.9 at place 2.7
SELECT percentile(x, 0.5, n) AS a, percentile(x, 0.9, n) AS b FROM VALUES (10, 3), (20, 1) AS t(x, n);
--= ["a", "b"]
--= [10, 17]

--# percentile_cont: and percentile_disc
--: Spark docs, percentile_cont, percentile_disc
SELECT percentile_cont(0.25) WITHIN GROUP (ORDER BY col) AS a, percentile_disc(0.25) WITHIN GROUP (ORDER BY col) AS b FROM VALUES (0), (10) AS tab(col);
--= ["a", "b"]
--= [2.5, 0]

--# percentile_approx: a value of the data
--: Spark docs, percentile_approx, approx_percentile
SELECT percentile_approx(col, array(0.5, 0.4, 0.1), 100) AS a, approx_percentile(col, 0.5, 100) AS b FROM VALUES (0), (1), (2), (10) AS tab(col);
--= ["a", "b"]
--= [[1, 1, 0], 1]

--# median: interpolated
--: Spark docs, median
SELECT median(col) AS a FROM VALUES (0), (10) AS tab(col);
--= ["a"]
--= [5]

--# mode: the most frequent
--: Spark docs, mode
SELECT mode(col) AS r FROM VALUES (0), (10), (10) AS tab(col);
--= ["r"]
--= [10]

--# regr_slope: and its family
--: by hand: y = 2x + 1
SELECT regr_slope(y, x) AS a, regr_intercept(y, x) AS b, regr_r2(y, x) AS c, regr_count(y, x) AS d, regr_avgx(y, x) AS e, regr_avgy(y, x) AS f FROM VALUES (1, 0), (3, 1), (5, 2), (NULL, 9) AS t(y, x);
--= ["a", "b", "c", "d", "e", "f"]
--= [2, 1, 1, 3, 1, 3]

--# regr_sxx: sxy and syy
--: by hand: deviations of x −1, 0, 1 and of y −2, 0, 2
SELECT regr_sxx(y, x) AS a, regr_sxy(y, x) AS b, regr_syy(y, x) AS c FROM VALUES (1, 0), (3, 1), (5, 2) AS t(y, x);
--= ["a", "b", "c"]
--= [2, 4, 8]

--# approx_count_distinct: different values
--: Spark docs, approx_count_distinct
SELECT approx_count_distinct(col1) AS r FROM VALUES (1), (1), (2), (2), (3) AS tab(col1);
--= ["r"]
--= [3]

--# histogram_numeric: bins of centre and count
--: Spark docs, histogram_numeric
SELECT histogram_numeric(col, 5) AS r FROM VALUES (0), (1), (2), (10) AS tab(col);
--= ["r"]
--= [[{"x": 0, "y": 1}, {"x": 1, "y": 1}, {"x": 2, "y": 1}, {"x": 10, "y": 1}]]

--# bit_and: bit_or and bit_xor
--: Spark docs, bit_and, bit_or, bit_xor
SELECT bit_and(col) AS a, bit_or(col) AS b, bit_xor(col) AS c FROM VALUES (3), (5) AS tab(col);
--= ["a", "b", "c"]
--= [1, 7, 6]

--# hll_build_agg: a sketch as text, and its estimate
--: Data Distiller docs
SELECT hll_estimate(hll_build_agg(x)) AS a, hll_estimate(hll_build_agg(x, 8)) AS b, startswith(hll_build_agg(x), 'AgEH') AS c FROM VALUES ('a'), ('b'), ('a') AS t(x);
--= ["a", "b", "c"]
--= [2, 2, true]

--# hll_merge_agg: joins sketches
--: Data Distiller docs
SELECT hll_estimate(hll_merge_agg(s)) AS a, hll_merge_count_agg(s) AS b FROM (SELECT hll_build_agg(x) AS s FROM VALUES ('d1', 'a'), ('d1', 'b'), ('d2', 'b'), ('d2', 'c') AS t(d, x) GROUP BY d);
--= ["a", "b"]
--= [3, 3]

--# hll_merge_agg: refuses sketches of different sizes
--: Data Distiller docs
SELECT hll_merge_agg(s) FROM (SELECT hll_build_agg(x, 8) AS s FROM VALUES (1) AS t(x) UNION ALL SELECT hll_build_agg(x, 10) FROM VALUES (2) AS t(x));
--! - allowDifferentLgConfigK

--# hll_merge_count_agg: takes sketches of different sizes when told to
--: Data Distiller docs
SELECT hll_merge_count_agg(s, true) AS r FROM (SELECT hll_build_agg(x, 8) AS s FROM VALUES (1) AS t(x) UNION ALL SELECT hll_build_agg(x, 10) FROM VALUES (2) AS t(x));
--= ["r"]
--= [2]

--# grouping: and grouping_id
--: Spark docs, grouping, grouping_id
SELECT name, grouping(name) AS g, sum(age) AS s FROM VALUES (2, 'Alice'), (5, 'Bob') AS people(age, name) GROUP BY cube(name) ORDER BY g, name;
--= ["name", "g", "s"]
--= ["Alice", 0, 2]
--= ["Bob", 0, 5]
--= [null, 1, 7]

--# grouping_id: bits of all grouping columns
--: by hand
SELECT a, b, grouping_id() AS g, count(*) AS n FROM VALUES ('x', 'y') AS t(a, b) GROUP BY ROLLUP (a, b) ORDER BY g;
--= ["a", "b", "g", "n"]
--= ["x", "y", 0, 1]
--= ["x", null, 1, 1]
--= [null, null, 3, 1]

--# listagg: joins texts in order
--: Spark 4 docs, listagg
SELECT listagg(x, ', ') WITHIN GROUP (ORDER BY x) AS a, string_agg(x, '-') FILTER (WHERE x = 'b') AS b FROM VALUES ('c'), ('a'), (NULL), ('b') AS t(x);
--= ["a", "b"]
--= ["a, b, c", "b"]

--# percentile: of no values is NULL
--: by hand
SELECT percentile(x, 0.5) AS a, percentile_approx(x, 0.5) AS b, median(x) AS c, mode(x) AS d FROM VALUES (cast(NULL AS int)) AS t(x);
--= ["a", "b", "c", "d"]
--= [null, null, null, null]

--# skewness: of equal values is NULL
--: Spark source, CentralMomentAgg
SELECT skewness(x) AS a, kurtosis(x) AS b, corr(x, x) AS c FROM VALUES (5), (5) AS t(x);
--= ["a", "b", "c"]
--= [null, null, null]

--# sum: DISTINCT with FILTER
--: by hand
SELECT sum(DISTINCT x) FILTER (WHERE x < 3) AS a, count(DISTINCT x) FILTER (WHERE x IS NOT NULL) AS b FROM VALUES (1), (1), (2), (3), (NULL) AS t(x);
--= ["a", "b"]
--= [3, 3]

--# min: of dates, and max of structs
--: by hand
SELECT min(d) AS a, max(struct(n, d)) AS b FROM VALUES (DATE '2024-02-01', 1), (DATE '2024-01-01', 2) AS t(d, n);
--= ["a", "b"]
--= ["2024-01-01", {"n": 2, "d": "2024-01-01"}]

--# sum: of intervals is refused
--: by hand: the product has it, and here it would give NULL
SELECT sum(x) FROM VALUES (interval '1' day) AS t(x);
--! 1:12 intervals
