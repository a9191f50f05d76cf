import { afterAll, beforeAll, expect, it } from 'vitest';
import { openNodeEngine } from '../../../../../electron/node/engine.ts';
import type { Engine, Session } from '../../../../../src/engine/engine.ts';
import { findDifferences, queryDifference } from './compare.ts';
import { generateExpression, generateQuery } from './generate.ts';
import { layOutAnew } from './layout.ts';
import { type Node, writeText, writeTwin } from './node.ts';
import { Random } from './random.ts';
import { rules } from './rules/index.ts';
import { queryRules } from './rules/queries.ts';
import { shrink } from './shrink.ts';
import { translate } from './translate.ts';
import { createTable } from './values.ts';

/** The first seed and how many of them; a longer search takes both from the surroundings. */
const firstSeed = Number(process.env.PROPERTY_SEED ?? 1);
const rounds = Number(process.env.PROPERTY_ROUNDS ?? 40);
/** Expressions that one SELECT works out. */
const together = 50;
/** Failures that are made small and shown. */
const shownFailures = 5;

const seeds = Array.from({ length: rounds }, (_, index) => firstSeed + index);
const depth = (random: Random, most: number): number => 1 + Math.min(random.below(most), random.below(most));

let engine: Engine;
let session: Session;
beforeAll(async () => {
  engine = await openNodeEngine({});
  session = await engine.openSession();
  await session.exec(createTable(40));
});
afterAll(() => engine.close());

const report = (seed: number, node: Node, message: string | undefined): string =>
  `seed ${seed}\n${writeText(node)}\n${writeTwin(node)}\n${message ?? ''}\n`;

const expressionDifference = async (node: Node): Promise<string | undefined> =>
  (await findDifferences(session, [node]))[0]?.message;

it('expressions mean what their twins mean', async () => {
  const failures: string[] = [];
  for (const seed of seeds) {
    const random = new Random(seed);
    const expressions = Array.from({ length: together }, () => generateExpression(random, depth(random, 5)));
    for (const { expression } of await findDifferences(session, expressions)) {
      if (failures.length >= shownFailures) break;
      const smallest = await shrink(expression, async (node) => (await expressionDifference(node)) !== undefined);
      failures.push(report(seed, smallest, await expressionDifference(smallest)));
    }
  }
  expect(failures).toEqual([]);
});

it('queries give the rows of their twins', async () => {
  const failures: string[] = [];
  for (const seed of seeds.flatMap((base) => [0, 1, 2, 3].map((part) => base * 4 + part))) {
    const random = new Random(seed);
    const query = generateQuery(random, depth(random, 3));
    if (failures.length >= shownFailures || (await queryDifference(session, query)) === undefined) continue;
    const smallest = await shrink(
      query,
      async (node) => ofSameRule(node, query) && (await queryDifference(session, node)) !== undefined,
    );
    failures.push(report(seed, smallest, await queryDifference(session, smallest)));
  }
  expect(failures).toEqual([]);
});

const ofSameRule = (left: Node, right: Node): boolean =>
  left.kind === 'rule' && right.kind === 'rule' && left.rule === right.rule;

it('blanks, comments and letters between tokens change nothing', () => {
  for (const seed of seeds) {
    const random = new Random(seed);
    const items = Array.from(
      { length: 10 },
      () => `${writeText(generateExpression(random, depth(random, 5)))} AS made`,
    );
    for (const text of [`SELECT ${items.join(', ')} FROM t`, writeText(generateQuery(random, 2))]) {
      const other = layOutAnew(text, random);
      expect(translate(other), `seed ${seed}\n${text}\n${other}`).toBe(translate(text));
    }
  }
});

it('many kinds of nodes are tried', () => {
  expect(new Set(rules.map(({ kind }) => kind)).size).toBeGreaterThan(200);
  expect(new Set(queryRules.map(({ kind }) => kind)).size).toBeGreaterThan(40);
});
