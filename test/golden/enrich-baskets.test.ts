import { moduleSuite } from './module-suite.ts';

moduleSuite([
  {
    module: 'enrich.baskets',
    name: 'receipts',
    input: {
      dataset: 'checkout_data_batch_1',
      basket: '_id',
      item: '"order".lines',
      itemField: 'product.name',
      saveAs: 'receipt_rules',
    },
    datasets: ['checkout_data_batch_1'],
  },
  {
    module: 'enrich.baskets',
    name: 'customers-pairs',
    input: { dataset: 'orders', basket: 'customer_id', item: 'product', triples: false },
    datasets: ['orders'],
  },
  {
    module: 'enrich.profile-attributes',
    name: 'customers',
    input: {
      profiles: 'customers',
      identity: 'customer_id',
      keep: ['email', 'segment'],
      events: 'orders',
      person: 'customer_id',
      time: 'ordered_at',
      attributes: [
        { name: 'orders', kind: 'count' },
        { name: 'revenue_365', kind: 'sum', column: 'amount', days: 365 },
        { name: 'favourite_category', kind: 'favourite', column: 'category' },
        { name: 'last_channel', kind: 'last', column: 'channel' },
        { name: 'days_since_last_order', kind: 'days-since-last' },
      ],
      saveAs: 'customer_attributes',
    },
    datasets: ['customers', 'orders'],
  },
]);
