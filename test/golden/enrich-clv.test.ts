import { moduleSuite } from './module-suite.ts';

moduleSuite([
  {
    module: 'enrich.clv',
    name: 'transactions',
    input: {
      dataset: 'transactions_clv',
      person: 'customer_id',
      time: 'date',
      amount: 'amount',
      saveAs: 'lifetime_values',
    },
    datasets: ['transactions_clv'],
  },
]);
