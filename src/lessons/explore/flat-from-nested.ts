import type { Lesson } from '../contract.ts';

/** Nested events: paths, lists that count from 1, and what repeats once a list has become rows. */
export const flatFromNested: Lesson = {
  id: 'flat-from-nested',
  title: 'Flat from nested',
  goal: 'Read nested values by their path, turn a list into rows, and know what must not be added up afterwards.',
  minutes: 12,
  datasets: ['web_events'],
  pages: [
    {
      title: 'Dots and brackets',
      text: `Events of a customer data platform are trees, as in chapter EXPLORE 200 of Data Distiller. A **dot** goes into a struct: \`device.type\`. A **bracket** takes an item of a list: \`identityMap.ECID[1].id\` is the first browser identity.

Mind one difference: lists count **from 1** here, and from 0 in Data Distiller. In both, a path through a missing value gives NULL, not an error.`,
      task: {
        kind: 'sql',
        statement: `SELECT
  _id,
  timestamp,
  web.page AS page,
  device.type AS device,
  identityMap.ECID[1].id AS browser,
  identityMap.CRMID[1].id AS customer_id
FROM web_events
ORDER BY timestamp
LIMIT 100;`,
      },
      questions: [
        {
          id: 'signed-in',
          prompt: 'How many page views were made signed in, with a CRMID?',
          answer: 2015,
          proof: 'SELECT count(identityMap.CRMID[1].id) FROM web_events',
          hint: 'count(identityMap.CRMID[1].id) leaves out NULL.',
          because: 'Without a CRMID the list is NULL, its first item is NULL, and so is the id in it.',
        },
      ],
    },
    {
      title: 'One row an item',
      text: `\`productListItems\` lists one to three products, and only on some pages. A chart by product needs **one row a product**: \`unnest\` turns the list into rows.

Rows with no list give no rows. Is that what you want? For products seen, yes. For page views, no: choose *keep rows without items* in the guide, which gives those one row with NULL.`,
      task: {
        kind: 'module',
        module: 'explore.flatten-events',
        input: {
          dataset: 'web_events',
          columns: [
            '_id',
            'timestamp',
            'web.page',
            'device.type',
            'productListItems[1].name',
            'productListItems[1].priceTotal',
          ],
          list: 'productListItems',
          keepEmpty: false,
          position: true,
        },
        notes: {
          flat_rows: 'unnest in the SELECT makes the rows; a second one beside it numbers the items from 1.',
        },
      },
      questions: [
        {
          id: 'flat-rows',
          prompt: 'How many rows has the flat table?',
          answer: 2306,
          proof: 'SELECT sum(len(productListItems)) FROM web_events',
          hint: 'It stands in the first sentence of the findings.',
          because: 'As many as there are items in all lists together.',
        },
        {
          id: 'flat-rows-kept',
          prompt: 'And how many when rows without items are kept?',
          answer: 6161,
          proof: 'SELECT sum(greatest(coalesce(len(productListItems), 0), 1)) FROM web_events',
          hint: 'Switch on “Keep rows without items” and run the guide again.',
          because: '3,855 of 5,000 page views list no product; each of them now has one row.',
        },
      ],
    },
    {
      title: 'What repeats',
      text: `After unfolding, everything outside the list **repeats** in each of its rows: identifier, time, page, and the total of an order, if there is one. Adding up such a total would count it once for each product.

The rule: what belongs to the event, count and add up **before**, or with \`count(DISTINCT _id)\`; what belongs to the item, after.`,
      task: {
        kind: 'sql',
        statement: `WITH items AS (
  SELECT _id, device.type AS device, unnest(productListItems) AS item
  FROM web_events
)
SELECT
  device,
  count(*) AS items,
  count(DISTINCT _id) AS page_views
FROM items
GROUP BY device
ORDER BY items DESC;`,
      },
      questions: [
        {
          id: 'page-views-with-products',
          prompt: 'How many page views list at least one product?',
          answer: 1145,
          proof: 'SELECT count(*) FROM web_events WHERE len(productListItems) > 0',
          hint: 'Add up page_views: an event has one device, so nothing counts twice.',
          because: 'Two items each, on average.',
        },
      ],
    },
  ],
};
