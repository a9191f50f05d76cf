import { csv, round, tally, total } from '../formats.mjs';
import { createStream } from '../random.mjs';

const diagnoses = [
  ['J30.1', 'cetirizine', 30],
  ['S93.4', 'ibuprofen', 26],
  ['L55.0', 'aloe gel', 18],
  ['M17.0', 'naproxen', 14],
  ['T69.1', 'nifedipine', 8],
  ['E10.9', 'insulin', 4],
];
const header = [
  'customer_id',
  'customer_name',
  'phone_number',
  'email',
  'address',
  'age',
  'total_spent',
  'subscription_status',
  'gender',
  'country',
  'diagnosis_code',
  'prescription',
];

/** Customers of the shop's first-aid service, with the fields that must be masked before anyone sees them. */
export function makeHealth({ customers }) {
  const stream = createStream('health');
  const patients = stream.sample(customers, 1500).map((customer) => {
    const [code, prescription] = stream.weighted(diagnoses.map((one) => [one, one[2]]));
    return {
      customer,
      code,
      prescription,
      age: stream.between(18, 90),
      spent: round(stream.gamma(2, 1 / 120)),
      status: stream.pick(['active', 'paused', 'cancelled']),
      gender: stream.weighted([
        ['Female', 50],
        ['Male', 47],
        ['Other', 3],
      ]),
      country: stream.weighted([
        ['US', 88],
        ['CA', 9],
        ['MX', 3],
      ]),
      address: `${stream.between(1, 900)} ${stream.pick(['Oak Street', 'Mill Lane', 'Harbor Road', 'Summit Drive'])}, ${customer.city}`,
    };
  });
  const groups = tally(patients, ({ age, gender, country }) => `${Math.floor(age / 10)} ${gender} ${country}`);
  const small = Object.values(groups).filter((size) => size < 5);
  return {
    files: {
      'healthcare_customers.csv': csv(
        header,
        patients.map((p) => [
          p.customer.id,
          p.customer.name,
          p.customer.phone,
          p.customer.email,
          p.address,
          p.age,
          p.spent.toFixed(2),
          p.status,
          p.gender,
          p.country,
          p.code,
          p.prescription,
        ]),
      ),
    },
    truths: {
      'healthcare_customers.csv': {
        rows: patients.length,
        totalSpent: total(patients, ({ spent }) => spent),
        rowsByDiagnosis: tally(patients, ({ code }) => code),
        groupsOfDecadeGenderCountry: Object.keys(groups).length,
        groupsBelowFive: small.length,
        rowsInGroupsBelowFive: small.reduce((sum, size) => sum + size, 0),
      },
    },
  };
}
