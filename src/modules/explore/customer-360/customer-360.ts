import { z } from 'zod';
import { StillhouseError } from '../../../core/error.ts';
import { joinSql, literal, relation, type Sql, sql } from '../../../core/sql.ts';
import { type CatalogDataset, type CatalogView, columnKind } from '../../catalog-view.ts';
import { type Check, defineModule, type PlanContext } from '../../contract.ts';
import { columnField, datasetField, optionalColumnField, recordsField, textField } from '../../fields.ts';
import { keepField } from '../events/event-fields.ts';
import { textSql, timeSql } from '../events/normalise.ts';
import { keptRows, tableStep } from '../events/steps.ts';
import { suggestEvents } from '../events/suggest-events.ts';
import { customerFindings } from './customer-findings.ts';

const input = z.object({
  dataset: datasetField({ title: 'Profiles', description: 'A table or view with one row for each person.' }),
  person: columnField({
    of: 'dataset',
    types: ['text', 'number'],
    title: 'Person',
    description: 'The column that tells people apart.',
  }),
  who: textField({
    title: 'Who',
    description: 'The identifier of the person to look at. Empty takes the first of the profiles.',
    initial: '',
    placeholder: '00100007',
  }),
  events: recordsField({
    title: 'Events',
    description: 'Datasets whose rows of this person make the timeline.',
    initial: [],
    item: z.object({
      dataset: datasetField({ title: 'Dataset', description: 'A table or view with events.' }),
      person: columnField({
        of: 'dataset',
        types: ['text', 'number'],
        title: 'Person',
        description: 'The column with the same identifier as in the profiles.',
      }),
      time: columnField({ of: 'dataset', types: ['time'], title: 'Time', description: 'When it happened.' }),
      label: optionalColumnField({
        of: 'dataset',
        types: ['text', 'number', 'boolean'],
        title: 'What',
        description: 'The column that says what happened.',
      }),
      amount: optionalColumnField({
        of: 'dataset',
        types: ['number'],
        title: 'Amount',
        description: 'A figure to show beside it.',
      }),
    }),
  }),
  saveAs: keepField('the events of the timeline'),
});

type Input = z.output<typeof input>;

/** All that is known of one person, on one page: attributes and events of all chosen datasets in order of time. */
export const customer360 = defineModule({
  id: 'explore.customer-360',
  version: 1,
  title: 'One customer, all round',
  summary: 'What is known of one person across datasets: attributes, and every event on one timeline.',
  input,
  suggest: (catalog) => suggestCustomer(catalog),
  plan(values, context) {
    if (values.events.length === 0) {
      throw new StillhouseError('input-invalid', 'No dataset of events is chosen.', {
        remedy: 'Add one dataset with person and time.',
      });
    }
    const profiles = context.dataset(values.dataset);
    const person = textSql(profiles, values.person);
    const chosen = tableStep(context, {
      id: 'person',
      title: 'The profile',
      what: 'Takes the row of the person from the profiles.',
      why: 'Every later step reads the identifier from here, so that all of them speak of the same person.',
      caution: 'Identifiers are compared as text: 00100007 and 100007 are two people.',
      query:
        values.who === ''
          ? sql`SELECT ${person} AS person, profile.*
FROM ${profiles.from} AS profile
WHERE ${person} IS NOT NULL
ORDER BY person
LIMIT 1`
          : sql`SELECT ${person} AS person, profile.*
FROM ${profiles.from} AS profile
WHERE ${person} = ${literal(values.who)}`,
    });
    const timeline = tableStep(context, {
      id: 'timeline',
      title: 'The timeline',
      what: 'Brings the events of each dataset to the same columns, keeps those of the person, and puts them one below the other.',
      why: 'UNION ALL makes one list of what happened in different systems: only side by side do causes and effects show.',
      caution: 'Each dataset keeps its own clock: hours may differ by time zone.',
      query: timelineSql(values, context, relation(chosen.creates)),
    });
    const sources = values.events.map(({ dataset }) => context.dataset(dataset));
    return {
      steps: [chosen, timeline],
      checks: checksOf(relation(chosen.creates), relation(timeline.creates), context.now),
      findings: customerFindings(profiles.columns, chosen.creates, timeline.creates),
      outputs: keptRows(values.saveAs, timeline, 'Timeline of one person', profiles, ...sources),
    };
  },
});

