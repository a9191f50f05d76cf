import { sql } from '../../../core/sql.ts';
import { type Check, defineModule, type SqlStep } from '../../contract.ts';
import { eventChecks } from '../event-checks.ts';
import { purchasesStep, rowsOf, suggestPurchases } from '../purchases.ts';
import { clvFindings } from './findings.ts';
import { historiesStep, purchaseDaysStep, purchaseModelStep, spendModelStep, valuesStep } from './steps.ts';
import { clvInput } from './input.ts';

/** What each person will be worth: BG/NBD for purchases, gamma-gamma for amounts, checked on days held out. */
export const clv = defineModule({
  id: 'enrich.clv',
  version: 1,
  title: 'Customer lifetime value',
  summary: 'Who still buys, how often they will and for how much: BG/NBD and gamma-gamma, checked on days held out.',
  input: clvInput,
  suggest: (catalog) => suggestPurchases(catalog),
  plan(values, context) {
    const source = context.dataset(values.dataset);
    const purchases = purchasesStep(source, values, context);
    const days = purchaseDaysStep(purchases, context);
    const histories = historiesStep(days, values, false, context);
    const purchaseModel = purchaseModelStep(histories, values, false, context);
    const spendModel = spendModelStep(histories, context);
    const lifetime = valuesStep(histories, purchaseModel, spendModel, context);
    const pastHistories = historiesStep(days, values, true, context);
    const pastModel = purchaseModelStep(pastHistories, values, true, context);
    return {
      steps: [purchases, days, histories, purchaseModel, spendModel, lifetime, pastHistories, pastModel],
      checks: [...eventChecks(source, values, context.now), ...modelChecks(histories)],
      findings: clvFindings({ values: lifetime, purchaseModel, spendModel, pastHistories, pastModel }, values.horizon),
      outputs:
        values.saveAs === ''
          ? []
          : [{ relation: lifetime.creates, name: values.saveAs, title: 'Lifetime values', from: [source.label] }],
    };
  },
});

function modelChecks(histories: SqlStep): readonly Check[] {
  const rows = rowsOf(histories);
  return [
    {
      id: 'people_come_back',
      title: 'There are enough people, and enough who came back',
      severity: 'warning',
      when: 'after',
      violations: sql`SELECT count(*) AS people, count_if(frequency > 0) AS came_back
FROM ${rows}
HAVING count(*) < 500
  OR count_if(frequency > 0) < 100`,
      remedy: 'Below 500 people or 100 who came back, the parameters are guesses. Take a longer time of purchases.',
      field: 'dataset',
    },
    {
      id: 'amounts_stand_alone',
      title: 'Amounts have nothing to do with how often people buy',
      severity: 'warning',
      when: 'after',
      violations: sql`WITH related AS (
  SELECT
    CASE
      WHEN stddev_pop(purchases) > 0 AND stddev_pop(mean_amount) > 0
      THEN corr(purchases, mean_amount)
    END AS correlation
  FROM ${rows}
  WHERE frequency > 0
)
SELECT *
FROM related
WHERE abs(correlation) > 0.3`,
      remedy: 'Gamma-gamma takes the two for independent. Value frequent and seldom buyers apart, with a condition.',
      field: 'condition',
    },
    {
      id: 'amounts_have_means',
      title: 'Everyone’s mean amount is above 0',
      severity: 'note',
      when: 'after',
      violations: sql`SELECT person, purchases, mean_amount
FROM ${rows}
WHERE mean_amount <= 0
ORDER BY person`,
      remedy: 'Such people are left out of the law of amounts, and are expected to spend little. Keep refunds out.',
      field: 'condition',
    },
  ];
}
