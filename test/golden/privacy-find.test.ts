import { moduleSuite } from './module-suite.ts';

moduleSuite([
  {
    module: 'privacy.find-personal-data',
    name: 'healthcare',
    input: { dataset: 'healthcare_customers', saveAs: 'personal_columns' },
    datasets: ['healthcare_customers'],
  },
  {
    module: 'privacy.find-personal-data',
    name: 'nested',
    input: { dataset: 'web_events', rows: 0 },
    datasets: ['web_events'],
  },
]);
