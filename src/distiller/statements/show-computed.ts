import type { Show } from '../../dialect/distiller/syntax/statement.ts';
import type { Sql } from '../../core/sql.ts';
import { fitsPattern, type ListedRow, listingSql } from '../listing.ts';
import { plainName } from '../relation-name.ts';
import type { Computed } from '../state.ts';

function wanted({ name, like }: Show) {
  return ({ table, id }: Computed) =>
    (name === undefined || table.toLowerCase() === plainName(name).toLowerCase()) && fitsPattern(id, like);
}

/** `SHOW STATISTICS`: those computed in this session, oldest first. */
export function statisticsSql(statistics: readonly Computed[], show: Show): Sql {
  const rows = statistics
    .filter(wanted(show))
    .map(({ id, table, columns, filter, at }): ListedRow => [id, table, columns, filter, at]);
  return listingSql(
    ['statsId', 'tableName', 'columnSet', 'filterContext', { name: 'timestamp', type: 'TIMESTAMP' }],
    rows,
  );
}

/** `SHOW SAMPLES`: those taken in this session, oldest first. */
export function samplesSql(samples: readonly Computed[], show: Show): Sql {
  const rows = samples
    .filter(wanted(show))
    .map(({ id, table, percent = 0, filter, rows: count = 0, at }): ListedRow => [
      id,
      table,
      'uniform',
      percent,
      filter,
      count,
      at,
    ]);
  return listingSql(
    [
      'sample_table_name',
      'parent_table_name',
      'sample_type',
      { name: 'sampling_rate', type: 'DOUBLE' },
      'filter_condition',
      { name: 'sample_num_rows', type: 'BIGINT' },
      { name: 'created', type: 'TIMESTAMP' },
    ],
    rows,
  );
}
