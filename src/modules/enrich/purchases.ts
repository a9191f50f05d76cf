import { StillhouseError } from '../../core/error.ts';
import { literal, relation, type Sql, sql } from '../../core/sql.ts';
import type { CatalogView } from '../catalog-view.ts';
import type { PlanContext, SqlStep, Step } from '../contract.ts';
import { columnField, conditionField, datasetField, optionalColumnField, textField } from '../fields.ts';
import type { SourceDataset } from '../source-dataset.ts';
import {
  amountWish,
  eventKindWish,
  guessColumn,
  guessDataset,
  orderWish,
  personWish,
  timeWish,
} from './guess-columns.ts';
import { givenConditions, whereSql } from '../row-filter.ts';

/** The fields by which a module reads purchases. */
export const purchaseFields = {
  dataset: datasetField({ title: 'Purchases', description: 'A table or view with a row for each purchase.' }),
  person: columnField({ of: 'dataset', title: 'Person', description: 'Tells who bought.', types: ['text', 'number'] }),
  time: columnField({ of: 'dataset', title: 'Time', description: 'When it was bought.', types: ['time'] }),
  amount: columnField({ of: 'dataset', title: 'Amount', description: 'What was paid.', types: ['number'] }),
  order: optionalColumnField({
    of: 'dataset',
    title: 'Order',
    description:
      'Rows with the same value here are one purchase, rows without one are none. Leave empty when each row is one.',
    types: ['text', 'number'],
    advanced: true,
  }),
  eventKind: optionalColumnField({
    of: 'dataset',
    title: 'Kind of event',
    description: 'Tells purchases and cancellations apart where both are rows.',
    types: ['text'],
    advanced: true,
  }),
  cancelled: textField({
    title: 'Cancellation',
    description: 'The kind of event that takes an order back; such orders are left out.',
    initial: 'cancellation',
    advanced: true,
  }),
  condition: conditionField({
    of: 'dataset',
    title: 'Only rows where',
    description: "An SQL condition, such as status = 'completed'; empty keeps all rows.",
    advanced: true,
  }),
};

/** What `purchaseFields` give. */
export interface PurchaseInput {
  readonly dataset: string;
  readonly person: string;
  readonly time: string;
  readonly amount: string;
  readonly order: string;
  readonly eventKind: string;
  readonly cancelled: string;
  readonly condition: string;
}

/** A dataset of purchases with its person, time and amount, and what tells orders and cancellations apart in a stream. */
export function suggestPurchases(catalog: CatalogView) {
  const found = guessDataset(catalog, /order|purchase|transaction/i, {
    person: personWish,
    time: timeWish,
    amount: amountWish,
  });
  const dataset = catalog.datasets.find(({ label }) => label === found?.dataset);
  if (found === undefined || dataset === undefined) return {};
  const order = guessColumn(dataset, orderWish);
  if (order === undefined) return found;
  const eventKind = guessColumn(dataset, eventKindWish);
  return { ...found, order, ...(eventKind !== undefined && { eventKind }) };
}

/** One row a purchase: `person`, `purchased_at`, `amount`; rows without person or time are left out. */
export function purchasesStep(source: SourceDataset, input: PurchaseInput, context: PlanContext): SqlStep {
  return {
    kind: 'sql',
    id: 'purchases',
    title: 'One row a purchase',
    explanation: {
      what: 'Gives person, time and amount the names that the next steps use, one row for each purchase that counts.',
      why: 'Every figure that follows counts these rows: a cancelled order or a split one would count wrongly.',
      caution: 'A purchase without an amount still counts as a purchase, of 0.',
    },
    as: input.order === '' ? 'view' : 'table',
    creates: context.scratch('purchases'),
    query: purchasesSql(source, input),
  };
}

function purchasesSql(
  source: SourceDataset,
  { person, time, amount, order, eventKind, cancelled, condition }: PurchaseInput,
): Sql {
  if (eventKind !== '' && order === '') {
    throw new StillhouseError(
      'input-invalid',
      'Cancellations can only be matched to their orders by an order column.',
      {
        remedy: 'Choose the order column, or leave the kind of event empty.',
      },
    );
  }
  const who = source.column(person).sql;
  const when = sql`CAST(${source.column(time).sql} AS TIMESTAMP)`;
  const paid = sql`coalesce(CAST(${source.column(amount).sql} AS DOUBLE), 0)`;
  const known = [sql`${who} IS NOT NULL`, sql`${source.column(time).sql} IS NOT NULL`, ...givenConditions(condition)];
  if (order === '') {
    return sql`SELECT
  ${who} AS person,
  ${when} AS purchased_at,
  ${paid} AS amount
FROM ${source.from}${whereSql(known)}`;
  }
  const id = source.column(order).sql;
  const ordered = [...known, sql`${id} IS NOT NULL`];
  if (eventKind === '') {
    return sql`SELECT
  ${who} AS person,
  min(${when}) AS purchased_at,
  sum(${paid}) AS amount
FROM ${source.from}${whereSql(ordered)}
GROUP BY ${who}, ${id}`;
  }
  const kind = source.column(eventKind).sql;
  return sql`WITH cancelled_orders AS (
  SELECT DISTINCT ${id} AS order_id
  FROM ${source.from}
  WHERE ${kind} = ${literal(cancelled)}
), order_rows AS (
  SELECT
    ${who} AS person,
    ${id} AS order_id,
    ${when} AS event_time,
    ${paid} AS amount
  FROM ${source.from}${whereSql([...ordered, sql`${kind} IS DISTINCT FROM ${literal(cancelled)}`], '  ')}
)
SELECT
  person,
  min(event_time) AS purchased_at,
  sum(amount) AS amount
FROM order_rows
ANTI JOIN cancelled_orders USING (order_id)
GROUP BY person, order_id`;
}

/** The relation of a step, to stand in a FROM clause. */
export function rowsOf({ creates }: Pick<Step, 'creates'>): Sql {
  return relation(creates);
}
