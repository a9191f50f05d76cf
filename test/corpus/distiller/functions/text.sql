--% Text functions

--# substring: counts from 1, and 0 counts as 1
--: Spark docs, substring; Data Distiller docs
SELECT substring('abcdef', 0, 2) AS a, substring('abcdef', 1, 2) AS b, substring('Spark SQL', 5, 1) AS c;
--= ["a", "b", "c"]
--= ["ab", "ab", "k"]

--# substring: without a length reads to the end
--: Spark docs, substring
SELECT substring('Spark SQL', 5) AS r;
--= ["r"]
--= ["k SQL"]

--# substring: a negative position counts from the end
--: Spark docs, substring
SELECT substring('Spark SQL', -3) AS a, substring('555-0199', -4) AS b, substring('abc', -5, 3) AS c;
--= ["a", "b", "c"]
--= ["SQL", "0199", "a"]

--# substring: a length of 0 or less gives the empty text, NULL gives NULL
--: by hand
SELECT substring('abc', 1, 0) AS a, substring('abc', 1, -1) AS b, substring(NULL, 1, 1) AS c, substring('abc', 9) AS d;
--= ["a", "b", "c", "d"]
--= ["", "", null, ""]

--# substring: reads bytes of a binary
--: Spark docs, substring
SELECT substring(encode('Spark SQL', 'utf-8'), 5) AS r;
--= ["r"]
--= [{"hex": "6B2053514C"}]

--# substring: FROM and FOR
--: Spark docs, substring
SELECT substring('Spark SQL' FROM 5) AS a, substring('Spark SQL' FROM -3) AS b, substring('Spark SQL' FROM 5 FOR 1) AS c;
--= ["a", "b", "c"]
--= ["k SQL", "SQL", "k"]

--# substr: is substring
--: Spark docs, substr
SELECT substr('Spark SQL', 5) AS a, substr('Spark SQL', -3) AS b, substr('Spark SQL', 5, 1) AS c;
--= ["a", "b", "c"]
--= ["k SQL", "SQL", "k"]

--# substring_index: counts delimiters from the left or from the right
--: Spark docs, substring_index
SELECT substring_index('www.apache.org', '.', 2) AS a, substring_index('www.apache.org', '.', -2) AS b;
--= ["a", "b"]
--= ["www.apache", "apache.org"]

--# substring_index: 0 is empty, too many give the whole text
--: by hand
SELECT substring_index('a.b', '.', 0) AS a, substring_index('a.b', '.', 5) AS b, substring_index('a.b', '.', -5) AS c, substring_index(NULL, '.', 1) AS d;
--= ["a", "b", "c", "d"]
--= ["", "a.b", "a.b", null]

--# concat: one NULL makes NULL
--: Spark docs, concat; Data Distiller docs
SELECT concat('Spark', 'SQL') AS a, concat('a', NULL) AS b, concat('a', 1, 2.5) AS c;
--= ["a", "b", "c"]
--= ["SparkSQL", null, "a12.5"]

--# concat_ws: passes over NULLs and takes arrays
--: Spark docs, concat_ws
SELECT concat_ws(' ', 'Spark', 'SQL') AS a, concat_ws('s') AS b, concat_ws('/', 'foo', NULL, 'bar') AS c, concat_ws(NULL, 'Spark', 'SQL') AS d;
--= ["a", "b", "c", "d"]
--= ["Spark SQL", "", "foo/bar", null]

--# concat_ws: joins the items of an array
--: by hand
SELECT concat_ws('-', array('a', 'b'), 'c', array('d', NULL)) AS r;
--= ["r"]
--= ["a-b-c-d"]

--# ||: joins texts, and NULL makes NULL
--: Spark docs, ||
SELECT 'Spark' || 'SQL' AS a, 'a' || NULL AS b, 'a' || 1 AS c;
--= ["a", "b", "c"]
--= ["SparkSQL", null, "a1"]

--# length: counts characters with trailing spaces, and bytes of a binary
--: Spark docs, length
SELECT length('Spark SQL ') AS a, length('') AS b, length(NULL) AS c, length('é') AS d, length(encode('é', 'utf-8')) AS e;
--= ["a", "b", "c", "d", "e"]
--= [10, 0, null, 1, 2]

