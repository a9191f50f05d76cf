--% Nested data, as XDM has it

--# path: into structs
--: Data Distiller docs
SELECT web.webPageDetails.name, e.web.webPageDetails.pageViews.value AS views FROM (SELECT struct(struct('home' AS name, struct(1 AS value) AS pageViews) AS webPageDetails) AS web) AS e;
--= ["name", "views"]
--= ["home", 1]

--# path: through an array of structs gives an array
--: Data Distiller docs
SELECT productListItems.priceTotal AS prices, productListItems.priceTotal[0] AS first, productListItems[1].SKU AS second FROM (SELECT array(struct('A' AS SKU, 10.5D AS priceTotal), struct('B' AS SKU, 4D AS priceTotal)) AS productListItems);
--= ["prices", "first", "second"]
--= [[10.5, 4], 10.5, "B"]

--# path: through an array whose items lack the value
--: by hand
SELECT items.x AS a, items.x[0] AS b FROM VALUES (array(struct(cast(NULL AS int) AS x))), (array()), (NULL) AS t(items);
--= ["a", "b"]
--~ [[null], null]
--~ [[], null]
--~ [null, null]

--# path: a map, an array and a struct together
--: Data Distiller docs
SELECT identityMap['ECID'][0].id AS ecid, identityMap['ECID'].id AS ids, identityMap['x'][0].id AS none, identityMap.ECID[1].primary AS p FROM (SELECT map('ECID', array(struct('e1' AS id, true AS primary), struct('e2' AS id, false AS primary))) AS identityMap);
--= ["ecid", "ids", "none", "p"]
--= ["e1", ["e1", "e2"], null, false]

--# path: through arrays within arrays
--: by hand: the field of a struct in an array in an array is an array of arrays, which Spark refuses
SELECT details.selections.name AS names FROM (SELECT array(struct(array(struct('x' AS name), struct('y' AS name)) AS selections), struct(array(struct('z' AS name)) AS selections)) AS details);
--= ["names"]
--= [[["x", "y"], ["z"]]]

--# path: a field that is not there is named with the nearest
--: by hand
SELECT web.pagename FROM (SELECT struct('home' AS pageName2) AS web);
--! 1:12 pageName2

--# path: in WHERE, GROUP BY and ORDER BY
--: by hand
SELECT d.type AS type, count(*) AS n FROM VALUES (struct('phone' AS type)), (struct('phone' AS type)), (struct('desktop' AS type)) AS t(d) WHERE d.type IS NOT NULL GROUP BY d.type ORDER BY d.type;
--= ["type", "n"]
--= ["desktop", 1]
--= ["phone", 2]

--# path: an item by an expression
--: by hand
SELECT a[size(a) - 1] AS last, a[i + 1].n AS next FROM VALUES (array(struct(1 AS n), struct(2 AS n)), 0) AS t(a, i);
--= ["last", "next"]
--= [{"n": 2}, 2]

--# path: a table's alias and a column of the same name
--: by hand
SELECT t.t AS whole, t.t.a AS inner FROM (SELECT struct(5 AS a) AS t) AS t;
--= ["whole", "inner"]
--= [{"a": 5}, 5]

--# EXISTS: of a lambda over items
--: Data Distiller guide, STATSML 601
SELECT id FROM VALUES (1, array(struct(0D AS priceTotal), struct(9D AS priceTotal))), (2, array(struct(0D AS priceTotal))), (3, NULL) AS t(id, productListItems) WHERE EXISTS(productListItems, value -> value.priceTotal > 0);
--= ["id"]
--= [1]

--# segmentMembership: a map of maps
--: Data Distiller docs
SELECT concat_ws('-', key, source_namespace) AS segment_id, count(1) AS n FROM (SELECT upper(key) AS source_namespace, explode(value) FROM (SELECT explode(segmentMembership) FROM VALUES (map('ups', map('s1', struct('realized' AS status), 's2', struct('exited' AS status)))), (map('ups', map('s1', struct('realized' AS status)))) AS p(segmentMembership))) GROUP BY segment_id ORDER BY segment_id;
--= ["segment_id", "n"]
--= ["s1-UPS", 2]
--= ["s2-UPS", 1]

--# segmentMembership: members by status
--: Data Distiller docs
SELECT id FROM VALUES ('a', map('ups', map('s1', struct('realized' AS status)))), ('b', map('ups', map('s1', struct('exited' AS status)))), ('c', map('ups', map('s2', struct('realized' AS status)))) AS p(id, segmentMembership) WHERE segmentMembership['ups']['s1'].status = 'realized';
--= ["id"]
--= ["a"]

--# struct: built for a tenant
--: Data Distiller docs
SELECT struct(userid, orders, 2 * orders AS twice) AS _tenant FROM VALUES ('u1', 3) AS v(userid, orders);
--= ["_tenant"]
--= [{"userid": "u1", "orders": 3, "twice": 6}]

--# to_json: a whole nested column
--: Data Distiller guide, IDR 200
SELECT to_json(identityMap) AS r FROM (SELECT map('email', array(struct('a@x' AS id))) AS identityMap);
--= ["r"]
--= ["{\"email\":[{\"id\":\"a@x\"}]}"]

--# MAP_FROM_ARRAYS: of collected lists, in a struct
--: Data Distiller guide, ENRICH 200
SELECT struct(id, struct(map_from_arrays(collect_list(status), collect_list(bucket)) AS month1) AS decilesMileage) AS _tenant FROM VALUES (1, 'GOLD', 3) AS t(id, status, bucket) GROUP BY id;
--= ["_tenant"]
--= [{"id": 1, "decilesMileage": {"month1": {"GOLD": 3}}}]

--# path: with a system name that begins with a line
--: Data Distiller docs
SELECT _id, _experience.analytics.session.num AS num, endUserIDs._experience.mcid.id AS mcid FROM (SELECT 'e1' AS _id, struct(struct(struct(2 AS num) AS session) AS analytics) AS _experience, struct(struct(struct('m' AS id) AS mcid) AS _experience) AS endUserIDs);
--= ["_id", "num", "mcid"]
--= ["e1", 2, "m"]

--# timestamp: as a column's name and as a filter
--: Data Distiller docs
SELECT timestamp, date, count(*) AS n FROM (SELECT TIMESTAMP '2024-01-01 05:00:00' AS timestamp, DATE '2024-01-01' AS date) WHERE timestamp >= to_timestamp('2024-01-01') AND timestamp < date_add('2024-01-01', 1) GROUP BY timestamp, date;
--= ["timestamp", "date", "n"]
--= ["2024-01-01 05:00:00", "2024-01-01", 1]

--# path: into a table's nested columns, written and read
--: Data Distiller docs
CREATE TABLE events AS SELECT 'e1' AS _id, map('ECID', array(struct('x' AS id))) AS identityMap, array(struct('A' AS SKU, 2 AS quantity), struct('B' AS SKU, 3 AS quantity)) AS productListItems;
SELECT identityMap['ECID'][0].id AS ecid, aggregate(productListItems.quantity, 0, (acc, q) -> acc + q) AS pieces, array_join(productListItems.SKU, '+') AS skus FROM events;
--= ["ecid", "pieces", "skus"]
--= ["x", 5, "A+B"]

--# path: a field in ORDER BY by its own name
--: by hand
SELECT s.v FROM VALUES (struct(2 AS v)), (struct(1 AS v)) AS t(s) ORDER BY v;
--= ["v"]
--= [1]
--= [2]
