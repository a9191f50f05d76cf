import { z } from 'zod';

/** How a value of a row is compared. Negated ones are true for missing values too. */
export const operators = [
  'is',
  'is-not',
  'contains',
  'starts-with',
  'less-than',
  'at-most',
  'at-least',
  'more-than',
  'between',
  'in-last-days',
  'before-last-days',
  'is-known',
  'is-missing',
] as const;
export type Operator = (typeof operators)[number];

/** The name of a dataset or column; empty while it is not chosen yet. */
const name = z.string();

/** A comparison of one column path: `country is DE or FR`. Values are texts, read by the column's type. */
export const comparisonSchema = z.object({ column: name, operator: z.enum(operators), values: z.array(z.string()) });
export type Comparison = z.output<typeof comparisonSchema>;

const id = z.string().min(1);
const days = z.int().min(1).max(36_500);

const window = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ever') }),
  z.object({ kind: z.literal('last'), days }),
  /** Days, both inclusive. */
  z.object({ kind: z.literal('between'), from: z.iso.date(), to: z.iso.date() }),
]);
export type EventWindow = z.output<typeof window>;

const attribute = comparisonSchema.extend({ kind: z.literal('attribute'), id });

const events = z.object({
  kind: z.literal('events'),
  id,
  dataset: name,
  /** The column that holds the people's identity. */
  person: name,
  /** The column of the time, needed by windows only. */
  time: z.string(),
  where: z.array(comparisonSchema),
  measure: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('rows') }),
    z.object({ kind: z.enum(['sum', 'distinct']), column: name }),
  ]),
  /** People without any event count as 0. */
  compare: z.enum(['at-least', 'at-most', 'exactly']),
  amount: z.number().min(0),
  window,
});

const sequence = z.object({
  kind: z.literal('sequence'),
  id,
  dataset: name,
  person: name,
  time: name,
  /** Each step comes strictly after the one before. */
  steps: z
    .array(z.object({ where: z.array(comparisonSchema) }))
    .min(2)
    .max(6),
  /** The most days from one step to the next; absent for any time. */
  withinDays: days.optional(),
  /** The last step must *not* come within the days, which have passed. */
  lastIsAbsent: z.boolean(),
  window,
});

const member = z.object({ kind: z.literal('member'), id, dataset: name, column: name, negated: z.boolean() });
/** A condition as the user wrote it, over the columns of the people's dataset. */
const condition = z.object({ kind: z.literal('sql'), id, text: z.string() });

const leaf = z.discriminatedUnion('kind', [attribute, events, sequence, member, condition]);
export type EventsCondition = z.output<typeof events>;
export type SequenceCondition = z.output<typeof sequence>;
/** People listed in a dataset: another audience, a suppression list, a segment of a clustering. */
export type MemberCondition = z.output<typeof member>;
export type Leaf = z.output<typeof leaf>;

/** Conditions of which all or any must hold; negated, that must not be so. An empty group keeps everybody. */
export interface Group {
  readonly kind: 'group';
  readonly id: string;
  readonly join: 'all' | 'any';
  readonly negated: boolean;
  readonly nodes: readonly RuleNode[];
}
export type RuleNode = Leaf | Group;

const groupSchema: z.ZodType<Group> = z.lazy(() =>
  z.object({
    kind: z.literal('group'),
    id,
    join: z.enum(['all', 'any']),
    negated: z.boolean(),
    nodes: z.array(z.union([leaf, groupSchema])),
  }),
);

/** Who belongs to an audience: rows of a dataset of people for which the root holds, known by their identity. */
export const ruleSchema = z.object({ people: name, identity: name, root: groupSchema });
export type Rule = z.output<typeof ruleSchema>;

/** All conditions of a node, from left to right. */
export function leavesOf(node: RuleNode): readonly Leaf[] {
  return node.kind === 'group' ? node.nodes.flatMap(leavesOf) : [node];
}
