--% ENRICH 200: deciles of loyalty

--# NTILE: ten buckets within each status
--: sample-data/README.md, membersByStatus; by hand: the first bucket of 64 holds 7
--@ sample airline_loyalty_data
WITH summed AS (SELECT _tenant.membershipNumber AS id, _tenant.loyaltyStatus AS loyaltyStatus, SUM(_tenant.mileage) AS totalMiles FROM airline_loyalty_data GROUP BY _tenant.membershipNumber, _tenant.loyaltyStatus),
buckets AS (SELECT id, loyaltyStatus, NTILE(10) OVER (PARTITION BY loyaltyStatus ORDER BY totalMiles DESC) AS decileBucket FROM summed)
SELECT loyaltyStatus, count(*) AS members, count_if(decileBucket = 1) AS first_bucket FROM buckets GROUP BY loyaltyStatus ORDER BY loyaltyStatus;
--= ["loyaltyStatus", "members", "first_bucket"]
--= ["FLYER", 537, 54]
--= ["FREQUENT", 270, 27]
--= ["GOLD", 64, 7]
--= ["SILVER", 129, 13]

--# MAP_FROM_ARRAYS: deciles of a member in a struct of the tenant
--: Data Distiller guide, ENRICH 200; sample-data/README.md: 1,000 members
--@ sample airline_loyalty_data
CREATE TABLE decile_attribute_dataset WITH (label='PROFILE') AS
WITH summed_miles_1 AS (
  SELECT _tenant.membershipNumber AS membershipNumber, _tenant.loyaltyStatus AS loyaltyStatus, SUM(_tenant.mileage) AS totalMiles
  FROM airline_loyalty_data
  WHERE _tenant.transactionDate >= (MAKE_DATE(2026, 5, 1) - MAKE_YM_INTERVAL(0, 11))
  GROUP BY _tenant.membershipNumber, _tenant.loyaltyStatus
),
rankings_1 AS (SELECT membershipNumber, loyaltyStatus, NTILE(10) OVER (PARTITION BY loyaltyStatus ORDER BY totalMiles DESC) AS decileBucket FROM summed_miles_1),
map_1 AS (SELECT membershipNumber, MAP_FROM_ARRAYS(COLLECT_LIST(loyaltyStatus), COLLECT_LIST(decileBucket)) AS decileMonth1 FROM rankings_1 GROUP BY membershipNumber)
SELECT STRUCT(membershipNumber, STRUCT(decileMonth1) AS decilesMileage) AS _tenant FROM map_1;
SELECT count(*) AS members, count_if(_tenant.decilesMileage.decileMonth1['GOLD'] IS NOT NULL) AS gold FROM decile_attribute_dataset;
--= ["members", "gold"]
--= [1000, 64]
