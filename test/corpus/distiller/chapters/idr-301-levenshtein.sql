--% IDR 301: names with typing mistakes

--# levenshtein: pairs one letter apart
--: sample-data/README.md, pairsOneLetterApart
--@ sample crm_names
SELECT count(*) AS pairs FROM crm_names a JOIN crm_names b ON a.CRM_ID < b.CRM_ID WHERE levenshtein(a.CRM_ID, b.CRM_ID) = 1;
--= ["pairs"]
--= [140]

--# levenshtein: with a limit, and a block by names
--: sample-data/README.md: typos keep the name, and true identifiers differ in five places
--@ sample crm_names
SELECT count(*) AS pairs FROM crm_names a JOIN crm_names b ON a.first_name = b.first_name AND a.last_name = b.last_name AND a.CRM_ID < b.CRM_ID WHERE levenshtein(a.CRM_ID, b.CRM_ID, 2) BETWEEN 1 AND 2;
--= ["pairs"]
--= [140]
