import { literal, type Sql, sql } from '../../../../core/sql.ts';
import { writingFormat } from './pattern.ts';

/** A moment as text by a pattern: by the engine where it writes the same, else by our own function. */
export function writtenBy(pattern: string, moment: Sql): Sql {
  const format = writingFormat(pattern);
  return format === undefined ? writtenByOurs(literal(pattern), moment) : sql`strftime(${moment}, ${literal(format)})`;
}

/** The same by a pattern that is known only when it runs. */
export function writtenByOurs(pattern: Sql, moment: Sql): Sql {
  return sql`sh_format_timestamp(CAST(epoch_us(CAST(${moment} AS TIMESTAMP)) AS DOUBLE), ${pattern})`;
}
