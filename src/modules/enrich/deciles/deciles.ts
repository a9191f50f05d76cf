import { literal, type Sql, sql } from '../../../core/sql.ts';
import type { CatalogView } from '../../catalog-view.ts';
import { type Check, defineModule, type SqlStep } from '../../contract.ts';
import { eventChecks } from '../event-checks.ts';
import { amountWish, guessDataset, personWish, timeWish } from '../guess-columns.ts';
import { rowsOf } from '../purchases.ts';
import { decileFindings } from './findings.ts';
import { type DecilesInput, decilesInput } from './input.ts';
import { lookbacksOf } from './lookbacks.ts';
import { bucketsStep, mapsStep, totalsStep } from './steps.ts';

/** Deciles of what people add up to, within groups and over several look-backs. */
export const deciles = defineModule({
  id: 'enrich.deciles',
  version: 1,
  title: 'Deciles',
  summary: 'Ranks people into ten equal parts by what they add up to, within groups and over several look-backs.',
  input: decilesInput,
  suggest: suggestDeciles,
  plan(input, context) {
    const source = context.dataset(input.dataset);
    const lookbacks = lookbacksOf(input.lookbacks);
    const totals = totalsStep(source, input, lookbacks, context);
    const buckets = bucketsStep(totals, input, context);
    const maps = mapsStep(buckets, input, lookbacks, context);
    return {
      steps: [totals, buckets, maps],
      checks: [...eventChecks(source, { ...input, needsAmount: true }, context.now), ...bucketChecks(buckets, input)],
      findings: decileFindings(buckets, lookbacks),
      outputs:
        input.saveAs === ''
          ? []
          : [{ relation: maps.creates, name: input.saveAs, title: 'Buckets of people', from: [source.label] }],
    };
  },
});

function suggestDeciles(catalog: CatalogView) {
  const group = { kinds: ['text'], names: [/loyalty_?status$|tier$|level$/i] } as const;
  const basis = { person: personWish, time: timeWish, amount: amountWish };
  const preferred = /loyalty|miles|order|purchase/i;
  return guessDataset(catalog, preferred, { ...basis, group }) ?? guessDataset(catalog, preferred, basis) ?? {};
}

function bucketChecks(buckets: SqlStep, { bins, group }: DecilesInput): readonly Check[] {
  const rows: Sql = rowsOf(buckets);
  return [
    {
      id: 'groups_fill_buckets',
      title: 'Every group has enough people for its buckets',
      severity: 'warning',
      when: 'after',
      violations: sql`SELECT lookback, group_name, count(*) AS people
FROM ${rows}
GROUP BY lookback, group_name
HAVING count(*) < ${literal(bins)}
ORDER BY lookback, group_name`,
      remedy: 'A group with fewer people than buckets leaves some empty. Take fewer buckets or longer look-backs.',
      field: 'bins',
    },
    ...(group === '' ? [] : [peopleHaveOneGroup(rows)]),
  ];
}

function peopleHaveOneGroup(rows: Sql): Check {
  return {
    id: 'people_have_one_group',
    title: 'Nobody is in two groups',
    severity: 'note',
    when: 'after',
    violations: sql`SELECT lookback, person, list(group_name ORDER BY group_name) AS groups
FROM ${rows}
GROUP BY lookback, person
HAVING count(*) > 1
ORDER BY lookback, person`,
    remedy: 'Such people have a bucket in each of their groups, and count in both. Group by what does not change.',
    field: 'group',
  };
}
