import { moduleSuite } from './module-suite.ts';

moduleSuite([
  {
    module: 'privacy.differential',
    name: 'spending',
    input: {
      dataset: 'healthcare_customers',
      questions: [
        { measure: 'count' },
        { measure: 'sum', column: 'total_spent', highest: 1000 },
        { measure: 'mean', column: 'age', lowest: 18, highest: 90 },
        { measure: 'quantile', column: 'age', lowest: 18, highest: 90, name: 'median age' },
      ],
      group: 'gender',
      groups: ['Female', 'Male', 'Nonbinary'],
      person: 'customer_id',
      budget: 100,
      compare: true,
      saveAs: 'noisy_spending',
    },
    datasets: ['healthcare_customers'],
  },
  {
    module: 'privacy.differential',
    name: 'histogram',
    input: {
      dataset: 'healthcare_customers',
      group: 'diagnosis_code',
      mechanism: 'gaussian',
      budget: 100,
    },
    datasets: ['healthcare_customers'],
  },
  {
    module: 'privacy.differential',
    name: 'median',
    input: {
      dataset: 'healthcare_customers',
      questions: [{ measure: 'quantile', column: 'total_spent', highest: 2000 }],
      budget: 100,
    },
    datasets: ['healthcare_customers'],
  },
  {
    module: 'privacy.randomised-response',
    name: 'gender',
    input: {
      dataset: 'healthcare_customers',
      answer: 'gender',
      answers: ['Female', 'Male', 'Nonbinary'],
      budget: 100,
      keep: ['country'],
      saveAs: 'randomised_gender',
    },
    datasets: ['healthcare_customers'],
  },
]);
