import { moduleSuite } from './module-suite.ts';

const visitSteps = ['*', 'commerce.productViews', 'commerce.productListAdds', 'commerce.checkouts', 'commerce.purchases'];

moduleSuite([
  {
    module: 'explore.funnel',
    name: 'visits',
    input: {
      dataset: 'web_clickstream',
      person: 'identityMap.ECID[1].id',
      time: 'timestamp',
      event: 'eventType',
      steps: visitSteps,
      visit: '_experience.analytics.session.num',
      breakdown: 'device.type',
      saveAs: 'visit_funnel',
    },
    datasets: ['web_clickstream'],
  },
  {
    module: 'explore.funnel',
    name: 'strict-within-days',
    input: {
      dataset: 'events_engagement',
      person: 'user_id',
      time: 'event_time',
      order: 'strict',
      window: 2,
      conditions: [
        { name: 'Looks at a map', condition: "feature IN ('trail map', 'offline map')" },
        { name: 'Logs a hike', condition: "feature = 'log a hike'" },
        { name: 'Shares it', condition: "feature = 'share' -- with friends" },
      ],
    },
    datasets: ['events_engagement'],
  },
  {
    module: 'explore.funnel',
    name: 'loose-within-days',
    input: {
      dataset: 'events_engagement',
      person: 'user_id',
      time: 'event_time',
      event: 'feature',
      steps: ['trail map', 'log a hike', 'log a hike'],
      window: 36,
      windowUnit: 'hour',
      from: '2026-03-01',
      until: '2026-04-30',
    },
    datasets: ['events_engagement'],
  },
]);