--# char_length: and character_length count characters
--: Spark docs, char_length
SELECT char_length('Spark SQL ') AS a, character_length('Spark SQL ') AS b;
--= ["a", "b"]
--= [10, 10]

--# bit_length: counts bits
--: Spark docs, bit_length
SELECT bit_length('Spark SQL') AS a, bit_length('é') AS b, bit_length(NULL) AS c;
--= ["a", "b", "c"]
--= [72, 16, null]

--# octet_length: counts bytes
--: Spark docs, octet_length
SELECT octet_length('Spark SQL') AS a, octet_length('é') AS b;
--= ["a", "b"]
--= [9, 2]

--# upper: and ucase
--: Spark docs, upper, ucase
SELECT upper('SparkSql') AS a, ucase('SparkSql') AS b, upper(NULL) AS c;
--= ["a", "b", "c"]
--= ["SPARKSQL", "SPARKSQL", null]

--# lower: and lcase
--: Spark docs, lower, lcase
SELECT lower('SparkSql') AS a, lcase('SparkSql') AS b, lower('') AS c;
--= ["a", "b", "c"]
--= ["sparksql", "sparksql", ""]

--# initcap: raises the first letter of words and lowers the others
--: Spark docs, initcap
SELECT initcap('sPark sql') AS a, initcap('two  spaces') AS b, initcap(NULL) AS c, initcap('a-b') AS d;
--= ["a", "b", "c", "d"]
--= ["Spark Sql", "Two  Spaces", null, "A-b"]

--# trim: takes spaces off both ends
--: Spark docs, trim
SELECT trim('    SparkSQL   ') AS a, trim(BOTH FROM '    SparkSQL   ') AS b, trim(LEADING FROM '    SparkSQL   ') AS c, trim(TRAILING FROM '    SparkSQL   ') AS d;
--= ["a", "b", "c", "d"]
--= ["SparkSQL", "SparkSQL", "SparkSQL   ", "    SparkSQL"]

--# trim: takes characters off both ends
--: Spark docs, trim
SELECT trim('SL' FROM 'SSparkSQLS') AS a, trim(BOTH 'SL' FROM 'SSparkSQLS') AS b, trim(LEADING 'SL' FROM 'SSparkSQLS') AS c, trim(TRAILING 'SL' FROM 'SSparkSQLS') AS d;
--= ["a", "b", "c", "d"]
--= ["parkSQ", "parkSQ", "parkSQLS", "SSparkSQ"]

--# ltrim: spaces, or characters
--: Spark docs, ltrim
SELECT ltrim('    SparkSQL   ') AS a, ltrim(NULL) AS b;
--= ["a", "b"]
--= ["SparkSQL   ", null]

--# rtrim: spaces at the end
--: Spark docs, rtrim
SELECT rtrim('    SparkSQL   ') AS r;
--= ["r"]
--= ["    SparkSQL"]

--# btrim: spaces or characters on both ends
--: Spark docs, btrim
SELECT btrim('    SparkSQL   ') AS a, btrim('SSparkSQLS', 'SL') AS b;
--= ["a", "b"]
--= ["SparkSQL", "parkSQ"]

--# lpad: pads, and cuts what is longer
--: Spark docs, lpad
SELECT lpad('hi', 5, '??') AS a, lpad('hi', 1, '??') AS b, lpad('hi', 5) AS c, lpad(NULL, 5, 'x') AS d;
--= ["a", "b", "c", "d"]
--= ["???hi", "h", "   hi", null]

--# rpad: pads, and cuts what is longer
--: Spark docs, rpad
SELECT rpad('hi', 5, '??') AS a, rpad('hi', 1, '??') AS b, rpad('hi', 5) AS c;
--= ["a", "b", "c"]
--= ["hi???", "h", "hi   "]

--# lpad: an empty padding changes nothing that is shorter
--: Spark source, UTF8String.lpad
SELECT lpad('hi', 5, '') AS a, rpad('hi', 5, '') AS b;
--= ["a", "b"]
--= ["hi", "hi"]

