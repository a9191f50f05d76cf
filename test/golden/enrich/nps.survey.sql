-- step answers (view)
WITH rows_asked AS (
  SELECT
    customer_id AS person,
    coalesce(CAST(segment AS VARCHAR), 'none') AS segment,
    CAST(answered_on AS TIMESTAMP) AS answered_at,
    CAST(score AS DOUBLE) AS score,
    CAST(product_rating AS DOUBLE) AS driver_1,
    CAST(delivery_rating AS DOUBLE) AS driver_2,
    CAST(service_rating AS DOUBLE) AS driver_3,
    CAST(website_rating AS DOUBLE) AS driver_4,
    CAST(price_rating AS DOUBLE) AS driver_5,
    verbatim AS comment
  FROM "nps_survey"
), worded AS (
  SELECT
    *,
    regexp_extract_all(lower(comment), '[a-z]+') AS words
  FROM rows_asked
)
SELECT
  * EXCLUDE (words),
  CASE
    WHEN score >= 9 THEN 'promoter'
    WHEN score >= 7 THEN 'passive'
    WHEN score IS NOT NULL THEN 'detractor'
  END AS score_group,
  CAST(list_sum(list_transform(words, lambda word, position:
    CASE
      WHEN list_contains(['amazing', 'awesome', 'beautiful', 'best', 'brilliant', 'calm', 'cheap', 'clear', 'comfortable', 'convenient', 'easy', 'efficient', 'enjoy', 'enjoyed', 'excellent', 'fair', 'fantastic', 'fast', 'fine', 'friendly', 'glad', 'good', 'great', 'happy', 'helpful', 'impressed', 'kind', 'like', 'liked', 'love', 'loved', 'lovely', 'nice', 'perfect', 'pleasant', 'pleased', 'polite', 'prompt', 'quick', 'quickly', 'recommend', 'reliable', 'satisfied', 'smooth', 'sturdy', 'super', 'thank', 'thanks', 'top', 'useful', 'warm', 'well', 'wonderful'], word) THEN 1
      WHEN list_contains(['annoyed', 'annoying', 'awful', 'bad', 'broke', 'broken', 'complicated', 'confusing', 'damaged', 'delay', 'delayed', 'difficult', 'dirty', 'disappointed', 'disappointing', 'error', 'expensive', 'fail', 'failed', 'faulty', 'hate', 'hated', 'horrible', 'late', 'lost', 'mess', 'missing', 'nobody', 'overpriced', 'poor', 'problem', 'problems', 'refund', 'return', 'returned', 'rude', 'slow', 'sorry', 'terrible', 'torn', 'ugly', 'unfriendly', 'unhappy', 'unhelpful', 'unreliable', 'useless', 'waste', 'worse', 'worst', 'wrong'], word) THEN -1
      ELSE 0
    END
    * CASE WHEN position > 1 AND list_contains(['not', 'no', 'never', 'hardly', 'without'], words[position - 1]) THEN -1 ELSE 1 END
  )) AS INTEGER) AS sentiment
FROM worded;

-- step answer_counts (table)
SELECT
  segment,
  CASE WHEN answered_at IS NOT NULL THEN CAST(date_trunc('month', answered_at) AS DATE) END AS period,
  count(*) AS asked,
  count(score) AS responses,
  count_if(score_group = 'promoter') AS promoters,
  count_if(score_group = 'passive') AS passives,
  count_if(score_group = 'detractor') AS detractors
FROM "answers"
GROUP BY ALL;

-- step driver_weights (enrich.relative-weights)
-- correlations, read by enrich.relative-weights
SELECT
  count(*) AS answers,
  corr(score, driver_1) AS with_score_1,
  corr(score, driver_2) AS with_score_2,
  corr(score, driver_3) AS with_score_3,
  corr(score, driver_4) AS with_score_4,
  corr(score, driver_5) AS with_score_5,
  corr(driver_1, driver_2) AS between_1_2,
  corr(driver_1, driver_3) AS between_1_3,
  corr(driver_1, driver_4) AS between_1_4,
  corr(driver_1, driver_5) AS between_1_5,
  corr(driver_2, driver_3) AS between_2_3,
  corr(driver_2, driver_4) AS between_2_4,
  corr(driver_2, driver_5) AS between_2_5,
  corr(driver_3, driver_4) AS between_3_4,
  corr(driver_3, driver_5) AS between_3_5,
  corr(driver_4, driver_5) AS between_4_5
