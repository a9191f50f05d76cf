import { moduleSuite } from './module-suite.ts';

const app = { dataset: 'events_engagement', person: 'user_id', time: 'event_time' };

moduleSuite([
  {
    module: 'explore.retention',
    name: 'days-by-week',
    input: { ...app, saveAs: 'retention_by_week' },
    datasets: ['events_engagement'],
  },
  {
    module: 'explore.retention',
    name: 'rolling-months',
    input: {
      ...app,
      cohort: 'month',
      period: 'week',
      horizon: 12,
      measure: 'rolling',
      beginsWhere: "feature = 'home feed'",
      returnsWhere: "feature IN ('shop', 'share')",
    },
    datasets: ['events_engagement'],
  },
]);
