import type { Lesson } from '../contract.ts';

const totals = `WITH totals AS (
  SELECT
    _tenant.membershipNumber AS member,
    any_value(_tenant.loyaltyStatus) AS status,
    sum(_tenant.mileage) AS miles
  FROM airline_loyalty_data
  GROUP BY member
),
deciles AS (
  SELECT *, ntile(10) OVER (PARTITION BY status ORDER BY miles DESC, member) AS decile
  FROM totals
)`;

/** Ten equal parts within each level, and what a threshold is. */
export const decilesOfLoyalty: Lesson = {
  id: 'deciles-of-loyalty',
  title: 'The best tenth of each level',
  goal: 'Rank people within their own group, over several look-backs in one pass, and read the thresholds.',
  minutes: 15,
  datasets: ['airline_loyalty_data'],
  pages: [
    {
      title: 'Several look-backs, one pass',
      text: `Chapter ENRICH 200 of Data Distiller ranks members of an airline by their miles over the last month, three months and so on. Six look-backs need not read the data six times: \`sum(…) FILTER (WHERE …)\` adds up some of the rows, and each look-back is one column.

Miles that were **spent** are rows below zero (\`AWARD_MILES\`). Added up with the rest you get what is left; with \`WHERE _tenant.transactionType = 'STATUS_MILES'\`, what was flown. Say which one you mean.`,
      task: {
        kind: 'sql',
        statement: `SELECT
  _tenant.loyaltyStatus AS status,
  sum(_tenant.mileage) AS miles,
  sum(_tenant.mileage) FILTER (WHERE _tenant.transactionType = 'STATUS_MILES') AS flown,
  sum(_tenant.mileage) FILTER (WHERE _tenant.transactionDate >= DATE '2026-03-01') AS miles_of_spring
FROM airline_loyalty_data
GROUP BY status
ORDER BY miles DESC;`,
      },
      questions: [
        {
          id: 'gold-flown',
          prompt: 'How many miles did GOLD members gain, without what they spent?',
          answer: 4_397_500,
          proof: `SELECT sum(_tenant.mileage) FROM airline_loyalty_data
WHERE _tenant.loyaltyStatus = 'GOLD' AND _tenant.transactionType = 'STATUS_MILES'`,
          hint: 'Column flown.',
          because: 'A FILTER belongs to one aggregate; a WHERE would hold for all of them.',
        },
      ],
    },
    {
      title: 'Among equals',
      text: `Ranked all together, the best tenth would hold 50 of the 64 GOLD members, and not one FLYER. \`PARTITION BY\` ranks each member **within their own level**: a FLYER is compared with FLYERs.

The finding “Where the buckets are cut” gives the **thresholds**: the lowest total that is still in a bucket. That is what you tell a member who asks how far it is to the next.`,
      task: {
        kind: 'module',
        module: 'enrich.deciles',
        input: {
          dataset: 'airline_loyalty_data',
          person: '_tenant.membershipNumber',
          time: '_tenant.transactionDate',
          amount: '_tenant.mileage',
          group: '_tenant.loyaltyStatus',
        },
        notes: {
          totals: 'One sum with a FILTER for each look-back, then UNPIVOT: a row for each of them.',
          buckets: 'ntile within look-back and level.',
          bucket_maps: 'A map from level to bucket for each look-back: one row a member, ready for profiles.',
        },
      },
      questions: [
        {
          id: 'gold-threshold',
          prompt: 'Over all time, with how many miles does the best tenth of GOLD begin?',
          answer: 84_100,
          proof: `${totals}
SELECT min(miles) FROM deciles WHERE status = 'GOLD' AND decile = 1`,
          hint: 'It stands in the sentence of “Where the buckets are cut in each group”.',
          because: 'The lowest total in bucket 1.',
        },
        {
          id: 'flyer-threshold',
          prompt: 'And of FLYER?',
          answer: 19_700,
          proof: `${totals}
SELECT min(miles) FROM deciles WHERE status = 'FLYER' AND decile = 1`,
          hint: 'In the same sentence.',
          because: 'Less than a quarter of what GOLD needs: within the level it is the best all the same.',
        },
      ],
    },
    {
      title: 'The top 30 %',
      text: `An audience takes buckets 1 to 3: the top 30 % of each level. Parts of equal size are as equal as can be: 64 people make four buckets of seven and six of six, the larger ones first.

Members of **equal** totals at an edge are cut apart by their number. The last finding of the guide counts them; *Keep them together* avoids it.`,
      task: {
        kind: 'sql',
        statement: `${totals}
SELECT
  status,
  count(*) AS members,
  count_if(decile <= 3) AS top_30_percent
FROM deciles
GROUP BY status
ORDER BY members DESC;`,
      },
      questions: [
        {
          id: 'gold-top',
          prompt: 'How many GOLD members are in buckets 1 to 3?',
          answer: 21,
          proof: `${totals}
SELECT count(*) FROM deciles WHERE status = 'GOLD' AND decile <= 3`,
          hint: 'Run the statement of this page.',
          because: 'Of 64, the first four buckets have 7 members and the others 6.',
        },
      ],
    },
  ],
};