FROM "answers"
WHERE score IS NOT NULL
  AND driver_1 IS NOT NULL
  AND driver_2 IS NOT NULL
  AND driver_3 IS NOT NULL
  AND driver_4 IS NOT NULL
  AND driver_5 IS NOT NULL;

-- step nps_answers (view)
SELECT
  person,
  segment,
  answered_at,
  score,
  score_group,
  driver_1 AS "product_rating",
  driver_2 AS "delivery_rating",
  driver_3 AS "service_rating",
  driver_4 AS "website_rating",
  driver_5 AS "price_rating",
  comment,
  sentiment
FROM "answers"
WHERE score IS NOT NULL
ORDER BY answered_at, person, score;

-- check scores_are_there (error)
SELECT count(*) AS rows, count(score) AS answers
FROM "nps_survey"
HAVING count(score) = 0;

-- check scores_fit_scale (error)
SELECT *
FROM "nps_survey"
WHERE score NOT BETWEEN 0 AND 10
  OR score <> floor(score);

-- check answers_are_enough (warning)
SELECT segment, CAST(sum(responses) AS BIGINT) AS answers
FROM "answer_counts"
GROUP BY segment
HAVING sum(responses) < 30
ORDER BY segment;

-- check people_answer_once (warning)
SELECT person, count(*) AS answers
FROM "answers"
WHERE score IS NOT NULL
  AND person IS NOT NULL
GROUP BY person
HAVING count(*) > 1
ORDER BY answers DESC, person;

-- check segments_answer_alike (warning)
WITH rates AS (
  SELECT
    segment,
    CAST(sum(asked) AS BIGINT) AS asked,
    CAST(sum(responses) AS BIGINT) AS answers,
    sum(responses) / sum(asked) AS response_rate
  FROM "answer_counts"
  GROUP BY segment
)
SELECT *
FROM rates
QUALIFY max(response_rate) OVER () - min(response_rate) OVER () > 0.1
ORDER BY response_rate DESC, segment;

-- check times_are_past (warning)
SELECT *
FROM "nps_survey"
WHERE CAST(answered_on AS TIMESTAMP) > TIMESTAMP '2026-06-15 12:00:00';

-- finding score
WITH counts AS (
  SELECT
    CAST(sum(asked) AS BIGINT) AS asked,
    CAST(sum(responses) AS BIGINT) AS responses,
    CAST(sum(promoters) AS BIGINT) AS promoters,
    CAST(sum(passives) AS BIGINT) AS passives,
    CAST(sum(detractors) AS BIGINT) AS detractors,
    sum(promoters) / nullif(sum(responses), 0) AS p,
    sum(detractors) / nullif(sum(responses), 0) AS d
  FROM "answer_counts"
)
SELECT
  100 * (p - d) AS nps,
  100 * 1.959963985 * sqrt((p + d - (p - d) ** 2) / responses) AS margin,
  greatest(-100, nps - margin) AS lowest,
  least(100, nps + margin) AS highest,
  asked,
  responses,
  responses / nullif(asked, 0) AS response_rate,
  promoters,
  passives,
  detractors
FROM counts;

-- finding segments
WITH counts AS (
  SELECT
    segment,
    CAST(sum(asked) AS BIGINT) AS asked,
    CAST(sum(responses) AS BIGINT) AS responses,
    CAST(sum(promoters) AS BIGINT) AS promoters,
    CAST(sum(passives) AS BIGINT) AS passives,
    CAST(sum(detractors) AS BIGINT) AS detractors,
    sum(promoters) / nullif(sum(responses), 0) AS p,
    sum(detractors) / nullif(sum(responses), 0) AS d
  FROM "answer_counts"
  GROUP BY segment
)
SELECT
  segment,
  100 * (p - d) AS nps,
  100 * 1.959963985 * sqrt((p + d - (p - d) ** 2) / responses) AS margin,
  greatest(-100, nps - margin) AS lowest,
  least(100, nps + margin) AS highest,
  asked,
  responses,
  responses / asked AS response_rate,
  asked / sum(asked) OVER () AS asked_share
