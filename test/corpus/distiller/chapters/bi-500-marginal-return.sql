--% BI 500: marginal return

--# SUM: spend and revenue of each channel
--: sample-data/README.md, spendByChannel and revenueByChannel
--@ sample marketing_spend
SELECT channel, round(sum(spend), 2) AS spend, round(sum(revenue), 2) AS revenue FROM marketing_spend GROUP BY channel ORDER BY channel;
--= ["channel", "spend", "revenue"]
--= ["display", 194374.58, 107407.91]
--= ["email", 40877.52, 188720.33]
--= ["paid search", 267086.44, 458699.93]
--= ["social", 217112.43, 310523.69]

--# regr_slope: revenue rises with the logarithm of spend
--: sample-data/README.md: revenue is top × ln(1 + spend ÷ scale) times lifts; the slope is near the top of the channel
--@ sample marketing_spend
SELECT channel, regr_slope(revenue, ln(1 + spend / 300)) BETWEEN 700 AND 1100 AS near_top FROM marketing_spend WHERE channel = 'paid search' AND NOT promotion GROUP BY channel;
--= ["channel", "near_top"]
--= ["paid search", true]

--# LAG: marginal return from step to step
--: by hand: 516 days of each channel have 515 steps
--@ sample marketing_spend
SELECT channel, count(step) AS steps FROM (SELECT channel, spend - LAG(spend) OVER (PARTITION BY channel ORDER BY date) AS step FROM marketing_spend) GROUP BY channel ORDER BY channel;
--= ["channel", "steps"]
--= ["display", 515]
--= ["email", 515]
--= ["paid search", 515]
--= ["social", 515]
