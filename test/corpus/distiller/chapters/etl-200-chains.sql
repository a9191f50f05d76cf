--% ETL 200: chains of statements

--# $$ BEGIN END $$: from A to D
--: Data Distiller guide, ETL 200; sample-data/README.md: 986 films with an email
--@ sample movie_data
$$ BEGIN
  CREATE TABLE chain_a AS SELECT id, email, genres FROM movie_data;
  CREATE TABLE chain_b AS SELECT * FROM chain_a WHERE email IS NOT NULL;
  CREATE TABLE chain_c AS SELECT id, email, explode(split(genres, '\\|')) AS genre FROM chain_b;
  CREATE TABLE chain_d AS SELECT count(DISTINCT id) AS films, count(DISTINCT email) AS emails FROM chain_c;
EXCEPTION
  WHEN OTHERS THEN SELECT 'ERROR';
END $$;
SELECT films, emails FROM chain_d;
--= ["films", "emails"]
--= [986, 976]

--# EXCEPTION: a chain that breaks is cleaned up
--: Data Distiller guide, ETL 200
--@ sample movie_data
$$ BEGIN
  CREATE TABLE chain_a AS SELECT id, email FROM movie_data;
  CREATE TABLE chain_b AS SELECT no_such_column FROM chain_a;
EXCEPTION
  WHEN OTHERS THEN
    DROP TABLE IF EXISTS chain_a;
    DROP TABLE IF EXISTS chain_b;
END $$;
SELECT table_exists('chain_a') AS a, table_exists('chain_b') AS b;
--= ["a", "b"]
--= ["false", "false"]