--# repeat: a text again and again
--: Spark docs, repeat
SELECT repeat('123', 2) AS a, repeat('a', 0) AS b, repeat('a', -1) AS c, repeat(NULL, 2) AS d;
--= ["a", "b", "c", "d"]
--= ["123123", "", "", null]

--# space: so many spaces
--: Spark docs, space
SELECT concat(space(2), '1') AS a, space(0) AS b, length(space(3)) AS c, space(-1) AS d;
--= ["a", "b", "c", "d"]
--= ["  1", "", 3, ""]

--# reverse: of a text
--: Spark docs, reverse
SELECT reverse('Spark SQL') AS a, reverse('') AS b, reverse(NULL) AS c;
--= ["a", "b", "c"]
--= ["LQS krapS", "", null]

--# replace: all places, and none for an empty search
--: Spark docs, replace
SELECT replace('ABCabc', 'abc', 'DEF') AS a, replace('aXbX', 'X') AS b, replace('abc', '', 'x') AS c, replace(NULL, 'a', 'b') AS d;
--= ["a", "b", "c", "d"]
--= ["ABCDEF", "ab", "abc", null]

--# translate: letter by letter; letters without a partner are removed
--: Spark docs, translate
SELECT translate('AaBbCc', 'abc', '123') AS a, translate('translate', 'rnlt', '123') AS b;
--= ["a", "b"]
--= ["A1B2C3", "1a2s3ae"]

--# overlay: puts a text over another
--: Spark docs, overlay
SELECT overlay('Spark SQL' PLACING '_' FROM 6) AS a, overlay('Spark SQL' PLACING 'CORE' FROM 7) AS b, overlay('Spark SQL' PLACING 'ANSI ' FROM 7 FOR 0) AS c, overlay('Spark SQL' PLACING 'tructured' FROM 2 FOR 4) AS d;
--= ["a", "b", "c", "d"]
--= ["Spark_SQL", "Spark CORE", "Spark ANSI SQL", "Structured SQL"]

--# left: the first characters
--: Spark docs, left
SELECT left('Spark SQL', 3) AS a, left('ab', 5) AS b, left('ab', 0) AS c, left('ab', -1) AS d, left(NULL, 1) AS e;
--= ["a", "b", "c", "d", "e"]
--= ["Spa", "ab", "", "", null]

--# right: the last characters
--: Spark docs, right
SELECT right('Spark SQL', 3) AS a, right('ab', 5) AS b, right('ab', 0) AS c, right('ab', -1) AS d;
--= ["a", "b", "c", "d"]
--= ["SQL", "ab", "", ""]

--# instr: the first place, 0 where there is none
--: Spark docs, instr
SELECT instr('SparkSQL', 'SQL') AS a, instr('abc', 'x') AS b, instr('abc', '') AS c, instr(NULL, 'a') AS d;
--= ["a", "b", "c", "d"]
--= [6, 0, 1, null]

--# locate: the text sought comes first, and a start may follow
--: Spark docs, locate
SELECT locate('bar', 'foobarbar') AS a, locate('bar', 'foobarbar', 5) AS b, locate('x', 'abc') AS c, locate('a', 'abc', 0) AS d;
--= ["a", "b", "c", "d"]
--= [4, 7, 0, 0]

--# position: also with IN
--: Spark docs, position
SELECT position('bar', 'foobarbar') AS a, position('bar', 'foobarbar', 5) AS b, position('bar' IN 'foobarbar') AS c;
--= ["a", "b", "c"]
--= [4, 7, 4]

--# find_in_set: the place in a list with commas
--: Spark docs, find_in_set
SELECT find_in_set('ab', 'abc,b,ab,c,def') AS a, find_in_set('x', 'a,b') AS b, find_in_set('a,b', 'a,b') AS c, find_in_set(NULL, 'a') AS d;
--= ["a", "b", "c", "d"]
--= [3, 0, 0, null]

--# contains: whether a text is in another
--: Spark docs, contains
SELECT contains('Spark SQL', 'Spark') AS a, contains('Spark SQL', 'SPARK') AS b, contains('Spark SQL', NULL) AS c;
--= ["a", "b", "c"]
--= [true, false, null]

