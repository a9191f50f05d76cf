--% STATSML 800: hypercubes

--# hll_build_agg: a sketch for each category and day, stored and estimated
--: Data Distiller docs; sample-data/README.md, distinctUsersByCategory, within two per cent
--@ sample ecommerce_interactions
CREATE TABLE cube AS SELECT category, event_date, hll_build_agg(user_id) AS sketch FROM ecommerce_interactions GROUP BY category, event_date;
SELECT category, abs(hll_merge_count_agg(sketch) / truth - 1) < 0.02 AS near FROM cube JOIN VALUES ('Footwear', 4520), ('Outerwear', 4003), ('Bags', 2943), ('Accessories', 2410) AS t(name, truth) ON category = name GROUP BY category, truth ORDER BY category;
--= ["category", "near"]
--= ["Accessories", true]
--= ["Bags", true]
--= ["Footwear", true]
--= ["Outerwear", true]

--# hll_estimate: overlap by inclusion and exclusion
--: Data Distiller docs; sample-data/README.md: 2,082 users of Footwear and Bags, within ten per cent
--@ sample ecommerce_interactions
WITH sketches AS (SELECT category, hll_build_agg(user_id) AS sketch FROM ecommerce_interactions WHERE category IN ('Footwear', 'Bags') GROUP BY category) SELECT abs((sum(hll_estimate(sketch)) - hll_merge_count_agg(sketch)) / 2082 - 1) < 0.1 AS near FROM sketches;
--= ["near"]
--= [true]

--# hll_build_agg: from rows written in the query
--: Data Distiller docs
SELECT country, hll_estimate(hll_build_agg(customer_id)) AS customers FROM EXPLODE(ARRAY<STRUCT<country STRING, customer_id STRING>>[('UA', 'c1'), ('UA', 'c2'), ('UA', 'c1'), ('US', 'c3')]) GROUP BY country ORDER BY country;
--= ["country", "customers"]
--= ["UA", 2]
--= ["US", 1]