FROM counts
ORDER BY nps DESC NULLS LAST, segment;

-- finding weighted
WITH strata AS (
  SELECT
    segment,
    CAST(sum(asked) AS BIGINT) AS asked,
    CAST(sum(responses) AS BIGINT) AS responses,
    CAST(sum(promoters) AS BIGINT) AS promoters,
    CAST(sum(passives) AS BIGINT) AS passives,
    CAST(sum(detractors) AS BIGINT) AS detractors,
    sum(promoters) / nullif(sum(responses), 0) AS p,
    sum(detractors) / nullif(sum(responses), 0) AS d
  FROM "answer_counts"
  GROUP BY segment
), answered AS (
  SELECT
    *,
    asked / sum(asked) OVER () AS stratum_weight,
    p - d AS net
  FROM strata
  WHERE responses > 0
)
SELECT
  100 * (sum(promoters) - sum(detractors)) / sum(responses) AS nps,
  100 * sum(stratum_weight * net) AS weighted_nps,
  100 * 1.959963985 * sqrt(sum(stratum_weight ** 2 * (p + d - net ** 2) / responses)) AS margin,
  min(responses / asked) AS lowest_response_rate,
  max(responses / asked) AS highest_response_rate
FROM answered
HAVING count(*) > 0;

-- finding trend
WITH counts AS (
  SELECT
    period,
    CAST(sum(asked) AS BIGINT) AS asked,
    CAST(sum(responses) AS BIGINT) AS responses,
    CAST(sum(promoters) AS BIGINT) AS promoters,
    CAST(sum(passives) AS BIGINT) AS passives,
    CAST(sum(detractors) AS BIGINT) AS detractors,
    sum(promoters) / nullif(sum(responses), 0) AS p,
    sum(detractors) / nullif(sum(responses), 0) AS d
  FROM "answer_counts"
  WHERE period IS NOT NULL
  GROUP BY period
  HAVING sum(responses) > 0
)
SELECT
  period,
  100 * (p - d) AS nps,
  100 * 1.959963985 * sqrt((p + d - (p - d) ** 2) / responses) AS margin,
  greatest(-100, nps - margin) AS lowest,
  least(100, nps + margin) AS highest,
  responses
FROM counts
ORDER BY period;

-- finding drivers
SELECT
  ['product_rating', 'delivery_rating', 'service_rating', 'website_rating', 'price_rating'][CAST(driver AS INTEGER)] AS driver,
  weight / nullif(explained, 0) AS importance,
  coefficient,
  correlation,
  explained,
  answers
FROM "driver_weights"
ORDER BY importance DESC NULLS LAST, driver;

-- finding comments
WITH comments AS (
  SELECT
    score_group,
    trim(comment) AS comment,
    sentiment
  FROM "answers"
  WHERE score IS NOT NULL
    AND trim(comment) <> ''
), by_comment AS (
  SELECT score_group, comment, count(*) AS times
  FROM comments
  GROUP BY score_group, comment
  QUALIFY row_number() OVER (PARTITION BY score_group ORDER BY times DESC, comment) <= 3
), frequent AS (
  SELECT score_group, list(comment ORDER BY times DESC, comment) AS examples
  FROM by_comment
  GROUP BY score_group
)
SELECT
  score_group,
  count(*) AS comments,
  count_if(sentiment > 0) / count(*) AS positive_share,
  count_if(sentiment < 0) / count(*) AS negative_share,
  avg(sentiment) AS average_sentiment,
  any_value(examples) AS examples
FROM comments
JOIN frequent USING (score_group)
GROUP BY score_group
ORDER BY list_position(['promoter', 'passive', 'detractor'], score_group);
