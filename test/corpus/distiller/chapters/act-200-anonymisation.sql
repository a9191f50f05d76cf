--% ACT 200 to 400: sensitive data

--# GROUP BY: groups too small to be shown
--: sample-data/README.md, groupsBelowFive and rowsInGroupsBelowFive
--@ sample healthcare_customers
SELECT count(*) AS groups, sum(n) AS rows FROM (SELECT count(*) AS n FROM healthcare_customers GROUP BY floor(age / 10), gender, country HAVING n < 5);
--= ["groups", "rows"]
--= [27, 64]

--# rand: noise of Laplace round a count
--: Data Distiller guide, ACT 200; by hand: twenty times the scale is passed once in 10^8 draws
--@ sample healthcare_customers
SELECT abs(noisy - 1500) < 20 AS near FROM (SELECT count(*) + (-1.0 * sign(u) * ln(1 - 2 * abs(u))) AS noisy FROM healthcare_customers CROSS JOIN (SELECT rand() - 0.5 AS u) GROUP BY u);
--= ["near"]
--= [true]

--# SUBSTRING: masks of names, numbers and addresses
--: Data Distiller guide, ACT 300, unchanged
--@ sample healthcare_customers
SELECT bool_and(n RLIKE '^User[0-9]{1,4}$') AS names, bool_and(p RLIKE '^XXX-XXX-[0-9]{4}$') AS phones, bool_and(e LIKE '____****@domain.com') AS emails FROM (SELECT CONCAT('User', CAST(FLOOR(RAND()*10000) AS STRING)) AS n, CONCAT('XXX-XXX-', SUBSTRING(phone_number,-4)) AS p, CONCAT(SUBSTRING(email,1,4),'****@domain.com') AS e FROM healthcare_customers);
--= ["names", "phones", "emails"]
--= [true, true, true]

--# sha2: pseudonyms that stay different
--: by hand
--@ sample healthcare_customers
SELECT count(DISTINCT sha2(concat(email, 'salt'), 256)) = count(DISTINCT email) AS different, min(length(sha2(email, 256))) AS digits FROM healthcare_customers;
--= ["different", "digits"]
--= [true, 64]

--# aes_encrypt: addresses there and back
--: Data Distiller guide, ACT 400
--@ sample healthcare_customers
SELECT bool_and(cast(aes_decrypt(unbase64(hidden), '1234567890abcdef') AS string) = email) AS back, bool_and(hidden <> email) AS hidden FROM (SELECT email, base64(aes_encrypt(email, '1234567890abcdef')) AS hidden FROM healthcare_customers LIMIT 100);
--= ["back", "hidden"]
--= [true, true]

--# CASE: bands of age
--: by hand: the bands hold every row of sample-data/README.md
--@ sample healthcare_customers
SELECT sum(n) AS rows FROM (SELECT CASE WHEN age < 30 THEN '18-29' WHEN age < 60 THEN '30-59' ELSE '60+' END AS band, count(*) AS n FROM healthcare_customers GROUP BY band);
--= ["rows"]
--= [1500]
