import { identifier, joinSql, literal, type Sql, sql } from '../../core/sql.ts';
import type { StructValue } from '../../engine/value.ts';
import { trimmedSql } from './cast-sql.ts';
import type { ColumnEvidence } from './evidence.ts';
import { failsSql } from './fails-sql.ts';
import { plainNumberPattern } from './patterns.ts';
import type { ValueType } from './value-type.ts';

/** A question to all rows of a column: which of the types fit, and what is wrong with the first. */
export interface EvidenceQuestion {
  readonly column: Sql;
  /** The type that was expected; its first failure becomes the objection. */
  readonly expected: ValueType;
  /** Candidates in order of preference. */
  readonly candidates: readonly ValueType[];
}

/**
 * The aggregates that answer a question, named after its number; to be selected from rows that have a column `record`.
 * `evidenceFromRow` reads the answer.
 */
export function evidenceSql({ column, expected, candidates }: EvidenceQuestion, number: number): Sql {
  const text = trimmedSql(column);
  const name = (part: string) => identifier(`${part}_${number}`);
  const wrong = failsSql(column, expected);
  const isPlain = sql`regexp_full_match(${text}, ${literal(plainNumberPattern)})`;
  const fits = candidates.map((type, index) => sql`bool_or(${failsSql(column, type)}) AS ${name(`fails${index}`)}`);
  const asked = [expected, ...candidates].some(({ kind }) => kind === 'double' || kind === 'decimal');
  const digits = [
    sql`bool_or(${text} <> '' AND NOT ${isPlain}) AS ${name('uneven')}`,
    sql`max(strlen(regexp_extract(${text}, '^-?0?([0-9]*)', 1))) AS ${name('whole')}`,
    sql`max(strlen(regexp_extract(${text}, '\.([0-9]*?)0*$', 1))) AS ${name('fraction')}`,
  ];
  return joinSql(
    [
      ...fits,
      ...(asked ? digits : []),
      sql`min(nullif(length(${text}), 0)) AS ${name('shortest')}`,
      sql`max(length(${text})) AS ${name('longest')}`,
      sql`count(*) FILTER (WHERE ${wrong}) AS ${name('failures')}`,
      sql`min(record) FILTER (WHERE ${wrong}) AS ${name('record')}`,
      sql`arg_min(${column}, record) FILTER (WHERE ${wrong}) AS ${name('text')}`,
    ],
    ',\n  ',
  );
}

/** The evidence in the row that `evidenceSql` selected. */
export function evidenceFromRow(question: EvidenceQuestion, number: number, row: StructValue): ColumnEvidence {
  const value = (part: string) => row[`${part}_${number}`] ?? null;
  const longest = Number(value('longest'));
  const text = value('text');
  const isPlain = value('uneven') === false;
  return {
    hasValues: longest > 0,
    possible: question.candidates.filter((_, index) => value(`fails${index}`) === false),
    offered: [],
    lengths: { shortest: Number(value('shortest')), longest },
    ...(isPlain && { digits: { whole: Number(value('whole')), fraction: Number(value('fraction')) } }),
    ...(typeof text === 'string' && {
      objection: {
        type: question.expected,
        text,
        record: Number(value('record')),
        failures: Number(value('failures')),
      },
    }),
  };
}
