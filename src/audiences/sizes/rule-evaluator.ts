import { type CancelSignal, throwIfCancelled } from '../../core/cancel.ts';
import { joinSql, literal, relation, type Sql, sql } from '../../core/sql.ts';
import { scalar } from '../../engine/collect.ts';
import type { Batch } from '../../engine/batch.ts';
import { type QueryOptions, scratchDatabase, type Session } from '../../engine/engine.ts';
import type { CatalogDataset, CatalogView } from '../../modules/catalog-view.ts';
import { fromSql, leafSql, type People, peopleOf, type RuleContext } from '../rule/leaf-sql.ts';
import { type Leaf, leavesOf, type Rule } from '../rule/rule.ts';
import { type Bitmap, emptyBitmap, setBit } from './bitmap.ts';
import { nodeSizes, type NodeSizes, type PeopleRows } from './node-sizes.ts';

/** What an evaluation reads, and which state of it: conditions are computed anew only where that changed. */
export interface EvaluationData {
  readonly catalog: CatalogView;
  /** Changes with every write to the dataset. */
  versionOf(dataset: CatalogDataset): string;
  /** The day that relative windows count from, as `2026-12-31`. */
  readonly today: string;
}

export interface RuleSizes {
  /** People in the dataset who have an identity. */
  readonly everybody: number;
  readonly nodes: NodeSizes;
}

/** Gives exact sizes of all nodes of a rule, keeping each condition's rows as bits between evaluations. */
export interface RuleEvaluator {
  evaluate(rule: Rule, data: EvaluationData, signal?: CancelSignal): Promise<RuleSizes>;
  /** Drops what it keeps, in the scratch database too. */
  close(): Promise<void>;
}

interface Base extends PeopleRows {
  readonly key: string;
  readonly table: Sql;
  /** The rows of a view, which come in no sure order, held still. */
  readonly copy?: Sql;
}

/** Conditions asked in one pass over the people: as many bits as a number holds. */
const mostFlags = 30;
/** Conditions whose rows are kept. */
const mostKept = 64;

export function createRuleEvaluator(session: () => Promise<Session>): RuleEvaluator {
  const kept = new Map<string, Bitmap>();
  let base: Base | undefined;
  let bases = 0;

  const dropBase = async () => {
    const open = await session();
    for (const table of [base?.table, base?.copy]) {
      if (table !== undefined) await open.exec(sql`DROP TABLE IF EXISTS ${table}`.text);
    }
    base = undefined;
    kept.clear();
  };

  const baseOf = async (people: People, context: RuleContext, key: string, options: QueryOptions): Promise<Base> => {
    if (base?.key === key) return base;
    await dropBase();
    const name = `audience people ${++bases}`;
    const table = relation([scratchDatabase, 'main', name]);
    const open = await session();
    const isView = people.dataset.rowCount === undefined;
    const copy = isView ? relation([scratchDatabase, 'main', `${name} rows`]) : undefined;
    if (copy !== undefined) {
      await open.exec(sql`CREATE TABLE ${copy} AS\nFROM ${fromSql(people.dataset, context)}`.text, options);
    }
    await open.exec(
      sql`CREATE TABLE ${table} AS
SELECT row_number() OVER () - 1 AS n, person
FROM (
  SELECT ${people.identity.sql} AS person
  FROM ${copy ?? fromSql(people.dataset, context)}
  WHERE ${people.identity.sql} IS NOT NULL
)`.text,
      options,
    );
    const rows = Number(await scalar(open, sql`SELECT count(*) FROM ${table}`.text));
    const distinct = Number(await scalar(open, sql`SELECT count(DISTINCT person) FROM ${table}`.text, options));
    base = { key, table, rows, ...(copy !== undefined && { copy }) };
    if (distinct < rows) base = { ...base, persons: await personNumbers(open, table, rows, options) };
    return base;
  };

  return {
    async evaluate(rule, data, signal) {
      const options: QueryOptions = signal === undefined ? {} : { signal };
      const context: RuleContext = { catalog: data.catalog, today: sql`DATE ${literal(data.today)}` };
      const people = peopleOf(rule, context);
      const version = (label: string) => {
        const dataset = data.catalog.datasets.find((known) => known.label === label);
        return dataset === undefined ? '' : data.versionOf(dataset);
      };
      const current = await baseOf(
        people,
        context,
        JSON.stringify([rule.people, rule.identity, version(rule.people)]),
        options,
      );
      const keyOf = (leaf: Leaf) =>
        JSON.stringify([{ ...leaf, id: '' }, 'dataset' in leaf ? version(leaf.dataset) : '', data.today]);
      const leaves = leavesOf(rule.root);
      const missing = leaves.filter((leaf) => !kept.has(keyOf(leaf)));
      const open = await session();
      const flags = missing.filter(({ kind }) => kind === 'attribute' || kind === 'sql');
      for (let from = 0; from < flags.length; from += mostFlags) {
        const some = flags.slice(from, from + mostFlags);
        const found = await flagRows(
          open,
          some.map((leaf) => leafSql(leaf, people, context)),
          people,
          current.copy ?? fromSql(people.dataset, context),
          current.rows,
          options,
        );
        some.forEach((leaf, index) => kept.set(keyOf(leaf), found[index] ?? emptyBitmap(current.rows)));
      }
      for (const leaf of missing.filter((one) => !flags.includes(one))) {
        if (signal !== undefined) throwIfCancelled(signal);
        kept.set(keyOf(leaf), await memberRows(open, leaf, people, context, current, options));
      }
      const used = new Map(leaves.map((leaf) => [keyOf(leaf), kept.get(keyOf(leaf)) ?? emptyBitmap(current.rows)]));
      for (const [key, bitmap] of used) {
        kept.delete(key);
        kept.set(key, bitmap);
      }
      for (const key of [...kept.keys()].slice(0, Math.max(kept.size - mostKept, 0))) kept.delete(key);
      const rowsOf = (leaf: Leaf) => used.get(keyOf(leaf)) ?? emptyBitmap(current.rows);
      const everybody = nodeSizes({ ...rule.root, nodes: [] }, current, rowsOf).get(rule.root.id)?.size ?? 0;
      return { everybody, nodes: nodeSizes(rule.root, current, rowsOf) };
    },
    close: dropBase,
  };
}

/** Conditions over the people's own columns, all in one pass in the dataset's order. */
async function flagRows(
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
async function memberRows(
  session: Session,
  leaf: Leaf,
  people: People,
  context: RuleContext,
  { table, rows }: Base,
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

/** For each row the number of the first row of the same person. */
async function personNumbers(session: Session, table: Sql, rows: number, options: QueryOptions) {
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
