import { literal, type Sql, sql } from '../../core/sql.ts';
import { trimmedSql } from './cast-sql.ts';
import { matcher } from './matcher.ts';
import {
  exponentNumberPattern,
  integerPattern,
  isoDatePattern,
  isoTimestampPattern,
  layoutPattern,
  plainNumberPattern,
} from './patterns.ts';
import { withoutBlanks } from './blanks.ts';
import { sqlTypeOf, typeAsNoun } from './type-words.ts';
import type { ValueType } from './value-type.ts';

interface ReasonRule {
  readonly pattern: string;
  readonly words: string;
}

const quotedLength = 40;

/** Why a text does not survive in a type, as `"007" has a leading zero, which a number would lose`. */
export function whyNot(text: string, type: ValueType): string {
  const value = withoutBlanks(text);
  const rule = rulesFor(type).find(({ pattern }) => matcher(pattern).test(value));
  const characters = Array.from(text);
  const shown = characters.slice(0, quotedLength).join('') + (characters.length > quotedLength ? '…' : '');
  return `"${shown}" ${rule?.words ?? otherwise(type)}`;
}

/** Whether a text is a number but for what a number type would lose: a leading zero, a plus sign, digits beyond its reach. */
export function isLossyNumber(text: string): boolean {
  return [...lostMarks.map((rule) => rule.pattern), integerPattern].some((pattern) => matcher(pattern).test(text));
}

/** `whyNot` in SQL. */
export function whyNotSql(column: Sql, type: ValueType): Sql {
  const text = trimmedSql(column);
  const words = rulesFor(type).reduceRight(
    (rest, rule) =>
      sql`CASE WHEN regexp_full_match(${text}, ${literal(rule.pattern)}) THEN ${literal(rule.words)} ELSE ${rest} END`,
    literal(otherwise(type)),
  );
  const length = literal(quotedLength);
  const shown = sql`left(${column}, ${length}) || CASE WHEN length(${column}) > ${length} THEN '…' ELSE '' END`;
  return sql`'"' || ${shown} || '" ' || ${words}`;
}

function otherwise(type: ValueType): string {
  return `is not ${typeAsNoun(type)}`;
}

function rulesFor(type: ValueType): readonly ReasonRule[] {
  const calendar = (pattern: string) => [{ pattern, words: 'is not a day of the calendar' }];
  switch (type.kind) {
    case 'bigint':
    case 'hugeint':
      return [...lostMarks, { pattern: integerPattern, words: `has more digits than ${sqlTypeOf(type)} holds` }];
    case 'double':
      return [
        ...lostMarks,
        {
          pattern: `${plainNumberPattern}|${exponentNumberPattern}`,
          words: 'has more digits than a DOUBLE keeps exactly',
        },
      ];
    case 'decimal':
      return [...lostMarks, { pattern: plainNumberPattern, words: `does not fit ${sqlTypeOf(type)} exactly` }];
    case 'date':
      return calendar(type.layout === undefined ? isoDatePattern : layoutPattern(type.layout));
    case 'timestamp':
      return calendar(type.layout === undefined ? isoTimestampPattern : layoutPattern(type.layout));
    default:
      return [];
  }
}

const lostMarks: readonly ReasonRule[] = [
  { pattern: '-?0[0-9]+(?:[.,][0-9]*)?', words: 'has a leading zero, which a number would lose' },
  { pattern: String.raw`\+[0-9.,]+`, words: 'has a plus sign, which a number would lose' },
];
