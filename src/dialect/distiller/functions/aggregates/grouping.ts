import { joinSql, sql } from '../../../../core/sql.ts';
import { bigint, tinyint, typed } from '../../translate/typed.ts';
import type { FunctionEntry } from '../contract.ts';

/** Which columns a row of ROLLUP, CUBE or GROUPING SETS was grouped by. */
export const groupingFunctions: readonly FunctionEntry[] = [
  {
    kind: 'scalar',
    names: ['grouping'],
    signature: 'grouping(column)',
    summary: '1 in rows that are a total over the column, 0 in the others.',
    arity: [1, 1],
    translate: (call) => typed(sql`CAST(grouping(${call.argument(0).sql}) AS TINYINT)`, tinyint),
  },
  {
    kind: 'scalar',
    names: ['grouping_id'],
    signature: 'grouping_id([column, …])',
    summary: 'The values of grouping for the columns, or for all that are grouped by, as the bits of one number.',
    arity: [0, Infinity],
    translate(call) {
      if (call.count === 0) call.fail('grouping_id needs its columns.', 'Write those of GROUP BY: grouping_id(a, b).');
      const columns = call.arguments().map(({ sql: column }) => column);
      return typed(sql`grouping_id(${joinSql(columns, ', ')})`, bigint);
    },
  },
];
