import { describe, expect, test } from 'vitest';
import { parseDistiller } from '../../../../../src/dialect/distiller/parse/index.ts';
import { renderStatement } from './render-statement.ts';

const render = (text: string) => renderStatement(parseDistiller(text));
const cases = (title: string, table: readonly (readonly [text: string, expected: string])[]) =>
  describe(title, () => {
    test.each(table)('%s', (text, expected) => {
      expect(render(text)).toBe(expected);
    });
  });

cases('tables', [
  [
    "CREATE TABLE IF NOT EXISTS t WITH (schema='Profile title', rowvalidation='false', LABEL='PROFILE') AS (SELECT a FROM b)",
    'create-table ifNotExists name=t options=[{key="schema" value="Profile title"}; {key="rowvalidation" value="false"}; {key="label" value="PROFILE"}] query=(select a from b)',
  ],
  [
    "CREATE TABLE t (userId TEXT PRIMARY IDENTITY NAMESPACE 'Email', orders INTEGER NOT NULL COMMENT 'how many', revenue DECIMAL(18,2)) WITH (LABEL='PROFILE')",
    'create-table columns=[{identity={namespace="Email" primary} name=userId type=text}; {comment="how many" name=orders notNull type=integer}; {name=revenue type=decimal(18,2)}] name=t options=[{key="label" value="PROFILE"}]',
  ],
  ['CREATE TEMP TABLE t AS SELECT 1', 'create-table name=t query=(select 1) temporary'],
  ['CREATE OR REPLACE TABLE t (SELECT 1)', 'create-table name=t orReplace query=(select 1)'],
  [
    'CREATE TABLE db.sch.t WITH (DISTRIBUTION = HASH(customer_id)) AS SELECT cast(null AS int) c WHERE false',
    'create-table name=db.sch.t options=[{arguments=["customer_id"] key="distribution" value="HASH"}] query=(select (cast null int):c where false)',
  ],
  [
    "CREATE TABLE t (a INT) USING parquet PARTITIONED BY (a) COMMENT 'x' TBLPROPERTIES ('k.l' = 1)",
    'create-table columns=[{name=a type=int}] name=t options=[{key="using" value="parquet"}; {arguments=["a"] key="partitioned_by" value=""}; {key="comment" value="x"}; {key="k.l" value="1"}]',
  ],
  [
    'create table m transform(tokenizer(s) as t, tf_idf(t) f) OPTIONS() as select s from x',
    'create-transform name=m query=(select s from x) transforms=[{alias=t value=(tokenizer s)}; {alias=f value=(tf_idf t)}]',
  ],
  ['CREATE OR REPLACE VIEW v (a, b) AS SELECT 1, 2', 'create-view columns=a.b name=v orReplace query=(select 1, 2)'],
  ['DROP TABLE IF EXISTS db.t', 'drop ifExists name=db.t what="table"'],
  ['DROP TEMP VIEW v', 'drop name=v what="view"'],
  ['DROP SCHEMA IF EXISTS db.sch CASCADE', 'drop cascade ifExists name=db.sch what="schema"'],
  ['DROP DATABASE db RESTRICT', 'drop name=db what="database"'],
]);

cases('INSERT', [
  ['INSERT INTO t SELECT * FROM s', 'insert query=(select * from s) target=t'],
  ['INSERT INTO t (SELECT a FROM s WHERE b)', 'insert query=(select a from s where b) target=t'],
  ['INSERT INTO t AS (SELECT a)', 'insert query=(select a) target=t'],
  ['INSERT INTO t (a, b) VALUES (1, 2)', 'insert columns=a.b query=(values (1 2)) target=t'],
  [
    'INSERT INTO TABLE db.t WITH x AS (SELECT 1) SELECT * FROM x',
    'insert query=(with x=(select 1) select * from x) target=db.t',
  ],
  ['WITH x AS (SELECT 1) INSERT INTO t SELECT * FROM x', 'insert query=(with x=(select 1) select * from x) target=t'],
  ['INSERT INTO AUDIENCE a SELECT b', 'insert audience query=(select b) target=a'],
  ['INSERT INTO audience SELECT b', 'insert query=(select b) target=audience'],
  ['INSERT OVERWRITE INTO t SELECT b', 'insert overwrite query=(select b) target=t'],
  ['INSERT OVERWRITE TABLE t SELECT b', 'insert overwrite query=(select b) target=t'],
  [
    'INSERT INTO ds SELECT struct(src1 AS fld1, src2 AS fld2) AS _tenant FROM src',
    'insert query=(select (struct fld1:src1 fld2:src2):_tenant from src) target=ds',
  ],
]);

