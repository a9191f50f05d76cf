import { measureOverlap } from '../../../src/audiences/overlap/measure-overlap.ts';
import { membersOf } from '../../../src/audiences/overlap/members.ts';
import { reach } from '../../../src/audiences/overlap/overlap.ts';
import { ruleSql } from '../../../src/audiences/rule/rule-sql.ts';
import type { Rule } from '../../../src/audiences/rule/rule.ts';
import { createRuleEvaluator, type RuleEvaluator } from '../../../src/audiences/sizes/rule-evaluator.ts';
import { sql } from '../../../src/core/sql.ts';
import type { Session } from '../../../src/engine/engine.ts';
import { catalogView } from '../../../src/modules/catalog-view.ts';
import type { Comparison, Cost } from '../comparison.ts';
import { interleave } from '../interleave.ts';
import { type RuleWishes, tenNodes, today } from './audience-rule.ts';
import type { PageBenchmark } from './contract.ts';
import { costOf, costWords } from './cost.ts';
import { openOwnProject, type OwnProject } from './own-engine.ts';
import { rowValues } from './row-values.ts';
import { tableStatement } from './twins/tables.ts';

const audiences = Array.from({ length: 20 }, (_, index) => `audience_${index + 1}`);

/**
 * Sizes of all ten nodes of a rule: at first against the plain SQL of the rule, then after a change, of which each is a new
 * one. And the overlaps of twenty audiences against their masks written by hand.
 */
export const audienceSizes: PageBenchmark = async ({ size, tell }) => {
  const people = size === 'full' ? 1_000_000 : 100_000;
  const project = await openOwnProject(crypto.randomUUID());
  await makeTables(project, people);
  const session = await project.engine.openSession();
  const catalog = catalogView(project.workspace.datasets, project.workspace.database);
  const evaluate = async (evaluator: RuleEvaluator, rule: Rule): Promise<number> => {
    const { nodes } = await evaluator.evaluate(rule, { catalog, versionOf: () => '1', today });
    return nodes.get(rule.root.id)?.size ?? Number.NaN;
  };
  const plainly = async (rule: Rule): Promise<number> => {
    const members = ruleSql(rule, { catalog, today: sql`DATE '2025-04-01'` }).text;
    const [row] = await rowValues(session.query(`SELECT count(*) FROM (${members})`));
    return Number(row?.[0]);
  };
  const compare = async (title: string, rules: readonly Rule[], aims: Comparison['aims'], kept?: RuleEvaluator) => {
    let ours = 0;
    let theirs = 0;
    const rounds = await interleave(
      { rounds: rules.length },
      async () => {
        const evaluator = kept ?? createRuleEvaluator(() => Promise.resolve(session));
        const rule = rules[ours++] ?? tenNodes();
        const cost = await sameCost(() => evaluate(evaluator, rule), await plainly(rule), title);
        if (kept === undefined) await evaluator.close();
        tell(costWords(title, cost));
        return cost;
      },
      () => costOf(() => plainly(rules[theirs++] ?? tenNodes())),
    );
    return { title, baselineTitle: 'plain SQL of the rule', ratio: 'time', rounds, aims } as const;
  };

  const first = await compare('audiences: ten nodes at first', [tenNodes(), tenNodes(), tenNodes()], { ratio: 1.5 });
  const kept = createRuleEvaluator(() => Promise.resolve(session));
  await evaluate(kept, tenNodes());
  const changes: Comparison[] = [];
  for (const [what, wishes] of Object.entries(changedWishes)) {
    const rules = wishes.map((wish) => tenNodes(wish));
    changes.push(await compare(`  another ${what}`, rules, { milliseconds: 300 }, kept));
  }
  await kept.close();
  const overlap = await overlaps(session, catalog, tell);
  await session.close();
  await project.close();
  return [first, ...changes, overlap];
};

const changedWishes: Readonly<Record<string, readonly RuleWishes[]>> = {
  threshold: [{ carts: 1 }, { carts: 2 }, { carts: 4 }],
  group: [{ join: 'all' }, { join: 'any', carts: 5 }, { join: 'all', carts: 6 }],
  'attribute value': [{ age: 51 }, { age: 52 }, { age: 53 }],
};

async function sameCost(work: () => Promise<number>, expected: number, title: string): Promise<Cost> {
  let found = Number.NaN;
  const cost = await costOf(async () => {
    found = await work();
  });
  if (found !== expected) throw new Error(`${title}: ${found} people here, ${expected} by plain SQL.`);
  return cost;
}

async function makeTables({ workspace }: OwnProject, people: number): Promise<void> {
  const session = await workspace.openSession('Benchmark');
  const members = audiences.map(
    (name, index) =>
      `CREATE TABLE ${name} AS SELECT person FROM customers WHERE hash(person, ${index}) % 20 < ${1 + (index % 4)}`,
  );
  for (const statement of [tableStatement('customers', { people }), tableStatement('events', { people }), ...members]) {
    const query = session.run(statement);
    await query.outcome;
    await query.close();
  }
  await session.close();
}

async function overlaps(
  session: Session,
  catalog: ReturnType<typeof catalogView>,
  tell: (words: string) => void,
): Promise<Comparison> {
  const members = audiences.map((dataset) => membersOf({ kind: 'dataset', dataset, identity: 'person' }, catalog));
  const rows = audiences.map((name, index) => `SELECT person, ${2 ** index} AS bit FROM ${name}`);
  const byHand = `SELECT mask, count(*) AS people
FROM (
  SELECT person, sum(bit)::INTEGER AS mask
  FROM (${rows.join(' UNION ALL ')})
  GROUP BY person
)
GROUP BY mask`;
  const expected = (await rowValues(session.query(byHand))).reduce((sum, [, people]) => sum + Number(people), 0);
  const rounds = await interleave(
    { rounds: 3 },
    () => sameCost(async () => reach(await measureOverlap(session, members)), expected, 'overlaps'),
    () => costOf(() => rowValues(session.query(byHand))),
  );
  tell('overlaps are done');
  const aims = { milliseconds: 2000 };
  return { title: 'audiences: overlaps of twenty', baselineTitle: 'masks by hand', ratio: 'time', rounds, aims };
}
