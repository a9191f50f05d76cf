import { type CancelSignal, throwIfCancelled } from '../../core/cancel.ts';
import { literal, relation, type Sql, sql } from '../../core/sql.ts';
import { scalar } from '../../engine/collect.ts';
import { type QueryOptions, scratchDatabase, type Session } from '../../engine/engine.ts';
import type { CatalogDataset, CatalogView } from '../../modules/catalog-view.ts';
import { leafSql } from '../rule/leaf-sql.ts';
import { fromSql, type People, peopleOf, type RuleContext } from '../rule/rule-context.ts';
import { type EventsCondition, type Leaf, leavesOf, type Rule } from '../rule/rule.ts';
import { type Bitmap, emptyBitmap } from './bitmap.ts';
import {
  flagRows,
  inOnePass,
  memberRows,
  type PeopleTable,
  personNumbers,
  rowsWhere,
  totalRows,
} from './condition-rows.ts';
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

interface Base extends PeopleRows, PeopleTable {
  readonly key: string;
  /** The rows of a view, which come in no sure order, held still. */
  readonly copy?: Sql;
}

/** Conditions asked in one pass over the people: as many bits as a number holds. */
const mostFlags = 30;
/** Conditions whose rows are kept. */
const mostKept = 64;
/** Counts of events that are kept, so that another threshold needs no query: 4 bytes a person each. */
const mostTotals = 16;

export function createRuleEvaluator(session: () => Promise<Session>): RuleEvaluator {
  const kept = new Map<string, Bitmap>();
  const totals = new Map<string, Int32Array<ArrayBuffer>>();
  let base: Base | undefined;
  let bases = 0;

  const dropBase = async () => {
    const open = await session();
    for (const table of [base?.table, base?.copy]) {
      if (table !== undefined) await open.exec(sql`DROP TABLE IF EXISTS ${table}`.text);
    }
    base = undefined;
    kept.clear();
    totals.clear();
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
      const counted = missing.filter((leaf) => leaf.kind === 'events').filter(({ measure }) => measure.kind !== 'sum');
      const totalKey = (leaf: EventsCondition) => keyOf({ ...leaf, compare: 'exactly', amount: 0 });
      for (const together of inOnePass(counted.filter((leaf) => !totals.has(totalKey(leaf))))) {
        const found = await totalRows(open, together, people, context, current, options);
        together.forEach((leaf, index) => totals.set(totalKey(leaf), found[index] ?? new Int32Array(current.rows)));
      }
      for (const leaf of counted) {
        const counts = totals.get(totalKey(leaf)) ?? new Int32Array(current.rows);
        keepLatest(totals, totalKey(leaf), counts, Math.max(mostTotals, counted.length));
        kept.set(keyOf(leaf), rowsWhere(counts, leaf));
      }
      for (const leaf of missing) {
        if (signal !== undefined) throwIfCancelled(signal);
        if (!kept.has(keyOf(leaf)))
          kept.set(keyOf(leaf), await memberRows(open, leaf, people, context, current, options));
      }
      const used = new Map(leaves.map((leaf) => [keyOf(leaf), kept.get(keyOf(leaf)) ?? emptyBitmap(current.rows)]));
      for (const [key, bitmap] of used) keepLatest(kept, key, bitmap, mostKept);
      const rowsOf = (leaf: Leaf) => used.get(keyOf(leaf)) ?? emptyBitmap(current.rows);
      const everybody = nodeSizes({ ...rule.root, nodes: [] }, current, rowsOf).get(rule.root.id)?.size ?? 0;
      return { everybody, nodes: nodeSizes(rule.root, current, rowsOf) };
    },
    close: dropBase,
  };
}

/** Keeps an entry as the latest used and forgets the ones unused for longest. */
function keepLatest<Entry>(entries: Map<string, Entry>, key: string, entry: Entry, most: number): void {
  entries.delete(key);
  entries.set(key, entry);
  for (const old of [...entries.keys()].slice(0, Math.max(entries.size - most, 0))) entries.delete(old);
}
