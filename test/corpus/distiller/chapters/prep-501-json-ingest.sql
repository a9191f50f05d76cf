--% PREP 500 and 501: files that were imported

--# imported CSV: a file as a table
--: sample-data/README.md, movie_data.csv
--@ sample movie_data
SELECT count(*) AS movies, count(DISTINCT id) AS ids FROM movie_data;
--= ["movies", "ids"]
--= [1000, 1000]

--# imported JSON: nested orders in three batches
--: sample-data/README.md, checkout_data
--@ sample checkout_data_batch_1
--@ sample checkout_data_batch_2
--@ sample checkout_data_batch_3
SELECT (SELECT count(*) FROM checkout_data_batch_1) AS first, (SELECT count(*) FROM checkout_data_batch_2) AS second, (SELECT count(*) FROM checkout_data_batch_3) AS third;
--= ["first", "second", "third"]
--= [2000, 24000, 9000]

--# imported JSON: lines of nested orders
--: sample-data/README.md, checkout_data_batch_1
--@ sample checkout_data_batch_1
SELECT sum(size(`order`.lines)) AS lines, round(sum(`order`.payment.amount), 2) AS amount, count(customer.id) AS with_customer FROM checkout_data_batch_1;
--= ["lines", "amount", "with_customer"]
--= [3076, 287493.25, 802]

--# imported JSON: lines exploded
--: sample-data/README.md, checkout_data_batch_1
--@ sample checkout_data_batch_1
SELECT count(*) AS lines, count(line.product.name) AS named FROM checkout_data_batch_1 LATERAL VIEW explode(`order`.lines) l AS line;
--= ["lines", "named"]
--= [3076, 3076]
