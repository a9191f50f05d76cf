--% Lines of CSV

--# from_csv: a struct of its fields
--: Spark docs, from_csv
SELECT from_csv('1, 0.8', 'a INT, b DOUBLE') AS a, from_csv('26/08/2015', 'time Timestamp', map('timestampFormat', 'dd/MM/yyyy')) AS b;
--= ["a", "b"]
--= [{"a": 1, "b": 0.8}, {"time": "2015-08-26 00:00:00"}]

--# from_csv: quotes, types, and what is missing
--: Spark source, UnivocityParser
SELECT from_csv(line, 'a INT, b STRING, c BOOLEAN, d DATE, e DECIMAL(4,2)') AS r FROM VALUES ('1,"a,b",true,2024-01-05,2.50'), ('x,,TRUE'), ('2,"say \\"hi\\"",no,2024-02-30,1,9'), (''), (NULL) AS t(line);
--= ["r"]
--~ [{"a": 1, "b": "a,b", "c": true, "d": "2024-01-05", "e": 2.50}]
--~ [{"a": null, "b": null, "c": true, "d": null, "e": null}]
--~ [{"a": 2, "b": "say \"hi\"", "c": null, "d": null, "e": 1.00}]
--~ [{"a": null, "b": null, "c": null, "d": null, "e": null}]
--~ [null]

--# from_csv: options, the line that does not fit, and a schema that is inferred
--: Spark docs, CSV files, options
SELECT from_csv('5;NA; x ', 'a INT, b STRING, c STRING', map('sep', ';', 'nullValue', 'NA', 'ignoreLeadingWhiteSpace', 'true')) AS a, from_csv('x', 'a INT, _corrupt_record STRING') AS b, from_csv('1', 'a INT, _corrupt_record STRING') AS c, from_csv('5,zwei', schema_of_csv('1,abc')) AS d;
--= ["a", "b", "c", "d"]
--= [{"a": 5, "b": null, "c": "x "}, {"a": null, "_corrupt_record": "x"}, {"a": 1, "_corrupt_record": null}, {"_c0": 5, "_c1": "zwei"}]

--# from_csv: FAILFAST stops at what does not fit
--: Spark docs, CSV files, mode
SELECT from_csv('x', 'a INT', map('mode', 'FAILFAST'));
--! - does not fit its schema

--# from_csv: takes plain values only
--: Spark source, CsvToStructs
SELECT from_csv('1', 'a ARRAY<INT>');
--! 1:22 plain values

--# schema_of_csv: infers a type for each field
--: Spark docs, schema_of_csv; Spark source, CSVInferSchema
SELECT schema_of_csv('1,abc') AS a, schema_of_csv('1;3000000000;1.5;2024-01-01;2024-01-01 10:00:00;true;;99999999999999999999', map('sep', ';')) AS b;
--= ["a", "b"]
--= ["STRUCT<_c0: INT, _c1: STRING>", "STRUCT<_c0: INT, _c1: BIGINT, _c2: DOUBLE, _c3: DATE, _c4: TIMESTAMP, _c5: BOOLEAN, _c6: STRING, _c7: DECIMAL(20,0)>"]

--# to_csv: a line of a struct's fields
--: Spark docs, to_csv
SELECT to_csv(named_struct('a', 1, 'b', 2)) AS a, to_csv(named_struct('time', to_timestamp('2015-08-26', 'yyyy-MM-dd')), map('timestampFormat', 'dd/MM/yyyy')) AS b;
--= ["a", "b"]
--= ["1,2", "26/08/2015"]

--# to_csv: quotes where they must be, nothing for NULL
--: Spark docs, CSV files, options; Spark source, UnivocityGenerator
SELECT to_csv(struct(*)) AS a, to_csv(struct(*), map('sep', '|', 'nullValue', '-')) AS b FROM VALUES (1.5D, 'x,y', timestamp '2024-01-01 10:00:00', true), (NULL, 'say "hi"', NULL, false), (1e7D, ' z ', NULL, NULL), (0D, '', NULL, NULL) AS t(n, s, m, f);
--= ["a", "b"]
--~ ["1.5,\"x,y\",2024-01-01T10:00:00.000Z,true", "1.5|x,y|2024-01-01T10:00:00.000Z|true"]
--~ [",\"say \\\"hi\\\"\",,false", "-|\"say \\\"hi\\\"\"|-|false"]
--~ ["1.0E7,z,,", "1.0E7|z|-|-"]
--~ ["0.0,\"\",,", "0.0|\"\"|-|-"]

--# to_csv: takes a struct of plain values
--: Spark source, StructsToCsv
SELECT to_csv(named_struct('a', array(1)));
--! 1:15 plain values
