-- step likes (table)
WITH apart AS (
  SELECT
    email AS person,
    coalesce(CAST(state AS VARCHAR), 'none') AS group_name,
    unnest(string_split(CAST(genres AS VARCHAR), '|')) AS "value"
  FROM "movie_data"
  WHERE email IS NOT NULL
)
SELECT DISTINCT
  person,
  group_name,
  trim("value") AS category
FROM apart
WHERE trim("value") <> '';

-- step ranked (table)
WITH group_people AS (
  SELECT group_name, count(DISTINCT person) AS people_in_group
  FROM "likes"
  GROUP BY group_name
), counts AS (
  SELECT group_name, category, count(*) AS people
  FROM "likes"
  GROUP BY group_name, category
), everyone AS (
  SELECT
    category,
    count(DISTINCT person) AS people_overall,
    people_overall / (SELECT count(DISTINCT person) FROM "likes") AS overall_share
  FROM "likes"
  GROUP BY category
)
SELECT
  *,
  people / people_in_group AS people_share,
  people_share / overall_share AS lift,
  row_number() OVER (PARTITION BY group_name ORDER BY people DESC, category) AS place
FROM counts
JOIN group_people USING (group_name)
JOIN everyone USING (category);

-- step favourites (table)
SELECT
  group_name,
  place,
  category,
  any_value(ranked.people) AS people,
  any_value(people_share) AS people_share,
  any_value(lift) AS lift,
  list(person ORDER BY person) AS members
FROM "ranked" AS ranked
JOIN "likes" AS likes USING (group_name, category)
WHERE place <= 2
GROUP BY group_name, place, category
ORDER BY group_name, place;

-- check people_are_known (warning)
SELECT *
FROM "movie_data"
WHERE email IS NULL;

-- check people_come_once (note)
SELECT email AS person, count(*) AS rows
FROM "movie_data"
WHERE email IS NOT NULL
GROUP BY email
HAVING count(*) > 1
ORDER BY rows DESC, person;

-- check preferences_are_there (error)
SELECT count(*) AS preferences
FROM "likes"
HAVING count(*) = 0;

-- check values_are_apart (note)
SELECT count(*) AS rows, any_value(CAST(genres AS VARCHAR)) AS example
FROM "movie_data"
WHERE CAST(genres AS VARCHAR) IS NOT NULL
HAVING count(*) > 0
  AND count_if(contains(CAST(genres AS VARCHAR), '|')) = 0;

-- check spellings_agree (warning)
SELECT list(DISTINCT category ORDER BY category) AS spellings
FROM "likes"
GROUP BY lower(category)
HAVING count(DISTINCT category) > 1
ORDER BY spellings;

-- check groups_are_large (note)
SELECT group_name, any_value(people_in_group) AS people
FROM "ranked"
GROUP BY group_name
HAVING any_value(people_in_group) < 30
ORDER BY group_name;

-- finding favourites
SELECT
  group_name AS "group",
  place,
  category,
  people,
  people_share,
  lift,
  array_to_string(list_transform(members[1:3], lambda member: CAST(member AS VARCHAR)), ', ') AS first_people
FROM "favourites"
ORDER BY group_name, place;

-- finding categories
SELECT
  category,
  any_value(people_overall) AS people,
  any_value(overall_share) AS people_share
FROM "ranked"
GROUP BY category
ORDER BY people DESC, category;

-- finding differences
SELECT
  group_name AS "group",
  category,
  people,
  people_share,
  lift
FROM "ranked"
ORDER BY lift DESC, group_name, category
LIMIT 500;
