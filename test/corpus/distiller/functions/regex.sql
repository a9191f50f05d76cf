--% Regular expressions and patterns

--# regexp_extract: gives group 1 unless told otherwise
--: Spark docs, regexp_extract; Data Distiller docs
SELECT regexp_extract('100-200', '(\\d+)-(\\d+)', 1) AS a, regexp_extract('100-200', '(\\d+)-(\\d+)') AS b, regexp_extract('100-200', '(\\d+)-(\\d+)', 2) AS c, regexp_extract('100-200', '(\\d+)-(\\d+)', 0) AS d;
--= ["a", "b", "c", "d"]
--= ["100", "100", "200", "100-200"]

--# regexp_extract: no match gives the empty text
--: Spark source, RegExpExtract
SELECT regexp_extract('abc', '(\\d+)', 1) AS a, regexp_extract(NULL, '(\\d+)', 1) AS b;
--= ["a", "b"]
--= ["", null]

--# regexp_extract_all: all matches
--: Spark docs, regexp_extract_all
SELECT regexp_extract_all('100-200, 300-400', '(\\d+)-(\\d+)', 1) AS a, regexp_extract_all('100-200, 300-400', '(\\d+)-(\\d+)') AS b, regexp_extract_all('ipadmini', '.{2}', 0) AS c, regexp_extract_all('abc', '\\d', 0) AS d;
--= ["a", "b", "c", "d"]
--= [["100", "300"], ["100", "300"], ["ip", "ad", "mi", "ni"], []]

--# regexp_replace: replaces every match
--: Spark docs, regexp_replace; Data Distiller docs
SELECT regexp_replace('100-200', '(\\d+)', 'num') AS r;
--= ["r"]
--= ["num-num"]

--# regexp_replace: $1 stands for a group
--: by hand
SELECT regexp_replace('2024-01-31', '(\\d+)-(\\d+)-(\\d+)', '$3.$2.$1') AS a, regexp_replace('a b', ' ', '') AS b, regexp_replace(NULL, 'a', 'b') AS c;
--= ["a", "b", "c"]
--= ["31.01.2024", "ab", null]

--# regexp_replace: begins at a position
--: Spark docs, regexp_replace
SELECT regexp_replace('abcabc', 'a', 'X', 2) AS r;
--= ["r"]
--= ["abcXbc"]

--# regexp_like: any match
--: Spark docs, regexp_like
SELECT regexp_like('%SystemDrive%\\Users\\John', '%SystemDrive%\\\\Users.*') AS a, regexp_like('abc', '^b') AS b, regexp_like(NULL, 'a') AS c;
--= ["a", "b", "c"]
--= [true, false, null]

--# RLIKE: searches anywhere
--: Spark docs, rlike
SELECT 'seafood' RLIKE 'foo.*' AS a, 'a' RLIKE 'b' AS b, 'a' NOT RLIKE 'b' AS c, NULL RLIKE 'a' AS d, 'abc' REGEXP 'b' AS e;
--= ["a", "b", "c", "d", "e"]
--= [true, false, true, null, true]

--# regexp_count: so many matches
--: Spark docs, regexp_count
SELECT regexp_count('Steven Jones and Stephen Smith are the best players', 'Ste(v|ph)en') AS a, regexp_count('abcdefghijklmnopqrstuvwxyz', '[a-z]{3}') AS b, regexp_count('abc', 'x') AS c;
--= ["a", "b", "c"]
--= [2, 8, 0]

--# regexp_substr: the first match, NULL where there is none
--: Spark docs, regexp_substr
SELECT regexp_substr('Steven Jones and Stephen Smith are the best players', 'Ste(v|ph)en') AS a, regexp_substr('Steven Jones and Stephen Smith are the best players', 'Jeck') AS b;
--= ["a", "b"]
--= ["Steven", null]

--# regexp_instr: the place of the first match
--: Spark docs, regexp_instr
SELECT regexp_instr('user@spark.apache.org', '@[^.]*') AS a, regexp_instr('abc', 'x') AS b;
--= ["a", "b"]
--= [5, 0]

