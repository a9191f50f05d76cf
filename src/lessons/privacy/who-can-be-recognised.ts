import type { Lesson } from '../contract.ts';

/** Why removing names is not enough: k-anonymity by GROUP BY, and what a group gives away. */
export const whoCanBeRecognised: Lesson = {
  id: 'who-can-be-recognised',
  title: 'Who can be recognised',
  goal: 'Tell how many people a few plain columns give away, and hide them by saying less.',
  minutes: 12,
  datasets: ['healthcare_customers'],
  pages: [
    {
      title: 'No name is needed',
      text: `Take name, telephone number, e-mail and address away from \`healthcare_customers\`. What is left looks harmless: age, gender, country, a diagnosis. But a neighbour knows your age, your gender and where you live.

So group the rows by what others know. The smallest group is **k**: whoever is in a group of one is recognised, and the diagnosis with them.`,
      task: {
        kind: 'sql',
        statement: `SELECT age, gender, country, count(*) AS people
FROM healthcare_customers
GROUP BY age, gender, country
ORDER BY people, age, gender, country;`,
      },
      questions: [
        {
          id: 'alone',
          prompt: 'How many people are alone in their group of age, gender and country?',
          answer: 101,
          proof: `SELECT count(*) FROM (
  SELECT count(*) AS people FROM healthcare_customers GROUP BY age, gender, country
) WHERE people = 1`,
          hint: 'Put the query into a subquery, and count the groups WHERE people = 1.',
          because: 'Each of them is recognised by whoever knows three plain things.',
        },
      ],
    },
    {
      title: 'Say less',
      text: `Ages in bands of ten years join groups. Nothing else has to change, and the bands still serve most analyses.

\`floor(age / 10) * 10\` is the beginning of the band. Count again.`,
      task: {
        kind: 'sql',
        statement: `WITH bands AS (
  SELECT floor(age / 10) * 10 AS age_from, gender, country, count(*) AS people
  FROM healthcare_customers
  GROUP BY ALL
)
SELECT count(*) AS groups, count_if(people < 5) AS small_groups, sum(people) FILTER (WHERE people < 5) AS people_in_them
FROM bands;`,
      },
      questions: [
        {
          id: 'small-groups',
          prompt: 'How many people are still in groups of fewer than five?',
          answer: 64,
          proof: `SELECT sum(people) FROM (
  SELECT count(*) AS people FROM healthcare_customers GROUP BY floor(age / 10), gender, country
) WHERE people < 5`,
          hint: 'It is the last figure of the statement.',
          because: 'They could be left out, or the columns be said still less exactly: each has its price.',
        },
      ],
    },
    {
      title: 'The least that reaches k',
      text: `The guide tries all combinations of levels and proposes the one that loses least while it reaches k = 5 and leaves out at most 5 % of the rows. It also looks at the diagnoses within each group: a large group in which all have the same one hides nothing.

Run it, and read the proposal.`,
      task: {
        kind: 'module',
        module: 'privacy.anonymity',
        input: {
          dataset: 'healthcare_customers',
          known: ['age', 'gender', 'country'],
          sensitive: 'diagnosis_code',
        },
        notes: {
          cells: 'One GROUP BY does it all: rows that no known column tells apart are one group.',
          proposal: 'Loss counts how many of a column’s values now stand as one; a row left out has lost everything.',
        },
      },
      questions: [
        {
          id: 'diagnoses',
          prompt: 'How many different diagnoses are there at all?',
          answer: 6,
          proof: 'SELECT count(DISTINCT diagnosis_code) FROM healthcare_customers',
          hint: 'count(DISTINCT …).',
          because: 'No group can hold more: l is at most the number of values.',
        },
      ],
    },
  ],
};