cases('blocks and variables', [
  ['SET @a = SELECT max(b) FROM t', 'set-variable name="a" value=(select (max b) from t)'],
  ['SET @a = (SELECT 1) + 1', 'set-variable name="a" value=(+ (select 1) 1)'],
  ["SET @a = 'x'", 'set-variable name="a" value="x"'],
  ['SET auto_to_json = true', 'set-setting key="auto_to_json" value="true"'],
  ["set spark.sql.x='a b';", 'set-setting key="spark.sql.x" value="a b"'],
  ['SET drop_system_columns', 'set-setting key="drop_system_columns"'],
  ["SET TIME ZONE 'UTC'", 'set-setting key="timezone" value="UTC"'],
  ['SET', 'show what="all"'],
  [
    '$$ BEGIN SET @a = SELECT 1; SELECT @a; EXCEPTION WHEN OTHER THEN DROP TABLE IF EXISTS t; SELECT 1; END $$;',
    'block exception=[{drop ifExists name=t what="table"}; {query query=(select 1)}] statements=[{set-variable name="a" value=(select 1)}; {query query=(select @a)}]',
  ],
  ['$$BEGIN SELECT CASE WHEN a THEN 1 END; $$END;', 'block statements=[{query query=(select (case [a 1]))}]'],
  ['$$ BEGIN SELECT 1 END $$', 'block statements=[{query query=(select 1)}]'],
  [
    '$$ BEGIN BEGIN SELECT 1; EXCEPTION WHEN OTHERS THEN RAISE; END; $$ BEGIN SELECT 2; END $$; END $$',
    'block statements=[{block exception=[{raise}] statements=[{query query=(select 1)}]}; {block statements=[{query query=(select 2)}]}]',
  ],
  [
    "$$ BEGIN BEGIN; COMMIT; RAISE EXCEPTION 'no'; END $$",
    'block statements=[{transaction verb="begin"}; {transaction verb="commit"}; {raise message="no"}]',
  ],
  ['--/\n$$ BEGIN\n# note\nSELECT 1;\nEND $$;\n/\n', 'block statements=[{query query=(select 1)}]'],
]);

cases('transactions, cursors and prepared statements', [
  ['BEGIN', 'transaction verb="begin"'],
  ['BEGIN WORK', 'transaction verb="begin"'],
  ['START TRANSACTION', 'transaction verb="begin"'],
  ['COMMIT TRANSACTION', 'transaction verb="commit"'],
  ['ROLLBACK WORK', 'transaction verb="rollback"'],
  ['DECLARE data_cursor CURSOR FOR SELECT a FROM t', 'declare-cursor name=data_cursor query=(select a from t)'],
  ['FETCH 5 FROM data_cursor', 'fetch count=5 name=data_cursor'],
  ['FETCH c', 'fetch count=1 name=c'],
  ['FETCH NEXT IN c', 'fetch count=1 name=c'],
  ['FETCH ALL c', 'fetch count="all" name=c'],
  ['FETCH FROM c', 'fetch count=1 name=c'],
  ['CLOSE ALL', 'close-cursor name="all"'],
  ['CLOSE c', 'close-cursor name=c'],
  [
    'PREPARE p (int, text) AS SELECT $1, $2',
    'prepare name=p statement={query query=(select $1, $2)} types=[int; text]',
  ],
  ["EXECUTE p(1, 'a')", 'execute arguments=[1; "a"] name=p'],
  ['EXECUTE p', 'execute name=p'],
  ['DEALLOCATE PREPARE p', 'deallocate name=p'],
  ['DEALLOCATE ALL', 'deallocate name="all"'],
]);

