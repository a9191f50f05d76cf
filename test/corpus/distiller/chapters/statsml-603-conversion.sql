--% STATSML 603 and 604: conversion and propensity

--# training data: visitors and conversions
--: sample-data/README.md, webevents_train and webevents_test
--@ sample webevents_train
--@ sample webevents_test
SELECT (SELECT sum(converted) FROM webevents_train) AS train, (SELECT sum(converted) FROM webevents_test) AS test, (SELECT count(*) FROM webevents_train) AS visitors;
--= ["train", "test", "visitors"]
--= [613, 194, 3000]

--# corr: cart additions go with conversion
--: sample-data/README.md: the coefficient of cart_adds is above 0, that of days below
--@ sample webevents_train
SELECT corr(cart_adds, converted) > 0.2 AS adds, corr(days_since_last_visit, converted) < 0 AS days FROM webevents_train;
--= ["adds", "days"]
--= [true, true]

--# model_predict: cannot be asked yet
--: Data Distiller guide, STATSML 603
--@ sample webevents_test
SELECT * FROM model_predict(conversion_model, 1, SELECT visits, page_views FROM webevents_test);
--! 1:15 yet
