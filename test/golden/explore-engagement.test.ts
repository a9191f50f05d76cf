import { moduleSuite } from './module-suite.ts';

const app = { dataset: 'events_engagement', person: 'user_id', time: 'event_time' };

moduleSuite([
  {
    module: 'explore.engagement',
    name: 'app',
    input: { ...app, saveAs: 'daily_users' },
    datasets: ['events_engagement'],
  },
  {
    module: 'explore.feature-usage',
    name: 'app',
    input: { ...app, event: 'feature', saveAs: 'features' },
    datasets: ['events_engagement'],
  },
  {
    module: 'explore.time-between',
    name: 'map-to-log',
    input: { ...app, event: 'feature', first: 'trail map', second: 'log a hike', breakdown: 'feature' },
    datasets: ['events_engagement'],
  },
  {
    module: 'explore.time-between',
    name: 'orders',
    input: {
      dataset: 'orders',
      person: 'customer_id',
      time: 'ordered_at',
      eventId: 'order_id',
      breakdown: 'channel',
      saveAs: 'order_gaps',
    },
    datasets: ['orders'],
  },
]);
