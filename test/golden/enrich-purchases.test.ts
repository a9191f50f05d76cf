import { moduleSuite } from './module-suite.ts';

const orders = { dataset: 'orders', person: 'customer_id', time: 'ordered_at', amount: 'amount' };

moduleSuite([
  {
    module: 'enrich.next-purchase',
    name: 'orders',
    input: { ...orders, saveAs: 'expected_orders' },
    datasets: ['orders'],
  },
  {
    module: 'enrich.next-purchase',
    name: 'orders-as-of',
    input: { ...orders, day: '2026-01-01', prior: 0 },
    datasets: ['orders'],
  },
  {
    module: 'enrich.propensity-features',
    name: 'orders',
    input: { ...orders, saveAs: 'order_features' },
    datasets: ['orders'],
  },
  {
    module: 'enrich.propensity-features',
    name: 'returns',
    input: {
      dataset: 'orders',
      person: 'customer_id',
      time: 'ordered_at',
      outcome: "status = 'returned'",
      cutOff: '2026-01-01',
      horizon: 90,
      windows: ['30'],
    },
    datasets: ['orders'],
  },
]);
