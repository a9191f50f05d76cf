--% ENRICH 400: net promoter score

--# CASE: promoters, passives and detractors
--: sample-data/README.md, nps
--@ sample nps_survey
SELECT count(score) AS responses, count_if(score >= 9) AS promoters, count_if(score BETWEEN 7 AND 8) AS passives, count_if(score <= 6) AS detractors, round(100 * (count_if(score >= 9) - count_if(score <= 6)) / count(score), 4) AS nps FROM nps_survey;
--= ["responses", "promoters", "passives", "detractors", "nps"]
--= [674, 214, 272, 188, 3.8576]

--# GROUP BY: by segment
--: sample-data/README.md, npsBySegment
--@ sample nps_survey
SELECT segment, count(*) AS responses, round(avg(CASE WHEN score >= 9 THEN 100 WHEN score <= 6 THEN -100 ELSE 0 END), 4) AS nps FROM nps_survey WHERE score IS NOT NULL GROUP BY segment ORDER BY nps;
--= ["segment", "responses", "nps"]
--= ["new", 157, -11.465]
--= ["regular", 297, -2.6936]
--= ["loyal", 220, 23.6364]
