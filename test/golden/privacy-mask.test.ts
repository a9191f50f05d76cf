import { moduleSuite } from './module-suite.ts';

moduleSuite([
  {
    module: 'privacy.mask',
    name: 'healthcare',
    input: {
      dataset: 'healthcare_customers',
      treatments: [
        { column: 'customer_id', treatment: 'token' },
        { column: 'customer_name', treatment: 'random-name' },
        { column: 'phone_number', treatment: 'phone-last-four' },
        { column: 'email', treatment: 'email-first-four' },
        { column: 'address', treatment: 'last-part' },
        { column: 'age', treatment: 'band', setting: '10' },
        { column: 'total_spent', treatment: 'noise', setting: '5 %' },
        { column: 'country', treatment: 'group', setting: 'US=America; CA=America; *=Elsewhere' },
        { column: 'prescription', treatment: 'redact' },
        { column: 'diagnosis_code', treatment: 'shuffle' },
      ],
      key: 'masking',
      shuffleWithin: ['gender'],
      saveAs: 'healthcare_masked',
      vaultAs: 'healthcare_vault',
    },
    datasets: ['healthcare_customers'],
  },
  {
    module: 'privacy.mask',
    name: 'other-treatments',
    input: {
      dataset: 'healthcare_customers',
      treatments: [
        { column: 'customer_id', treatment: 'pseudonym', setting: '16' },
        { column: 'customer_name', treatment: 'mask', setting: 'X;x;n;_' },
        { column: 'phone_number', treatment: 'hash', setting: '12' },
        { column: 'email', treatment: 'suppress' },
        { column: 'address', treatment: 'first-characters' },
        { column: 'age', treatment: 'limits', setting: '25;75' },
        { column: 'total_spent', treatment: 'round', setting: '50' },
        { column: 'gender', treatment: 'from-list', setting: 'A; B; C' },
      ],
      keepOthers: false,
    },
    datasets: ['healthcare_customers'],
  },
  {
    module: 'privacy.mask',
    name: 'days',
    input: {
      dataset: 'nps_survey',
      treatments: [
        { column: 'answered_on', treatment: 'truncate-date' },
        { column: 'score', treatment: 'noise', setting: '1' },
      ],
      key: 'masking',
    },
    datasets: ['nps_survey'],
  },
]);
