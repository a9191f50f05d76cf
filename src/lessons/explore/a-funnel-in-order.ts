import type { Lesson } from '../contract.ts';

const people = "_experience.analytics.session.num IS NOT NULL AND timestamp < DATE '2026-06-01'";

/** From the first page to a purchase: what a funnel counts, and when a difference between groups is real. */
export const aFunnelInOrder: Lesson = {
  id: 'a-funnel-in-order',
  title: 'A funnel, in order',
  goal: 'Count who gets from step to step, find the step where most is lost, and tell a real difference from chance.',
  minutes: 15,
  datasets: ['web_clickstream'],
  pages: [
    {
      title: 'Counting events is no funnel',
      text: `The web shop records an event for each product that is seen, put into the cart and bought. It is tempting to count events by type and to divide.

But one visit sees many products. What you want to know is how many **visits** got as far as each step, and each visit counts once.`,
      task: {
        kind: 'sql',
        statement: `SELECT eventType, count(*) AS events, count(DISTINCT (identityMap.ECID[1].id, _experience.analytics.session.num)) AS visits
FROM web_clickstream
WHERE ${people}
GROUP BY eventType
ORDER BY events DESC;`,
      },
      questions: [
        {
          id: 'visits-with-product',
          prompt: 'In how many visits was a product seen?',
          answer: 4422,
          proof: `SELECT count(DISTINCT (identityMap.ECID[1].id, _experience.analytics.session.num))
FROM web_clickstream
WHERE eventType = 'commerce.productViews' AND ${people}`,
          hint: 'Read the column visits, not the column events.',
          because: 'count(DISTINCT …) over visitor and number of the visit counts each visit once.',
        },
      ],
    },
    {
      title: 'Each step after the one before',
      text: `A funnel also asks for the **order**: a cart counts only when a product was seen before, in the same visit. The guide takes for each visit the first event, looks for the next product view after it, from there for the next cart, and so on.

Run it with visits kept apart, and compare devices. The star stands for any event, so that the first step is the visit itself.`,
      task: {
        kind: 'module',
        module: 'explore.funnel',
        input: {
          dataset: 'web_clickstream',
          person: 'identityMap.ECID[1].id',
          time: 'timestamp',
          event: 'eventType',
          steps: ['*', 'commerce.productViews', 'commerce.productListAdds', 'commerce.checkouts', 'commerce.purchases'],
          visit: '_experience.analytics.session.num',
          breakdown: 'device.type',
        },
        notes: {
          step_events:
            'One column for each step says whether the event is that step: the rest of the SQL need not know how.',
          furthest_steps:
            'Each query builds on the one before: it finds the earliest event of the next step that is not earlier than the last one found.',
        },
      },
      questions: [
        {
          id: 'visits-to-purchase',
          prompt: 'How many visits ended in a purchase?',
          answer: 917,
          proof: `SELECT count(DISTINCT (identityMap.ECID[1].id, _experience.analytics.session.num))
FROM web_clickstream
WHERE eventType = 'commerce.purchases' AND ${people}`,
          hint: 'It stands in the first sentence of the findings.',
          because: 'In this shop nobody buys without the steps before, so that both ways of counting agree.',
        },
        {
          id: 'lost-before-cart',
          prompt: 'How many visits that saw a product put nothing into the cart?',
          answer: 2497,
          proof: `WITH visits AS (
  SELECT bool_or(eventType = 'commerce.productViews') AS saw, bool_or(eventType = 'commerce.productListAdds') AS added
  FROM web_clickstream
  WHERE ${people}
  GROUP BY identityMap.ECID[1].id, _experience.analytics.session.num
)
SELECT count(*) FROM visits WHERE saw AND NOT added`,
          hint: 'Look at the column lost of the step commerce.productListAdds.',
          because: '4,422 visits saw a product and 1,925 filled the cart.',
        },
      ],
    },
    {
      title: 'More than chance?',
      text: `Desktops seem to buy more often than phones. Two groups never have exactly the same share, even when nothing is behind it. The finding **Which differences are more than chance** tests each pair of groups.

The more pairs you test, the more often one of them looks different by luck alone. That is why the guide shows a p-value **adjusted** for all pairs at once (Holm’s method).`,
      questions: [
        {
          id: 'desktop-share',
          prompt: 'What share of visits on desktops ends in a purchase, in percent with one decimal?',
          answer: 14.9,
          proof: `WITH visits AS (
  SELECT bool_or(eventType = 'commerce.purchases') AS bought
  FROM web_clickstream
  WHERE device.type = 'desktop' AND ${people}
  GROUP BY identityMap.ECID[1].id, _experience.analytics.session.num
)
SELECT round(100 * count(*) FILTER (WHERE bought) / count(*), 1) FROM visits`,
          hint: 'Look at Conversion by group.',
          because: '506 of 3,394 visits on desktops ended in a purchase; on phones it was 343 of 5,716.',
        },
      ],
    },
  ],
};
