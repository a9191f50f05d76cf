--% STATSML 400 and FUNC 400: basic statistics

--# percentile: ages of loan customers
--: by hand: the median lies between the quartiles
--@ sample loans
SELECT q[0] < q[1] AND q[1] < q[2] AS rising, q[1] = median AS same FROM (SELECT percentile(age, array(0.25, 0.5, 0.75)) AS q, median(age) AS median FROM loans);
--= ["rising", "same"]
--= [true, true]

--# ANALYZE TABLE COMPUTE STATISTICS: of an imported table
--: sample-data/README.md: 2,000 customers, ages 20 to 75
--@ sample loans
ANALYZE TABLE loans COMPUTE STATISTICS FOR COLUMNS (age, employment) AS loan_figures;
SELECT columnName, nullCount FROM loan_figures ORDER BY columnName;
--= ["columnName", "nullCount"]
--= ["age", 0]
--= ["employment", 0]

--# GROUP BY: takers by employment
--: sample-data/README.md, tookLoanByEmployment
--@ sample loans
SELECT employment, sum(took_loan) AS took FROM loans GROUP BY employment ORDER BY employment;
--= ["employment", "took"]
--= ["employed", 529]
--= ["retired", 93]
--= ["self-employed", 155]
--= ["unemployed", 40]
