--% EXPLORE 500: cursors

--# DECLARE CURSOR: pages of a dataset
--: Data Distiller guide, EXPLORE 500; by hand: the second five of 1,000 numbers
--@ sample movie_data
DECLARE data_cursor CURSOR FOR SELECT id FROM movie_data ORDER BY id;
FETCH 5 FROM data_cursor;
FETCH 5 FROM data_cursor;
--= ["id"]
--= [6]
--= [7]
--= [8]
--= [9]
--= [10]

--# FETCH: the end of a dataset
--: Data Distiller guide, EXPLORE 500
--@ sample movie_data
DECLARE data_cursor CURSOR FOR SELECT id FROM movie_data ORDER BY id;
FETCH 998 FROM data_cursor;
FETCH 5 FROM data_cursor;
--= ["id"]
--= [999]
--= [1000]
