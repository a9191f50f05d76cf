-- step answers (view)
WITH rows_asked AS (
  SELECT
    CAST(NULL AS VARCHAR) AS person,
    'everyone' AS segment,
    CAST(NULL AS TIMESTAMP) AS answered_at,
    CAST(score AS DOUBLE) AS score,
    CAST(NULL AS VARCHAR) AS comment
  FROM "nps_survey"
  WHERE (channel = 'email' -- the largest
)
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

-- step nps_answers (view)
SELECT
  person,
  segment,
  answered_at,
  score,
  score_group,
  comment,
  sentiment
FROM "answers"
WHERE score IS NOT NULL
ORDER BY answered_at, person, score;

-- check scores_are_there (error)
SELECT count(*) AS rows, count(score) AS answers
FROM (
  SELECT *
  FROM "nps_survey"
  WHERE (channel = 'email' -- the largest
)
)
HAVING count(score) = 0;

-- check scores_fit_scale (error)
SELECT *
FROM (
  SELECT *
  FROM "nps_survey"
  WHERE (channel = 'email' -- the largest
)
)
WHERE score NOT BETWEEN 0 AND 10
  OR score <> floor(score);

-- check answers_are_enough (warning)
SELECT segment, CAST(sum(responses) AS BIGINT) AS answers
FROM "answer_counts"
GROUP BY segment
HAVING sum(responses) < 30
ORDER BY segment;

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
