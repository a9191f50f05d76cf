import { moduleSuite } from './module-suite.ts';

moduleSuite([
  {
    module: 'explore.profile-table',
    name: 'orders',
    input: { dataset: 'orders', key: ['order_id'], saveAs: 'orders_profile' },
    datasets: ['orders'],
  },
  {
    module: 'explore.profile-table',
    name: 'nested-events',
    input: { dataset: 'web_events', frequent: 2 },
    datasets: ['web_events'],
  },
]);