--# startswith: and endswith
--: Spark docs, startswith, endswith
SELECT startswith('Spark SQL', 'Spark') AS a, startswith('Spark SQL', 'SQL') AS b, endswith('Spark SQL', 'SQL') AS c, endswith('Spark SQL', NULL) AS d;
--= ["a", "b", "c", "d"]
--= [true, false, true, null]

--# elt: the text of a number
--: Spark docs, elt
SELECT elt(1, 'scala', 'java') AS a, elt(2, 'a', 1) AS b, elt(3, 'a', 'b') AS c, elt(0, 'a', 'b') AS d;
--= ["a", "b", "c", "d"]
--= ["scala", "1", null, null]

--# ascii: the number of the first character
--: Spark docs, ascii
SELECT ascii('222') AS a, ascii('') AS b, ascii(2) AS c, ascii(NULL) AS d;
--= ["a", "b", "c", "d"]
--= [50, 0, 50, null]

--# chr: and char, of a number modulo 256
--: Spark docs, chr, char
SELECT chr(65) AS a, char(65) AS b, chr(321) AS c, chr(-1) AS d;
--= ["a", "b", "c", "d"]
--= ["A", "A", "A", ""]

--# levenshtein: edits between two texts
--: Spark docs, levenshtein
SELECT levenshtein('kitten', 'sitting') AS a, levenshtein('', 'abc') AS b, levenshtein('a', NULL) AS c;
--= ["a", "b", "c"]
--= [3, 3, null]

--# levenshtein: a limit that is passed gives -1
--: Spark docs, levenshtein
SELECT levenshtein('kitten', 'sitting', 2) AS a, levenshtein('kitten', 'sitting', 3) AS b;
--= ["a", "b"]
--= [-1, 3]

--# soundex: the code of a word
--: Spark docs, soundex
SELECT soundex('Miller') AS a, soundex('Robert') AS b, soundex('Rupert') AS c, soundex('Ashcraft') AS d, soundex('') AS e;
--= ["a", "b", "c", "d", "e"]
--= ["M460", "R163", "R163", "A261", ""]

--# format_number: thousands and places
--: Spark docs, format_number
SELECT format_number(12332.123456, 4) AS a, format_number(12332.123456, '##################.###') AS b, format_number(1234, 0) AS c, format_number(NULL, 2) AS d;
--= ["a", "b", "c", "d"]
--= ["12,332.1235", "12332.123", "1,234", null]

--# format_string: and printf
--: Spark docs, format_string, printf
SELECT format_string('Hello World %d %s', 100, 'days') AS a, printf('Hello World %d %s', 100, 'days') AS b, format_string('%05.1f|%-4s|%x', 3.14159D, 'ab', 255) AS c;
--= ["a", "b", "c"]
--= ["Hello World 100 days", "Hello World 100 days", "003.1|ab  |ff"]

--# sentences: words of sentences
--: Spark docs, sentences
SELECT sentences('Hi there! Good morning.') AS r;
--= ["r"]
--= [[["Hi", "there"], ["Good", "morning"]]]

--# encode: text to bytes
--: Spark docs, encode
SELECT encode('abc', 'utf-8') AS a, encode('é', 'iso-8859-1') AS b, encode(NULL, 'utf-8') AS c;
--= ["a", "b", "c"]
--= [{"hex": "616263"}, {"hex": "E9"}, null]

--# decode: bytes to text
--: Spark docs, decode
SELECT decode(encode('abc', 'utf-8'), 'utf-8') AS a, decode(X'E9', 'iso-8859-1') AS b;
--= ["a", "b"]
--= ["abc", "é"]

--# decode: chooses by value, as CASE does, and NULL equals NULL
--: Spark docs, decode
SELECT decode(2, 1, 'Southlake', 2, 'San Francisco', 'Non domestic') AS a, decode(6, 1, 'Southlake', 'Non domestic') AS b, decode(6, 1, 'Southlake') AS c, decode(NULL, 6, 'Spark', NULL, 'SQL', 4, 'rocks') AS d;
--= ["a", "b", "c", "d"]
--= ["San Francisco", "Non domestic", null, "SQL"]

--# base64: of a text or of bytes
--: Spark docs, base64
SELECT base64('Spark SQL') AS a, base64(X'537061726B2053514C') AS b, base64('') AS c, base64(NULL) AS d;
--= ["a", "b", "c", "d"]
--= ["U3BhcmsgU1FM", "U3BhcmsgU1FM", "", null]

