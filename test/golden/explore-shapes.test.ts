import { moduleSuite } from './module-suite.ts';

moduleSuite([
  {
    module: 'explore.flatten-events',
    name: 'products',
    input: {
      dataset: 'web_clickstream',
      columns: [
        '_id',
        'timestamp',
        'identityMap.ECID[1].id',
        'identityMap.CRMID[1].id',
        'web.webPageDetails.name',
        'productListItems[1].SKU',
        'productListItems[1].priceTotal',
      ],
      list: 'productListItems',
      keepEmpty: false,
      position: true,
      saveAs: 'products_seen',
    },
    datasets: ['web_clickstream'],
  },
  {
    module: 'explore.flatten-events',
    name: 'everything',
    input: { dataset: 'web_events', lists: 'count', where: "device.type <> 'tablet'" },
    datasets: ['web_events'],
  },
  {
    module: 'explore.customer-360',
    name: 'shop',
    input: {
      dataset: 'customers',
      person: 'customer_id',
      who: '00104102',
      events: [
        { dataset: 'orders', person: 'customer_id', time: 'ordered_at', label: 'product', amount: 'amount' },
        { dataset: 'events_engagement', person: 'user_id', time: 'event_time', label: 'feature' },
      ],
      saveAs: 'timeline',
    },
    datasets: ['customers', 'orders', 'events_engagement'],
  },
]);
