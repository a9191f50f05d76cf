import { moduleSuite } from './module-suite.ts';

moduleSuite([
  {
    module: 'privacy.encrypt',
    name: 'contacts',
    input: {
      dataset: 'healthcare_customers',
      columns: ['email', 'phone_number', 'total_spent'],
      key: 'contacts001', // with the words that the tests put before it, 24 bytes
      aad: 'healthcare',
      saveAs: 'encrypted_customers',
    },
    datasets: ['healthcare_customers'],
  },
]);
