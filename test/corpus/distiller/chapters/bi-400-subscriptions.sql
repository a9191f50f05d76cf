--% BI 200 and 400: a star of subscriptions

--# CREATE DATABASE: a fact and a dimension, filled from the lake
--: Data Distiller docs; sample-data/README.md, monthlyRevenueOn20260601
--@ sample subscriptions
CREATE DATABASE club WITH (TYPE=QSACCEL, ACCOUNT=acp_query_batch);
CREATE SCHEMA club.model;
CREATE TABLE club.model.dim_plan WITH (DISTRIBUTION = REPLICATE) AS SELECT cast(NULL AS string) plan, cast(NULL AS int) monthly_fee WHERE false;
CREATE TABLE club.model.fact_subscription WITH (DISTRIBUTION = HASH(customer_id)) AS SELECT cast(NULL AS string) customer_id, cast(NULL AS string) plan, cast(NULL AS date) ended_on WHERE false;
INSERT INTO club.model.dim_plan SELECT DISTINCT plan, monthly_fee FROM subscriptions;
INSERT INTO club.model.fact_subscription SELECT customer_id, plan, ended_on FROM subscriptions WHERE started_on IS NOT NULL;
ALTER TABLE club.model.fact_subscription ADD CONSTRAINT FOREIGN KEY (plan) REFERENCES club.model.dim_plan (plan) NOT ENFORCED;
SELECT sum(d.monthly_fee) AS monthly_revenue FROM club.model.fact_subscription f JOIN club.model.dim_plan d ON f.plan = d.plan WHERE f.ended_on IS NULL;
--= ["monthly_revenue"]
--= [16104]

--# date_format: endings by month
--: sample-data/README.md, endedByMonth
--@ sample subscriptions
SELECT date_format(ended_on, 'yyyy-MM') AS month, count(*) AS ended FROM subscriptions WHERE ended_on IS NOT NULL GROUP BY month ORDER BY month;
--= ["month", "ended"]
--= ["2026-01", 49]
--= ["2026-02", 47]
--= ["2026-03", 50]
--= ["2026-04", 40]
--= ["2026-05", 38]

--# count_if: trials that became memberships
--: sample-data/README.md, trials and trialsConverted
--@ sample subscriptions
SELECT count(trial_started_on) AS trials, count_if(trial_started_on IS NOT NULL AND started_on IS NOT NULL) AS converted FROM subscriptions;
--= ["trials", "converted"]
--= [651, 471]
