import type { Lesson } from '../contract.ts';

const net = `100 * (count_if(score >= 9) - count_if(score <= 6)) / count(score)`;

/** A score, its interval, and who did not answer. */
export const honestNps: Lesson = {
  id: 'honest-nps',
  title: 'An honest net promoter score',
  goal: 'Compute the score with its interval, see who did not answer, and weight the answers by who was asked.',
  minutes: 15,
  datasets: ['nps_survey'],
  pages: [
    {
      title: 'Promoters less detractors',
      text: `“How likely are you to recommend us?” 9 and 10 are **promoters**, 7 and 8 **passives**, 0 to 6 **detractors**. The score is the share of promoters less the share of detractors, in points from −100 to 100.

\`count_if(condition)\` counts the rows for which a condition holds. \`count(score)\` leaves out NULL: people who were asked and did not answer.`,
      task: {
        kind: 'sql',
        statement: `SELECT
  count(*) AS asked,
  count(score) AS answers,
  count_if(score >= 9) AS promoters,
  count_if(score <= 6) AS detractors,
  100 * (count_if(score >= 9) - count_if(score <= 6)) / count(score) AS nps
FROM nps_survey;`,
      },
      questions: [
        {
          id: 'promoters',
          prompt: 'How many promoters are there?',
          answer: 214,
          proof: 'SELECT count(*) FROM nps_survey WHERE score IN (9, 10)',
          hint: 'Run the statement of this page.',
          because: 'Only 9 and 10 count: an 8 is a friendly answer, and still not a promoter.',
        },
        {
          id: 'nps',
          prompt: 'What is the net promoter score, to one decimal?',
          answer: 3.9,
          proof: `SELECT round(${net}, 1) FROM nps_survey`,
          hint: '214 promoters less 188 detractors, of 674 answers.',
          because: 'Passives are in the whole that is divided by, and nowhere else.',
        },
      ],
    },
    {
      title: 'How sure, and who is missing',
      text: `674 answers are a sample. The guide gives a **95 % interval** with the score: if it holds 0, you cannot say that promoters outnumber detractors.

Then look at “Score by segment”, and at its column \`response_rate\`. Loyal customers answer gladly, and like you. New ones mostly keep silent. The plain score listens to those who speak.`,
      task: {
        kind: 'module',
        module: 'enrich.nps',
        input: {
          dataset: 'nps_survey',
          score: 'score',
          person: 'customer_id',
          time: 'answered_on',
          segment: 'segment',
          drivers: ['product_rating', 'delivery_rating', 'service_rating', 'website_rating', 'price_rating'],
          verbatim: 'verbatim',
        },
        notes: {
          answers: 'The groups are one CASE. Rows without a score stay: they tell how many were asked.',
          driver_weights: 'SQL gives the correlations; sharing them out among the ratings needs linear algebra.',
        },
      },
      questions: [
        {
          id: 'highest-rate',
          prompt: 'Which segment answers most often?',
          answer: 'loyal',
          proof:
            'SELECT arg_max(segment, rate) FROM (SELECT segment, count(score) / count(*) AS rate FROM nps_survey GROUP BY segment)',
          hint: 'Compare response_rate in “Score by segment”.',
          because: 'They answer three times as often as new customers, and give the best scores.',
        },
        {
          id: 'driver',
          prompt: 'Which rating matters most for the score?',
          answer: 'product_rating',
          proof: `SELECT arg_max(rating, correlation) FROM (
  SELECT 'product_rating' AS rating, corr(score, product_rating) AS correlation FROM nps_survey
  UNION ALL SELECT 'delivery_rating', corr(score, delivery_rating) FROM nps_survey
  UNION ALL SELECT 'service_rating', corr(score, service_rating) FROM nps_survey
  UNION ALL SELECT 'website_rating', corr(score, website_rating) FROM nps_survey
  UNION ALL SELECT 'price_rating', corr(score, price_rating) FROM nps_survey
)`,
          hint: 'It is the first bar of “What drives the score”.',
          because: 'It has the highest correlation with the score, and half of what all ratings explain.',
        },
      ],
    },
    {
      title: 'Weighting by who was asked',
      text: `Take the score of each segment, and weight it by **how many were asked** in place of how many answered. That takes away the part of the bias which segments explain.

In SQL: one row for each segment, then a weighted average of them. \`sum(asked) OVER ()\` is the total beside each row.`,
      task: {
        kind: 'sql',
        statement: `WITH segments AS (
  SELECT
    segment,
    count(*) AS asked,
    100 * (count_if(score >= 9) - count_if(score <= 6)) / count(score) AS nps
  FROM nps_survey
  GROUP BY segment
)
SELECT round(sum(asked * nps) / sum(asked), 2) AS weighted_nps
FROM segments;`,
      },
      questions: [
        {
          id: 'weighted',
          prompt: 'What is the weighted score, to two decimals?',
          answer: -1.74,
          proof: `SELECT round(sum(asked * nps) / sum(asked), 2)
FROM (SELECT segment, count(*) AS asked, ${net} AS nps FROM nps_survey GROUP BY segment)`,
          hint: 'Run the statement of this page. Mind the sign.',
          because: 'From nearly +4 to below 0: the plain score was good because the loyal answered.',
        },
      ],
    },
  ],
};
