import { csv, round, tally } from './formats.mjs';
import { createStream, logistic } from './random.mjs';

const employment = [
  ['employed', 62],
  ['self-employed', 18],
  ['retired', 12],
  ['unemployed', 8],
];
const coefficients = {
  intercept: -2.2,
  age_over_40: -0.35,
  income_thousands: 0.018,
  credit_score_over_600_hundreds: 0.8,
  existing_loans: -0.55,
  app_logins: 0.09,
  unemployed: -1.2,
};
const header = [
  'customer_id',
  'age',
  'gender',
  'marital_status',
  'employment',
  'annual_income',
  'credit_score',
  'savings_balance',
  'checking_balance',
  'existing_loans',
  'app_logins',
  'took_loan',
];

/** Who took the loan for a camper van that the shop's bank offered, drawn from a logistic model. */
export function makeLoans({ customers }) {
  const stream = createStream('loans');
  const applicants = customers.map((customer) => {
    const income = round(Math.min(250_000, 20_000 + stream.gamma(3, 1 / 15_000)), 0);
    const person = {
      age: stream.between(20, 75),
      gender: stream.weighted([
        ['Female', 49],
        ['Male', 48],
        ['Other', 3],
      ]),
      marital: stream.pick(['single', 'married', 'divorced', 'widowed']),
      employment: stream.weighted(employment),
      income,
      credit: Math.round(Math.min(850, Math.max(300, stream.normal(660, 80)))),
      savings: round(stream.gamma(1.2, 1 / 9000)),
      checking: round(stream.gamma(2, 1 / 1500)),
      loans: stream.poisson(0.8),
      logins: stream.poisson(9),
    };
    return { customer, ...person, tookLoan: stream.chance(logistic(logOdds(person))) };
  });
  const takers = applicants.filter(({ tookLoan }) => tookLoan);
  return {
    files: {
      'loans.csv': csv(
        header,
        applicants.map((a) => [
          a.customer.id,
          a.age,
          a.gender,
          a.marital,
          a.employment,
          a.income,
          a.credit,
          a.savings.toFixed(2),
          a.checking.toFixed(2),
          a.loans,
          a.logins,
          a.tookLoan ? 1 : 0,
        ]),
      ),
    },
    truths: {
      'loans.csv': {
        customers: applicants.length,
        tookLoan: takers.length,
        tookLoanByEmployment: tally(takers, (taker) => taker.employment),
        logOddsCoefficients: coefficients,
      },
    },
  };
}

function logOdds({ age, income, credit, loans, logins, employment: state }) {
  const c = coefficients;
  return (
    c.intercept +
    (age > 40 ? c.age_over_40 : 0) +
    (c.income_thousands * income) / 1000 +
    (c.credit_score_over_600_hundreds * (credit - 600)) / 100 +
    c.existing_loans * loans +
    c.app_logins * logins +
    (state === 'unemployed' ? c.unemployed : 0)
  );
}
