--% Models and audiences

--# CREATE MODEL: cannot be trained yet
--: Data Distiller docs
CREATE MODEL churn TRANSFORM (vector_assembler(array(a, b)) features) OPTIONS (MODEL_TYPE='logistic_reg', LABEL='y') AS SELECT 1 AS a, 2 AS b, 1 AS y;
--! 1:1 yet

--# CREATE MODEL IF NOT EXISTS: cannot be trained yet
--: Data Distiller docs
CREATE MODEL IF NOT EXISTS churn OPTIONS (TYPE='kmeans', NUM_CLUSTERS=3,) AS WITH d AS (SELECT 1 AS a) SELECT a FROM d;
--! 1:1 yet

--# CREATE OR REPLACE MODEL: cannot be trained yet
--: Data Distiller docs
CREATE OR REPLACE MODEL churn OPTIONS (MODEL_TYPE='linear_reg', LABEL='y') AS SELECT 1 AS x, 2 AS y;
--! 1:1 yet

--# UPDATE MODEL: cannot be trained yet
--: Data Distiller docs
UPDATE MODEL churn OPTIONS (MODEL_TYPE='linear_reg', LABEL='y') AS SELECT 1 AS x, 2 AS y;
--! 1:1 yet

--# model_evaluate: cannot be asked yet
--: Data Distiller docs
SELECT * FROM model_evaluate(churn, 1, SELECT 1 AS a, 1 AS y);
--! 1:15 yet

--# model_predict: cannot be asked yet
--: Data Distiller docs
SELECT * FROM model_predict(churn, 1, SELECT 1 AS a);
--! 1:15 yet

--# DROP MODEL: none is there yet
--: Data Distiller docs
DROP MODEL churn 1;
--! 1:1 yet

--# CREATE AUDIENCE: from a query, with its identity
--: Data Distiller docs
CREATE AUDIENCE spenders WITH (primary_identity='email', identity_namespace='Email') AS (SELECT 'a@x' AS email, 5 AS orders);
SELECT email, orders FROM spenders;
--= ["email", "orders"]
--= ["a@x", 5]

--# CREATE AUDIENCE: Spark functions in its query
--: Data Distiller docs
CREATE AUDIENCE firsts WITH (primary_identity=email, identity_namespace=Email) AS (SELECT email, split(tags, ',')[0] AS tag, nvl(n, 0) AS n FROM VALUES ('a@x', 'p,q', NULL) AS t(email, tags, n));
SELECT email, tag, n FROM firsts;
--= ["email", "tag", "n"]
--= ["a@x", "p", 0]

--# INSERT INTO AUDIENCE: more members
--: Data Distiller docs
CREATE AUDIENCE spenders WITH (primary_identity='email', identity_namespace='Email') AS (SELECT 'a@x' AS email);
INSERT INTO AUDIENCE spenders SELECT 'b@x' AS email;
SELECT email FROM spenders ORDER BY email;
--= ["email"]
--= ["a@x"]
--= ["b@x"]

--# INSERT OVERWRITE INTO: replaces the members
--: Data Distiller docs
CREATE AUDIENCE spenders WITH (primary_identity='email', identity_namespace='Email') AS (SELECT 'a@x' AS email UNION SELECT 'b@x');
INSERT OVERWRITE INTO spenders SELECT 'b@x' AS email UNION SELECT 'c@x';
SELECT email FROM spenders ORDER BY email;
--= ["email"]
--= ["b@x"]
--= ["c@x"]

--# DROP AUDIENCE: IF EXISTS is content with none
--: Data Distiller docs
CREATE AUDIENCE spenders WITH (primary_identity='email', identity_namespace='Email') AS (SELECT 'a@x' AS email);
DROP AUDIENCE spenders;
DROP AUDIENCE IF EXISTS spenders;
SELECT table_exists('spenders') AS r;
--= ["r"]
--= ["false"]

--# SHOW MODELS: cannot be shown yet
--: Data Distiller docs
SHOW MODELS;
--! 1:1 yet

--# CREATE AUDIENCE: without its identity
--: Data Distiller docs
CREATE AUDIENCE spenders AS (SELECT 'a@x' AS email);
--! 1:26 WITH

--# CREATE AUDIENCE: an identity that the query lacks
--: Data Distiller docs
CREATE AUDIENCE spenders WITH (primary_identity='mail', identity_namespace='Email') AS (SELECT 'a@x' AS email);
--! - mail
