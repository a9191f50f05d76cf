import { StillhouseError } from '../../core/error.ts';
import { identifier, joinSql, literal, relation, type RelationName, type Sql, sql } from '../../core/sql.ts';
import { castSql } from '../values/cast-sql.ts';
import { doubtSql, failsSql } from '../values/fails-sql.ts';
import { type ColumnPlan, isOpen } from './column-plan.ts';
import { field, type TextSource } from './text-source.ts';

/** What the engine says when a value would be damaged. */
const alarm = 'A value does not survive the type of its column.';

/** With more open columns than this, texts are only tested quickly, which may raise a false alarm. */
const mostExactTests = 100;

/**
 * Creates the table with typed columns in one pass over the texts. Records that do not fit a chosen type are left out. The
 * first value that an open column's type would damage raises an alarm and stops the statement; see `isAlarm`.
 */
export function loadSql(source: TextSource, plans: readonly ColumnPlan[], table: RelationName): Sql {
  const inner = plans.map(
    ({ position, decision }) =>
      sql`${field(position)}, ${castSql(field(position), decision.type)} AS ${valueColumn(position)}`,
  );
  const doubts = doubtsAbout(plans.filter(isOpen));
  const outputs = plans.map(({ name, position }, index) => {
    const value = valueColumn(position);
    const watched =
      index === 0 && doubts.length > 0
        ? sql`CASE WHEN ${joinSql(doubts, ' OR ')} THEN error(${literal(alarm)}) ELSE ${value} END`
        : value;
    return sql`${watched} AS ${identifier(name)}`;
  });
  const refused = plans.filter(({ chosen, decision }) => chosen && decision.type.kind !== 'text').map(planFails);
  const where = refused.length === 0 ? sql`` : sql`\nWHERE NOT (${joinSql(refused, ' OR ')})`;
  return sql`CREATE TABLE ${relation(table)} AS
WITH texts AS (
  SELECT ${joinSql(inner, ', ')}
  FROM ${source.from}
)
SELECT ${joinSql(outputs, ', ')}
FROM texts${where}`;
}

/** Whether a load was stopped because a value would have been damaged. */
export function isAlarm(error: unknown): boolean {
  return error instanceof StillhouseError && error.technical?.includes(alarm) === true;
}

/** Whether a value of an open column speaks against its type, exactly, over all rows it is selected from. */
export function contradictionSql({ position, decision }: ColumnPlan): Sql {
  return decision.type.kind === 'text' ? sql`${field(position)} IS NOT NULL` : failsSql(field(position), decision.type);
}

function doubtsAbout(open: readonly ColumnPlan[]): Sql[] {
  return open.map((plan) => {
    const { position, decision } = plan;
    if (decision.type.kind === 'text') return contradictionSql(plan);
    return open.length > mostExactTests
      ? doubtSql(field(position), decision.type, valueColumn(position))
      : planFails(plan);
  });
}

function valueColumn(position: number): Sql {
  return identifier(`v${position + 1}`);
}

function planFails({ position, decision }: ColumnPlan): Sql {
  return failsSql(field(position), decision.type, valueColumn(position));
}