cases('EXPLAIN, SHOW, DESCRIBE, USE, COPY', [
  ['EXPLAIN SELECT 1', 'explain format="text" statement={query query=(select 1)}'],
  ['EXPLAIN FORMAT JSON ANALYZE SELECT 1', 'explain analyze format="json" statement={query query=(select 1)}'],
  ['EXPLAIN (ANALYZE, FORMAT JSON) SELECT 1', 'explain analyze format="json" statement={query query=(select 1)}'],
  ['SHOW TABLES', 'show what="tables"'],
  ["SHOW TABLES IN db LIKE 'a*'", 'show like="a*" name=db what="tables"'],
  ['SHOW COLUMNS FROM db.t', 'show name=db.t what="columns"'],
  ["SHOW DATAGROUPS FOR 'db.t'", 'show name=`db`.`t` what="datagroups"'],
  ['SHOW CREATE TABLE t', 'show name=t what="create-table"'],
  ['SHOW search_path', 'show name=search_path what="setting"'],
  ['DESCRIBE t', 'describe target=t'],
  ['DESC TABLE EXTENDED db.t', 'describe extended target=db.t'],
  ['DESCRIBE SELECT 1', 'describe target=(select 1)'],
  ['USE DATABASE db', 'use name=db'],
  ['USE db.sch', 'use name=db.sch'],
  [
    "COPY SELECT a FROM t TO '%scratch_space%/folder'",
    'copy format="parquet" path="%scratch_space%/folder" query=(select a from t)',
  ],
  ["COPY (SELECT a FROM t) TO 'x' WITH FORMAT 'csv'", 'copy format="csv" path="x" query=(select a from t)'],
  ["COPY t TO 'x' WITH (FORMAT json)", 'copy format="json" path="x" query=(table t)'],
  ...['VIEWS', 'DATABASES', 'SCHEMAS', 'NAMESPACES', 'STATISTICS', 'SAMPLES', 'MODELS', 'FUNCTIONS', 'ALL'].map(
    (what) => [`SHOW ${what}`, `show what="${what.toLowerCase()}"`] as const,
  ),
  ['SHOW PRIMARY KEYS', 'show what="primary-keys"'],
  ['SHOW FOREIGN KEYS', 'show what="foreign-keys"'],
]);

cases('ANALYZE', [
  ['ANALYZE TABLE t', 'analyze purpose={plain} table=t'],
  ['ANALYZE TABLE t COMPUTE STATISTICS', 'analyze purpose={statistics columns="all"} table=t'],
  [
    "ANALYZE TABLE t FILTERCONTEXT (timestamp > to_timestamp('2023-01-01')) COMPUTE STATISTICS FOR COLUMNS (age, a.b.c) AS stats",
    'analyze alias=stats filter=(> timestamp (to_timestamp "2023-01-01")) purpose={statistics columns=[age; a.b.c]} table=t',
  ],
  ['ANALYZE TABLE t COMPUTE STATISTICS FOR ALL COLUMNS', 'analyze purpose={statistics columns="all"} table=t'],
  ['ANALYZE TABLE t TABLESAMPLE SAMPLERATE 5', 'analyze purpose={sample percent=5} table=t'],
]);

cases('ALTER and metadata', [
  [
    'CREATE DATABASE IF NOT EXISTS db WITH (TYPE=QSACCEL, ACCOUNT=acp_query_batch)',
    'create-database ifNotExists name=db options=[{key="type" value="QSACCEL"}; {key="account" value="acp_query_batch"}]',
  ],
  ['CREATE SCHEMA db.sch', 'create-schema name=db.sch'],
  ['ALTER TABLE t ADD SCHEMA db.sch', 'alter action={schema schema=db.sch verb="add"} name=t what="table"'],
  ['ALTER VIEW v SET SCHEMA db.sch', 'alter action={schema schema=db.sch verb="set"} name=v what="view"'],
  [
    'ALTER TABLE t ADD COLUMN a varchar(10), b double precision',
    'alter action={add-columns columns=[{name=a type=varchar(10)}; {name=b type=double}]} name=t what="table"',
  ],
  [
    'ALTER TABLE t ADD COLUMNS (a int, b date)',
    'alter action={add-columns columns=[{name=a type=int}; {name=b type=date}]} name=t what="table"',
  ],
  [
    'ALTER TABLE t ADD CONSTRAINT PRIMARY KEY (a, b) NAMESPACE ns NOT ENFORCED',
    'alter action={add-constraint constraint={primary-key columns=[a; b] namespace="ns"}} name=t what="table"',
  ],
  [
    'ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES t2 (b) NOT ENFORCED',
    'alter action={add-constraint constraint={foreign-key columns=[a] referenced=[b] table=t2}} name=t what="table"',
  ],
  [
    "ALTER TABLE t ADD CONSTRAINT PRIMARY IDENTITY (a.b) NAMESPACE 'Email'",
    'alter action={add-constraint constraint={identity column=a.b namespace="Email" primary}} name=t what="table"',
  ],
  [
    'ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY (a)',
    'alter action={add-constraint constraint={primary-key columns=[a]} name=k} name=t what="table"',
  ],
  [
    'ALTER TABLE t DROP CONSTRAINT IDENTITY (a)',
    'alter action={drop-constraint constraint={identity column=a}} name=t what="table"',
  ],
  [
    'ALTER TABLE t DROP CONSTRAINT FOREIGN KEY (a)',
    'alter action={drop-constraint constraint={foreign-key columns=[a]}} name=t what="table"',
  ],
  ['ALTER TABLE t DROP CONSTRAINT k', 'alter action={drop-constraint constraint={named name=k}} name=t what="table"'],
  ['ALTER TABLE t RENAME TO u', 'alter action={rename name=u} name=t what="table"'],
]);

