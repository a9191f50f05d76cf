--% IDR 302: contacts of companies

--# regexp_replace: companies under one spelling
--: sample-data/README.md, companies
--@ sample b2b_contacts
SELECT count(DISTINCT regexp_replace(lower(trim(company)), '(, llc| inc\\.)$', '')) AS companies FROM b2b_contacts;
--= ["companies"]
--= [10]

--# row_number: one contact of each person, the fullest first
--: sample-data/README.md, people
--@ sample b2b_contacts
SELECT count(*) AS people FROM (SELECT row_number() OVER (PARTITION BY first_name, last_name ORDER BY if(phone IS NULL, 0, 1) DESC, updated_on DESC) AS n FROM b2b_contacts) WHERE n = 1;
--= ["people"]
--= [220]

--# count: rows of each system
--: sample-data/README.md, rowsBySource
--@ sample b2b_contacts
SELECT source, count(*) AS n FROM b2b_contacts GROUP BY source ORDER BY source;
--= ["source", "n"]
--= ["crm_east", 128]
--= ["crm_west", 127]
--= ["marketing_tool", 120]
