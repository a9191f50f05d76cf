import { joinSql, literal, type Sql, sql } from '../../core/sql.ts';
import type { Batch } from '../../engine/batch.ts';
import type { QueryOptions, Session } from '../../engine/engine.ts';
import { eventTotals, leafSql } from '../rule/leaf-sql.ts';
import type { People, RuleContext } from '../rule/rule-context.ts';
import type { EventsCondition, Leaf } from '../rule/rule.ts';
import { type Bitmap, emptyBitmap, setBit } from './bitmap.ts';

/** The people with their row numbers, as a table of the scratch database with columns `n` and `person`. */
export interface PeopleTable {
  readonly table: Sql;
  readonly rows: number;
}

/** Conditions over the people's own columns, all in one pass in the dataset's order. */
export async function flagRows(
  session: Session,
  conditions: readonly Sql[],
  { identity }: People,
  from: Sql,
  rows: number,
  options: QueryOptions,
): Promise<readonly Bitmap[]> {
  const bitmaps = conditions.map(() => emptyBitmap(rows));
  const mask = conditions.map((condition, index) => sql`CASE WHEN ${condition} THEN ${literal(2 ** index)} ELSE 0 END`);
  const statement = sql`SELECT CAST(${joinSql(mask, ' + ')} AS INTEGER)
FROM ${from}
WHERE ${identity.sql} IS NOT NULL`;
  let row = 0;
  await eachBatch(session, statement, options, ({ columns: [column], rowCount }) => {
    const values = column?.values;
    for (let at = 0; at < rowCount; at++, row++) {
      const bits = Number(values?.[at] ?? 0);
      if (bits !== 0) bitmaps.forEach((bitmap, index) => (bits >>> index) & 1 && setBit(bitmap, row));
    }
  });
  return bitmaps;
}

/** The rows of the people whom another dataset names, or does not. */
export async function memberRows(
  session: Session,
  leaf: Leaf,
  people: People,
  context: RuleContext,
  { table, rows }: PeopleTable,
  options: QueryOptions,
): Promise<Bitmap> {
  const bitmap = emptyBitmap(rows);
  const named = { ...people, identity: { ...people.identity, sql: sql`person` } };
  const statement = sql`SELECT CAST(n AS INTEGER)
FROM ${table}
WHERE ${leafSql(leaf, named, context)}`;
  await eachBatch(session, statement, options, ({ columns: [column], rowCount }) => {
    const values = column?.values;
    for (let at = 0; at < rowCount; at++) setBit(bitmap, Number(values?.[at] ?? 0));
  });
  return bitmap;
}

/** Conditions that one pass over their events can count: the rows of one dataset; different values need one each. */
export function inOnePass(
  leaves: readonly EventsCondition[],
): readonly (readonly [EventsCondition, ...EventsCondition[]])[] {
  const passes = new Map<string, [EventsCondition, ...EventsCondition[]]>();
  for (const leaf of leaves) {
    const apart = leaf.measure.kind === 'distinct' ? leaf.id : '';
    const key = JSON.stringify([leaf.dataset, leaf.person, apart]);
    const pass = passes.get(key);
    if (pass === undefined) passes.set(key, [leaf]);
    else pass.push(leaf);
  }
  return [...passes.values()];
}

/** How many events each person has, by row, for each of the conditions. */
export async function totalRows(
  session: Session,
  leaves: readonly [EventsCondition, ...EventsCondition[]],
  people: People,
  context: RuleContext,
  { table, rows }: PeopleTable,
  options: QueryOptions,
): Promise<readonly Int32Array<ArrayBuffer>[]> {
  const counts = leaves.map(() => new Int32Array(rows));
  const totals = leaves.map((_, index) => sql`CAST(least(events.total_${literal(index + 1)}, 2147483647) AS INTEGER)`);
  const statement = sql`SELECT ${joinSql([sql`CAST(people.n AS INTEGER)`, ...totals], ', ')}
FROM ${table} AS people
JOIN (
${eventTotals(leaves, people, context)}
) AS events
  ON events.person = people.person`;
  await eachBatch(session, statement, options, ({ columns: [row, ...found], rowCount }) => {
    counts.forEach((own, index) => {
      const values = found[index]?.values;
      for (let at = 0; at < rowCount; at++) own[Number(row?.values?.[at] ?? 0)] = Number(values?.[at] ?? 0);
    });
  });
  return counts;
}

/** The rows whose count fulfils the condition. */
export function rowsWhere(counts: Int32Array<ArrayBuffer>, { compare, amount }: EventsCondition): Bitmap {
  const bitmap = emptyBitmap(counts.length);
  counts.forEach((count, row) => {
    const holds = compare === 'at-least' ? count >= amount : compare === 'at-most' ? count <= amount : count === amount;
    if (holds) setBit(bitmap, row);
  });
  return bitmap;
}

/** For each row the number of the first row of the same person. */
export async function personNumbers(session: Session, table: Sql, rows: number, options: QueryOptions) {
  const persons = new Int32Array(rows);
  const statement = sql`SELECT CAST(n AS INTEGER), CAST(min(n) OVER (PARTITION BY person) AS INTEGER)\nFROM ${table}`;
  await eachBatch(session, statement, options, ({ columns: [row, first], rowCount }) => {
    for (let at = 0; at < rowCount; at++) persons[Number(row?.values?.[at] ?? 0)] = Number(first?.values?.[at] ?? 0);
  });
  return persons;
}

async function eachBatch(
  session: Session,
  statement: Sql,
  options: QueryOptions,
  use: (batch: Batch) => void,
): Promise<void> {
  const query = session.query(statement.text, options);
  try {
    for (let batch = await query.next(); batch !== undefined; batch = await query.next()) use(batch);
  } finally {
    await query.close();
  }
}