cases('audiences and models', [
  [
    "CREATE AUDIENCE a WITH (primary_identity=userId, identity_namespace='lumaCrmId', schema='x') AS (SELECT b FROM c)",
    'create-audience name=a options=[{key="primary_identity" value="userId"}; {key="identity_namespace" value="lumaCrmId"}; {key="schema" value="x"}] query=(select b from c)',
  ],
  ['DROP AUDIENCE IF EXISTS db.a', 'drop ifExists name=db.a what="audience"'],
  [
    "CREATE NAMESPACE lumaCrmId WITH (code='testns', TYPE='Email')",
    'create-namespace name=lumaCrmId options=[{key="code" value="testns"}; {key="type" value="Email"}]',
  ],
  [
    "CREATE MODEL m TRANSFORM (vector_assembler(array(a, b)) features) OPTIONS (MODEL_TYPE='logistic_reg', LABEL='c', SEED = -1, TOL=1E-6, ) AS SELECT a, b, c FROM t",
    'create-model mode="create" name=m options=[{key="model_type" value="logistic_reg"}; {key="label" value="c"}; {key="seed" value="-1"}; {key="tol" value="1E-6"}] query=(select a, b, c from t) transforms=[{alias=features value=(vector_assembler (array a b))}]',
  ],
  [
    "CREATE MODEL IF NOT EXISTS m OPTIONS(type='kmeans', LAYERS=array(4, 'x')) AS WITH a AS (SELECT 1) SELECT * FROM a",
    'create-model mode="if-not-exists" name=m options=[{key="type" value="kmeans"}; {arguments=["4"; "x"] key="layers" value="array"}] query=(with a=(select 1) select * from a)',
  ],
  [
    "CREATE OR REPLACE MODEL m OPTIONS(type='lda') AS (SELECT 1)",
    'create-model mode="or-replace" name=m options=[{key="type" value="lda"}] query=(select 1)',
  ],
  [
    "UPDATE MODEL m OPTIONS(type='lda') AS SELECT 1",
    'create-model mode="update" name=m options=[{key="type" value="lda"}] query=(select 1)',
  ],
  ['DROP MODEL IF EXISTS m 2', 'drop-model ifExists name=m version=2'],
]);

cases('what is refused by its name', [
  ['GRANT SELECT ON t TO u', 'unsupported name="GRANT"'],
  ['MERGE INTO t USING s ON a = b WHEN MATCHED THEN DELETE', 'unsupported name="MERGE"'],
  ['UPDATE t SET a = 1', 'unsupported name="UPDATE"'],
  ['DELETE FROM t WHERE a', 'unsupported name="DELETE"'],
  ['CREATE FUNCTION f(a INT) RETURNS INT RETURN a', 'unsupported name="CREATE FUNCTION"'],
  ['ALTER DATABASE db SET x', 'unsupported name="ALTER DATABASE"'],
  ['DROP FUNCTION f', 'unsupported name="DROP FUNCTION"'],
  ['VACUUM t', 'unsupported name="VACUUM"'],
  [
    '$$ BEGIN DELETE FROM t; SELECT 1; END $$',
    'block statements=[{unsupported name="DELETE"}; {query query=(select 1)}]',
  ],
]);
