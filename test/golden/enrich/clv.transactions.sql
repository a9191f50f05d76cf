-- step purchases (view)
SELECT
  customer_id AS person,
  CAST(date AS TIMESTAMP) AS purchased_at,
  coalesce(CAST(amount AS DOUBLE), 0) AS amount
FROM "transactions_clv"
WHERE customer_id IS NOT NULL
  AND date IS NOT NULL;

-- step purchase_days (table)
SELECT
  person,
  CAST(purchased_at AS DATE) AS purchase_day,
  sum(amount) AS amount
FROM "purchases"
GROUP BY person, CAST(purchased_at AS DATE);

-- step histories (table)
WITH as_of_day AS (
  SELECT (SELECT max(purchase_day) + 1 FROM "purchase_days") AS as_of
), ends AS (
  SELECT as_of, as_of AS ends
  FROM as_of_day
)
SELECT
  person,
  count(*) FILTER (WHERE purchase_day < ends) - 1 AS frequency,
  max(purchase_day) FILTER (WHERE purchase_day < ends) - min(purchase_day) AS recency_days,
  any_value(ends) - min(purchase_day) AS age_days,
  count(*) FILTER (WHERE purchase_day < ends) AS purchases,
  avg(amount) FILTER (WHERE purchase_day < ends) AS mean_amount
FROM "purchase_days"
CROSS JOIN ends
GROUP BY person
HAVING min(purchase_day) < any_value(ends);

-- step purchase_model (enrich.bg-nbd)
-- histories, read by enrich.bg-nbd
SELECT
  frequency,
  recency_days,
  age_days,
  count(*) AS people
FROM "histories"
GROUP BY frequency, recency_days, age_days
ORDER BY frequency, recency_days, age_days;

-- step spend_model (enrich.gamma-gamma)
-- spending, read by enrich.gamma-gamma
SELECT purchases, mean_amount
FROM "histories"
WHERE mean_amount > 0
ORDER BY purchases, mean_amount;

-- step lifetime_values (table)
SELECT
  person,
  frequency,
  recency_days,
  age_days,
  histories.purchases AS purchases_so_far,
  mean_amount,
  model.alive AS probability_alive,
  model.purchases AS expected_purchases,
  p * (v + histories.purchases * greatest(mean_amount, 0)) / (p * histories.purchases + q - 1) AS expected_amount,
  round(model.discounted * expected_amount, 2) AS lifetime_value
FROM "histories" AS histories
JOIN "purchase_model" AS model USING (frequency, recency_days, age_days)
CROSS JOIN "spend_model" AS spend
ORDER BY person;

-- step past_histories (table)
WITH as_of_day AS (
  SELECT (SELECT max(purchase_day) + 1 FROM "purchase_days") AS as_of
), ends AS (
  SELECT as_of, as_of - 91 AS ends
  FROM as_of_day
)
SELECT
  person,
  count(*) FILTER (WHERE purchase_day < ends) - 1 AS frequency,
  max(purchase_day) FILTER (WHERE purchase_day < ends) - min(purchase_day) AS recency_days,
  any_value(ends) - min(purchase_day) AS age_days,
  count(*) FILTER (WHERE purchase_day < ends) AS purchases,
  avg(amount) FILTER (WHERE purchase_day < ends) AS mean_amount,
  count(*) FILTER (WHERE purchase_day >= ends AND purchase_day < as_of) AS purchases_after
FROM "purchase_days"
CROSS JOIN ends
GROUP BY person
HAVING min(purchase_day) < any_value(ends);

-- step past_purchase_model (enrich.bg-nbd)
-- histories, read by enrich.bg-nbd
SELECT
  frequency,
  recency_days,
  age_days,
  count(*) AS people
FROM "past_histories"
GROUP BY frequency, recency_days, age_days
ORDER BY frequency, recency_days, age_days;

-- check rows_can_be_used (error)
SELECT
  count(*) AS rows,
  count(customer_id) AS with_person,
  count(date) AS with_time
FROM "transactions_clv"
HAVING count_if(customer_id IS NOT NULL AND date IS NOT NULL) = 0;

-- check people_are_known (warning)
SELECT *
FROM "transactions_clv"
WHERE customer_id IS NULL;

-- check times_are_known (warning)
SELECT *
FROM "transactions_clv"
WHERE date IS NULL;

-- check times_are_past (warning)
SELECT *
FROM "transactions_clv"
WHERE CAST(date AS TIMESTAMP) > TIMESTAMP '2026-06-15 12:00:00';

-- check amounts_are_known (warning)
SELECT *
FROM "transactions_clv"
WHERE amount IS NULL;

-- check amounts_are_positive (note)
SELECT *
FROM "transactions_clv"
WHERE amount < 0;

-- check people_come_back (warning)
SELECT count(*) AS people, count_if(frequency > 0) AS came_back
FROM "histories"
HAVING count(*) < 500
  OR count_if(frequency > 0) < 100;

-- check amounts_stand_alone (warning)
WITH related AS (
  SELECT
    CASE
      WHEN stddev_pop(purchases) > 0 AND stddev_pop(mean_amount) > 0
      THEN corr(purchases, mean_amount)
    END AS correlation
  FROM "histories"
  WHERE frequency > 0
)
SELECT *
FROM related
WHERE abs(correlation) > 0.3;

-- check amounts_have_means (note)
SELECT person, purchases, mean_amount
FROM "histories"
WHERE mean_amount <= 0
ORDER BY person;

-- finding value
WITH ranked AS (
  SELECT *, ntile(10) OVER (ORDER BY lifetime_value DESC, person) AS tenth
  FROM "lifetime_values"
)
SELECT
  tenth,
  count(*) AS people,
  sum(lifetime_value) AS "value",
  sum(lifetime_value) / nullif(sum(sum(lifetime_value)) OVER (), 0) AS value_share,
  avg(probability_alive) AS average_probability_alive,
  sum(expected_purchases) AS expected_purchases
FROM ranked
GROUP BY tenth
ORDER BY tenth;

-- finding people
SELECT
  person,
  purchases_so_far,
  probability_alive,
  expected_purchases,
  expected_amount,
  lifetime_value
FROM "lifetime_values"
ORDER BY lifetime_value DESC, person
LIMIT 1000;

-- finding holdout
SELECT
  least(CAST(past.frequency AS INTEGER), 7) AS repeat_purchases_before,
  count(*) AS people,
  avg(model.purchases) AS foretold,
  avg(past.purchases_after) AS seen
FROM "past_histories" AS past
JOIN "past_purchase_model" AS model USING (frequency, recency_days, age_days)
GROUP BY ALL
ORDER BY repeat_purchases_before;

-- finding model
SELECT r, alpha, a, b, r / alpha AS weekly_rate, a / (a + b) AS dropout_probability,
  p, q, v, p * v / (q - 1) AS average_amount
FROM "purchase_model"
CROSS JOIN "spend_model"
LIMIT 1;