--# unbase64: gives bytes
--: Spark docs, unbase64
SELECT unbase64('U3BhcmsgU1FM') AS a, cast(unbase64('U3BhcmsgU1FM') AS string) AS b, unbase64(NULL) AS c;
--= ["a", "b", "c"]
--= [{"hex": "537061726B2053514C"}, "Spark SQL", null]

--# hex: of numbers, texts and bytes
--: Spark docs, hex
SELECT hex(17) AS a, hex('Spark SQL') AS b, hex(-1) AS c, hex(X'0A') AS d, hex(0) AS e;
--= ["a", "b", "c", "d", "e"]
--= ["11", "537061726B2053514C", "FFFFFFFFFFFFFFFF", "0A", "0"]

--# unhex: gives bytes, and NULL for what is not hexadecimal
--: Spark docs, unhex
SELECT decode(unhex('537061726B2053514C'), 'UTF-8') AS a, unhex('F') AS b, unhex('zz') AS c;
--= ["a", "b", "c"]
--= ["Spark SQL", {"hex": "0F"}, null]

--# bin: binary digits of a long
--: Spark docs, bin
SELECT bin(13) AS a, bin(-13) AS b, bin(13.3) AS c, bin(0) AS d;
--= ["a", "b", "c", "d"]
--= ["1101", "1111111111111111111111111111111111111111111111111111111111110011", "1101", "0"]

--# conv: between bases
--: Spark docs, conv
SELECT conv('100', 2, 10) AS a, conv(-10, 16, -10) AS b, conv('ff', 16, 10) AS c, conv('zz', 10, 16) AS d;
--= ["a", "b", "c", "d"]
--= ["4", "-16", "255", "0"]

--# mask: letters, digits and others
--: Spark docs, mask
SELECT mask('abcd-EFGH-8765-4321') AS a, mask('abcd-EFGH-8765-4321', 'Q') AS b, mask('AbCD123-@$#', 'Q', 'q') AS c, mask('AbCD123-@$#', 'Q', 'q', 'd') AS d, mask('AbCD123-@$#', 'Q', 'q', 'd', 'o') AS e;
--= ["a", "b", "c", "d", "e"]
--= ["xxxx-XXXX-nnnn-nnnn", "xxxx-QQQQ-nnnn-nnnn", "QqQQnnn-@$#", "QqQQddd-@$#", "QqQQdddoooo"]

--# mask: NULL keeps a kind of character
--: Spark docs, mask
SELECT mask('AbCD123-@$#', NULL, 'q', 'd', 'o') AS a, mask('AbCD123-@$#', NULL, NULL, 'd', 'o') AS b, mask('AbCD123-@$#', NULL, NULL, NULL, NULL) AS c, mask(NULL) AS d;
--= ["a", "b", "c", "d"]
--= ["AqCDdddoooo", "AbCDdddoooo", "AbCD123-@$#", null]

--# luhn_check: card numbers
--: Spark docs, luhn_check
SELECT luhn_check('8112189876') AS a, luhn_check('79927398713') AS b, luhn_check('79927398714') AS c;
--= ["a", "b", "c"]
--= [true, true, false]

--# split_part: one part, from the left or the right
--: Spark docs, split_part
SELECT split_part('11.12.13', '.', 3) AS a, split_part('a@b.com', '@', 2) AS b, split_part('11.12.13', '.', -1) AS c, split_part('11.12.13', '.', 5) AS d;
--= ["a", "b", "c", "d"]
--= ["13", "b.com", "13", ""]

--# uuid: 36 characters, every row its own
--: by hand
SELECT count(DISTINCT u) AS different, min(length(u)) AS shortest, bool_and(u RLIKE '^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$') AS formed FROM (SELECT uuid() AS u FROM (SELECT explode(sequence(1, 20))));
--= ["different", "shortest", "formed"]
--= [20, 36, true]

--# to_number: by a pattern
--: Spark docs, to_number
SELECT to_number('454', '999') AS a, to_number('454.00', '000.00') AS b, to_number('12,454', '99,999') AS c, to_number('$78.12', '$99.99') AS d;
--= ["a", "b", "c", "d"]
--= [454, 454, 12454, 78.12]

