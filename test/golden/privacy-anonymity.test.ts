import { moduleSuite } from './module-suite.ts';

moduleSuite([
  {
    module: 'privacy.anonymity',
    name: 'healthcare',
    input: {
      dataset: 'healthcare_customers',
      known: ['age', 'gender', 'country'],
      sensitive: 'diagnosis_code',
      keep: ['subscription_status'],
      saveAs: 'healthcare_generalised',
    },
    datasets: ['healthcare_customers'],
  },
  {
    module: 'privacy.anonymity',
    name: 'spending',
    input: {
      dataset: 'healthcare_customers',
      known: ['age', 'gender'],
      sensitive: 'total_spent',
      k: 10,
      sample: 5,
      suppress: 1,
      steps: [{ column: 'age', steps: '10; 30' }],
    },
    datasets: ['healthcare_customers'],
  },
]);
