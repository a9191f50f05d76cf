import { literal, sql } from '../../../core/sql.ts';
import { type Check, defineModule, type SqlStep } from '../../contract.ts';
import { eventChecks } from '../event-checks.ts';
import { purchasesStep, rowsOf, suggestPurchases } from '../purchases.ts';
import { nextFindings } from './findings.ts';
import { expectedStep, gapsStep } from './steps.ts';
import { nextPurchaseInput } from './input.ts';

/** When each person will buy next, from their own gaps and everyone's; and who is overdue. */
export const nextPurchase = defineModule({
  id: 'enrich.next-purchase',
  version: 1,
  title: 'Next purchase',
  summary: 'When each person is expected to buy next, from their own gaps and those of everyone, and who is overdue.',
  input: nextPurchaseInput,
  suggest: (catalog) => suggestPurchases(catalog),
  plan(values, context) {
    const source = context.dataset(values.dataset);
    const purchases = purchasesStep(source, values, context);
    const gaps = gapsStep(purchases, values, context);
    const expected = expectedStep(gaps, values, context);
    return {
      steps: [purchases, gaps, expected],
      checks: [...eventChecks(source, values, context.now), gapCheck(gaps)],
      findings: nextFindings(gaps, expected, values),
      outputs:
        values.saveAs === ''
          ? []
          : [{ relation: expected.creates, name: values.saveAs, title: 'Expected purchases', from: [source.label] }],
    };
  },
});

function gapCheck(gaps: SqlStep): Check {
  return {
    id: 'gaps_are_enough',
    title: 'There are enough gaps between purchases',
    severity: 'warning',
    when: 'after',
    violations: sql`SELECT count(*) AS purchase_days, count(gap) AS gaps
FROM ${rowsOf(gaps)}
HAVING count(gap) < ${literal(30)}`,
    remedy: 'With fewer than 30 gaps the population’s own is a guess. Take a longer time of purchases.',
    field: 'dataset',
  };
}