--# to_char: by a pattern
--: Spark docs, to_char
SELECT to_char(454, '999') AS a, to_char(454.00, '000D00') AS b, to_char(12454, '99G999') AS c, to_char(78.12, '$99.99') AS d;
--= ["a", "b", "c", "d"]
--= ["454", "454.00", "12,454", "$78.12"]

--# to_binary: hexadecimal, base64 and UTF-8
--: Spark docs, to_binary, try_to_binary
SELECT to_binary('616263', 'hex') AS a, to_binary('YWJj', 'base64') AS b, to_binary('abc', 'utf-8') AS c, try_to_binary('zz', 'hex') AS d;
--= ["a", "b", "c", "d"]
--= [{"hex": "616263"}, {"hex": "616263"}, {"hex": "616263"}, null]

--# to_varchar: is to_char, and try_to_number gives NULL
--: Spark docs, to_varchar, try_to_number
SELECT to_varchar(454, '999') AS a, try_to_number('$78.12', '$99.99') AS b, try_to_number('x', '999') AS c;
--= ["a", "b", "c"]
--= ["454", 78.12, null]

--# len: is length
--: Spark docs, len
SELECT len('Spark SQL ') AS r;
--= ["r"]
--= [10]

--# upper: letters with accents, and other scripts
--: Unicode
SELECT upper('grün é') AS a, lower('ÄÖÜ ΑΒ') AS b, length('日本') AS c, reverse('日本') AS d, substring('日本語', 2, 1) AS e;
--= ["a", "b", "c", "d", "e"]
--= ["GRÜN É", "äöü αβ", 2, "本日", "本"]

--# upper: and lower with letters that become several, and the final sigma
--: Unicode, SpecialCasing; Java's String.toUpperCase and toLowerCase
SELECT upper('straße') AS a, upper(concat('ﬁ', 'x')) AS b, lower('İ') AS c, lower('ΑΣ ΣΑ') AS d, upper(x) AS e, lower(upper(x)) AS f FROM VALUES ('Fuß') AS t(x);
--= ["a", "b", "c", "d", "e", "f"]
--= ["STRASSE", "FIX", "i̇", "ας σα", "FUSS", "fuss"]

--# initcap: letter for letter
--: Java's Character.toTitleCase
SELECT initcap('ßtraße éa') AS a, initcap('ǆ ΣΑΣ') AS b;
--= ["a", "b"]
--= ["ßtraße Éa", "ǅ Σας"]

--# concat: of nothing is the empty text
--: Spark source, Concat
SELECT concat() AS a, concat('') AS b;
--= ["a", "b"]
--= ["", ""]

--# charindex: is locate
--: Spark docs, charindex
SELECT charindex('bar', 'foobarbar') AS r;
--= ["r"]
--= [4]

--# lpad: and rpad of bytes
--: Spark docs, lpad and rpad
SELECT hex(lpad(unhex('aabb'), 5)) AS a, hex(lpad(unhex('aabb'), 5, unhex('1122'))) AS b, hex(rpad(unhex('aabb'), 5)) AS c, hex(rpad(unhex('aabb'), 5, unhex('1122'))) AS d, hex(lpad(unhex('aabb'), 1)) AS e;
--= ["a", "b", "c", "d", "e"]
--= ["000000AABB", "112211AABB", "AABB000000", "AABB112211", "AA"]

--# try_to_binary: NULL for what is no base 64
--: Spark docs, try_to_binary
SELECT try_to_binary('a!', 'base64') AS a, try_to_binary('U3Bh', 'base64') AS b, try_to_binary('U3Bhcg==', 'base64') AS c;
--= ["a", "b", "c"]
--= [null, {"hex": "537061"}, {"hex": "53706172"}]

--# concat: NULL that is written out, within functions
--: by hand: NULL in, NULL out
SELECT crc32(NULL || 'x') AS a, date_format(NULL || 'x', 'y') AS b, initcap('a' || NULL) AS c, soundex(concat(NULL, 'x')) AS d;
--= ["a", "b", "c", "d"]
--= [null, null, null, null]