function timelineSql({ events }: Input, context: PlanContext, person: Sql): Sql {
  const parts = events.map((one) => {
    const source = context.dataset(one.dataset);
    const label = one.label === '' ? literal(source.label) : textSql(source, one.label);
    const amount =
      one.amount === '' ? sql`CAST(NULL AS DOUBLE)` : sql`CAST(${source.column(one.amount).sql} AS DOUBLE)`;
    return sql`SELECT
  ${timeSql(source, one.time)} AS event_time,
  ${literal(source.label)} AS dataset,
  ${label} AS what,
  ${amount} AS amount
FROM ${source.from}
WHERE ${textSql(source, one.person)} IN (SELECT person FROM ${person})`;
  });
  return sql`${joinSql(parts, '\nUNION ALL\n')}
ORDER BY event_time, dataset, what, amount`;
}

function checksOf(person: Sql, timeline: Sql, now: Date): readonly Check[] {
  return [
    {
      id: 'person_is_there',
      title: 'The person has a profile',
      severity: 'warning',
      when: 'after',
      violations: sql`SELECT count(*) AS profiles
FROM ${person}
HAVING count(*) = 0`,
      remedy: 'Look for leading zeros and spaces in the identifier, and for another column that holds it.',
      field: 'who',
    },
    {
      id: 'person_is_one',
      title: 'The person has one profile',
      severity: 'warning',
      when: 'after',
      violations: sql`SELECT person, count(*) AS profiles
FROM ${person}
GROUP BY person
HAVING count(*) > 1
ORDER BY person`,
      remedy: 'Several rows share the identifier: remove the copies, or choose a column that is a key.',
      field: 'person',
    },
    {
      id: 'times_are_known',
      title: 'Every event has a time that is past',
      severity: 'note',
      when: 'after',
      violations: sql`SELECT dataset, what, event_time
FROM ${timeline}
WHERE event_time IS NULL
  OR event_time >= DATE ${literal(now.toISOString().slice(0, 10))} + INTERVAL 1 DAY
ORDER BY ALL`,
      remedy: 'They are shown at the end of the timeline.',
      field: 'events',
    },
  ];
}

/** The dataset named like profiles, and up to five others that hold a column of the same name and a time. */
function suggestCustomer(catalog: CatalogView): Partial<z.input<typeof input>> {
  const [best] = catalog.datasets
    .filter(({ label }) => /customer|profile|contact|member/i.test(label))
    .flatMap((profiles) => customerWithEvents(catalog, profiles))
    .sort((a, b) => b.events.length - a.events.length);
  return best === undefined ? {} : { ...best, events: best.events.slice(0, 5) };
}

/** A dataset of people, and every dataset with times that names the same column; a bare `id` names other things there. */
function customerWithEvents(catalog: CatalogView, profiles: CatalogDataset) {
  const shared = profiles.columns.find(({ name }) => /\w_id$/i.test(name))?.name;
  const person = shared ?? profiles.columns.find(({ name }) => /^_?id$/i.test(name))?.name;
  if (person === undefined) return [];
  const events = catalog.datasets
    .filter(({ label, columns }) => label !== profiles.label && columns.some(({ name }) => name === shared))
    .flatMap((dataset) => {
      const { time, event } = suggestEvents({ datasets: [dataset] });
      const amount = dataset.columns.find(
        ({ name, type }) => /amount|total|revenue/i.test(name) && columnKind(type) === 'number',
      );
      if (time === undefined) return [];
      return [{ dataset: dataset.label, person, time, label: event ?? '', amount: amount?.name ?? '' }];
    });
  return [{ dataset: profiles.label, person, events }];
}
