--% ENRICH 101: films by genre

--# count: emails, of which some are missing and some repeat
--: Data Distiller guide, ENRICH 101; sample-data/README.md
--@ sample movie_data
SELECT count(distinct id) AS ids, count(distinct email) AS emails, count_if(email IS NULL) AS missing FROM movie_data;
--= ["ids", "emails", "missing"]
--= [1000, 976, 14]

--# explode: films by genre
--: sample-data/README.md, rowsByGenre
--@ sample movie_data
SELECT genre, count(*) AS films FROM (SELECT explode(split(genres, '\\|')) AS genre FROM movie_data) GROUP BY genre ORDER BY films DESC;
--= ["genre", "films"]
--= ["Drama", 535]
--= ["Comedy", 394]
--= ["Action", 243]
--= ["Documentary", 235]
--= ["Thriller", 199]
--= ["Adventure", 198]
--= ["Animation", 125]
--= ["Western", 39]

--# collect_set: addresses by state and genre, as a table
--: by hand: the sets hold every address of a genre, each once in its state
--@ sample movie_data
CREATE TABLE campaign_lists AS SELECT state, genre, count(*) AS films, collect_set(email) AS emails FROM (SELECT state, email, explode(split(genres, '\\|')) AS genre FROM movie_data WHERE email IS NOT NULL) GROUP BY state, genre;
SELECT (SELECT sum(size(emails)) FROM campaign_lists) = (SELECT count(DISTINCT state, genre, email) FROM (SELECT state, email, explode(split(genres, '\\|')) AS genre FROM movie_data)) AS complete;
--= ["complete"]
--= [true]

--# rank: one top genre for each state, or several that tie
--: by hand: every state has a first
--@ sample movie_data
WITH counted AS (SELECT state, genre, count(*) AS n FROM (SELECT state, explode(split(genres, '\\|')) AS genre FROM movie_data) GROUP BY state, genre) SELECT count(DISTINCT state) = (SELECT count(DISTINCT state) FROM movie_data) AS every_state FROM (SELECT state, rank() OVER (PARTITION BY state ORDER BY n DESC) AS place FROM counted) WHERE place = 1;
--= ["every_state"]
--= [true]
