import { z } from 'zod';
import { joinSql, literal, rawSql, type Sql, sql } from '../../../core/sql.ts';
import { recordsField, textField, wholeNumberField } from '../../fields.ts';

/** The three scores, as columns. */
const scoreNames = ['recency', 'frequency', 'monetary'] as const;
type ScoreName = (typeof scoreNames)[number];

const bound = (score: ScoreName, end: 'lowest' | 'highest') =>
  wholeNumberField({
    title: `${score.charAt(0).toUpperCase()}${score.slice(1)}, ${end}`,
    description: `The ${end} ${score} score that belongs to the segment; 1 is best.`,
    initial: end === 'lowest' ? 1 : 10,
    minimum: 1,
    maximum: 10,
  });

const ruleSchema = z.object({
  name: textField({ title: 'Segment', description: 'How people of these scores are called.', initial: 'Segment' }),
  recencyFrom: bound('recency', 'lowest'),
  recencyTo: bound('recency', 'highest'),
  frequencyFrom: bound('frequency', 'lowest'),
  frequencyTo: bound('frequency', 'highest'),
  monetaryFrom: bound('monetary', 'lowest'),
  monetaryTo: bound('monetary', 'highest'),
});

/** A named box of scores; of several that fit a person, the first counts. */
export type SegmentRule = z.output<typeof ruleSchema>;

type Scores = readonly [lowest: number, highest: number];
const rule = (name: string, recency: Scores, frequency: Scores, monetary: Scores): SegmentRule => ({
  name,
  recencyFrom: recency[0],
  recencyTo: recency[1],
  frequencyFrom: frequency[0],
  frequencyTo: frequency[1],
  monetaryFrom: monetary[0],
  monetaryTo: monetary[1],
});

/** The six segments of the customary model of four quarters, best first; together they hold every score from 1 to 4. */
const sixSegments: readonly SegmentRule[] = [
  rule('Core', [1, 1], [1, 1], [1, 1]),
  rule('Loyal', [1, 4], [1, 1], [1, 4]),
  rule('Whales', [1, 4], [1, 4], [1, 1]),
  rule('Promising', [1, 4], [1, 3], [2, 4]),
  rule('Rookies', [1, 1], [4, 4], [1, 4]),
  rule('Slipping', [2, 4], [4, 4], [1, 4]),
];

/** The field of segment rules. */
export const segmentsField = recordsField({
  title: 'Segments',
  description:
    'Boxes of scores with names, made for four bins; a person belongs to the first that fits, so that “Loyal” holds those whom “Core” does not.',
  item: ruleSchema,
  initial: sixSegments,
  advanced: true,
});

/** The name of people whom no rule holds. */
export const noSegment = 'No segment';

/** The rules as one CASE over the columns `recency`, `frequency` and `monetary`, whose scores go from 1 to `worst`. */
export function segmentSql(rules: readonly SegmentRule[], worst: number): Sql {
  if (rules.length === 0) return literal(noSegment);
  const branches = rules.map((one) => sql`WHEN ${holdsSql(one, worst)} THEN ${literal(one.name)}`);
  return sql`CASE
    ${joinSql(branches, '\n    ')}
    ELSE ${literal(noSegment)}
  END`;
}

/** The place of a person's segment among the rules, for ordering. */
export function segmentPlaceSql(rules: readonly SegmentRule[]): Sql {
  const names = [...rules.map(({ name }) => name), noSegment].map(literal);
  return sql`list_position([${joinSql(names, ', ')}], segment)`;
}

/** Bounds that every score keeps are left out. */
function holdsSql(one: SegmentRule, worst: number): Sql {
  const bounds = scoreNames.flatMap((score): readonly Sql[] => {
    const [from, to] = [one[`${score}From`], one[`${score}To`]];
    const column = rawSql(score);
    if (from <= 1 && to >= worst) return [];
    if (from === to) return [sql`${column} = ${literal(from)}`];
    if (from <= 1) return [sql`${column} <= ${literal(to)}`];
    return to >= worst
      ? [sql`${column} >= ${literal(from)}`]
      : [sql`${column} BETWEEN ${literal(from)} AND ${literal(to)}`];
  });
  return bounds.length === 0 ? sql`true` : joinSql(bounds, ' AND ');
}
