--% EXPLORE 200: behavioural data

--# CREATE VIEW: a flat view of nested events
--: Data Distiller guide, EXPLORE 200; sample-data/README.md: 39,897 records
--@ sample web_clickstream
CREATE VIEW Adobe_Analytics_View AS SELECT _id event_id, endUserIDs._experience.mcid.id mcid_id, endUserIDs._experience.emailid.id email_id, timestamp TimeStamp, web.webPageDetails.name WebPageName, productListItems, commerce FROM web_clickstream;
SELECT count(event_id) AS events, count(DISTINCT event_id) AS different FROM Adobe_Analytics_View;
--= ["events", "different"]
--= [39897, 39837]

--# inline: products of each event
--: by hand: both ways of counting agree
--@ sample web_clickstream
SELECT (SELECT count(*) FROM (SELECT _id, inline(productListItems) FROM web_clickstream)) = (SELECT sum(greatest(size(productListItems), 0)) FROM web_clickstream) AS same;
--= ["same"]
--= [true]

--# coalesce: an identity of several
--: sample-data/README.md: every event has its browser
--@ sample web_clickstream
SELECT count(*) AS without FROM web_clickstream WHERE coalesce(identityMap.CRMID[0].id, identityMap.ECID[0].id) IS NULL;
--= ["without"]
--= [0]

--# to_json: the identities of an event
--: sample-data/README.md: a browser's identity is 38 digits
--@ sample web_clickstream
SELECT count(*) AS n FROM web_clickstream WHERE get_json_object(to_json(identityMap), '$.ECID[0].id') RLIKE '^[0-9]{38}$';
--= ["n"]
--= [39897]