--# split: by a regular expression
--: Spark docs, split; Data Distiller docs
SELECT split('oneAtwoBthreeC', '[ABC]') AS a, split('oneAtwoBthreeC', '[ABC]', -1) AS b, split('oneAtwoBthreeC', '[ABC]', 2) AS c;
--= ["a", "b", "c"]
--= [["one", "two", "three", ""], ["one", "two", "three", ""], ["one", "twoBthreeC"]]

--# split: special characters are escaped
--: by hand
SELECT split('a.b.c', '\\.') AS a, split('a|b', '\\|') AS b, split('a,b', ',')[0] AS c, split('', ',') AS d, split(NULL, ',') AS e;
--= ["a", "b", "c", "d", "e"]
--= [["a", "b", "c"], ["a", "b"], "a", [""], null]

--# LIKE: _ is one character and % any number
--: Spark docs, like
SELECT 'Spark' LIKE '_park' AS a, 'Spark' LIKE '%ark' AS b, 'Spark' LIKE 'spark' AS c, 'Spark' NOT LIKE 'S%' AS d, NULL LIKE 'a' AS e;
--= ["a", "b", "c", "d", "e"]
--= [true, true, false, false, null]

--# LIKE: a backslash escapes, or another character
--: Spark docs, like
SELECT '10%' LIKE '10\\%' AS a, '100' LIKE '10\\%' AS b, 'a_b' LIKE 'a/_b' ESCAPE '/' AS c, 'axb' LIKE 'a/_b' ESCAPE '/' AS d;
--= ["a", "b", "c", "d"]
--= [true, false, true, false]

--# ILIKE: without regard to case
--: Spark docs, ilike
SELECT 'Spark' ILIKE '_PARK' AS a, 'Spark' NOT ILIKE 's%' AS b;
--= ["a", "b"]
--= [true, false]

--# LIKE ANY: and LIKE ALL take several patterns
--: Spark docs, LIKE predicate
SELECT 'Spark' LIKE ANY ('x%', '%k') AS a, 'Spark' LIKE ALL ('S%', '%k') AS b, 'Spark' LIKE ALL ('S%', '%x') AS c;
--= ["a", "b", "c"]
--= [true, true, false]

--# RLIKE: looks around, and matches a group again
--: Java, Pattern, by which Spark matches
SELECT a RLIKE '^(?!x)' AS a, a RLIKE '(.)\\1' AS b, a NOT RLIKE '(?<=a)b' AS c, regexp_like(a, '(?i)(A)\\1') AS d FROM VALUES ('xaa'), ('yab'), (NULL) AS t(a);
--= ["a", "b", "c", "d"]
--~ [false, true, true, true]
--~ [true, false, false, false]
--~ [null, null, null, null]

--# regexp_replace: looks around, named groups
--: Java, Pattern and Matcher.appendReplacement
SELECT regexp_replace('1234567', '(?<=\\d)(?=(\\d{3})+$)', ',') AS a, regexp_replace('abc', '(?<x>b)', '[${x}]') AS b, regexp_replace('a.b', '(?=b)', '\\$') AS c;
--= ["a", "b", "c"]
--= ["1,234,567", "a[b]c", "a.$b"]

--# regexp_extract: and its kin with looks around and groups matched again
--: Java, Pattern; by hand
SELECT regexp_extract('user@x.org', '(?<=@)(\\w+)', 1) AS a, regexp_extract('user', '(?<=@)(\\w+)', 1) AS b, regexp_extract_all('a1 b2', '(?<=[a-z])(\\d)') AS c, regexp_count('aabbcd', '(.)\\1') AS d, regexp_instr('xaab', '(a)\\1') AS e, regexp_instr('xab', '(a)\\1') AS f, regexp_substr('xaab', '(a)\\1') AS g, regexp_extract(NULL, '(?=a)(b)') AS h;
--= ["a", "b", "c", "d", "e", "f", "g", "h"]
--= ["x", "", ["1", "2"], 2, 2, 0, "aa", null]

--# split: between what stands beside
--: Java, Pattern.split
SELECT split('camelCaseText', '(?=[A-Z])') AS a, split('a1b2c', '(?<=\\d)') AS b, split('a1b2c', '(?<=\\d)', 2) AS c;
--= ["a", "b", "c"]
--= [["camel", "Case", "Text"], ["a1", "b2", "c"], ["a1", "b2c"]]
