import { joinSql, rawSql, type Sql, sql } from '../../../../core/sql.ts';
import { asInteger } from '../../translate/coerce.ts';
import { type DataType, double, integer, type Typed, typed } from '../../translate/typed.ts';
import { unify } from '../../translate/unify.ts';
import { ignoresNulls } from '../aggregates/picking.ts';
import type { AggregateModifiers, FunctionCall, FunctionEntry, WindowEntry } from '../contract.ts';

type Window = AggregateModifiers & { readonly over: Sql };

/** Functions that exist over windows alone. */
export const windowFunctions: readonly FunctionEntry[] = [
  rank('row_number', integer, 'The number of the row in its window, from 1.'),
  rank('rank', integer, 'The place of the row, with gaps behind ties.'),
  rank('dense_rank', integer, 'The place of the row, without gaps behind ties.'),
  rank('percent_rank', double, 'The place of the row from 0 to 1.'),
  rank('cume_dist', double, 'The share of rows up to this one and its ties.'),
  {
    kind: 'window',
    names: ['ntile'],
    signature: 'ntile(count)',
    summary: 'The number of the part, from 1, when the rows are dealt into so many parts.',
    arity: [0, 1],
    translate(call, { over }) {
      const count = call.count === 0 ? sql`1` : asInteger(call.argument(0));
      return counted(sql`ntile(${count}) OVER ${over}`);
    },
  },
  neighbour('lag', 'before'),
  neighbour('lead', 'behind'),
  {
    kind: 'window',
    names: ['nth_value'],
    signature: 'nth_value(value, place[, ignore_nulls])',
    summary: 'The value of the row at a place of the window’s frame, from 1.',
    arity: [2, 3],
    translate(call, modifiers) {
      const value = call.argument(0);
      const ignored = ignoresNulls(call, 2, modifiers) ? sql` IGNORE NULLS` : sql``;
      return typed(
        sql`nth_value(${value.sql}, ${asInteger(call.argument(1))}${ignored}) OVER ${modifiers.over}`,
        value.type,
      );
    },
  },
];

/** The engine counts in BIGINT, Spark in INTEGER. */
function counted(value: Sql): Typed {
  return typed(sql`CAST(${value} AS INTEGER)`, integer);
}

function rank(name: string, type: DataType, summary: string): WindowEntry {
  return {
    kind: 'window',
    names: [name],
    signature: `${name}()`,
    summary,
    arity: [0, Infinity],
    translate(_call, { over }) {
      const value = sql`${rawSql(name)}() OVER ${over}`;
      return type === integer ? counted(value) : typed(value, type);
    },
  };
}

function neighbour(name: 'lag' | 'lead', side: string): WindowEntry {
  return {
    kind: 'window',
    names: [name],
    signature: `${name}(value[, rows[, default]])`,
    summary: `The value of the row so many rows ${side} this one; one row where it is not said.`,
    arity: [1, 3],
    translate: (call, modifiers) => neighbouring(call, name === 'lag' ? sql`lag` : sql`lead`, modifiers),
  };
}

function neighbouring(call: FunctionCall, name: Sql, { nulls, over }: Window): Typed {
  const rows = call.count > 1 ? [asInteger(call.argument(1))] : [];
  const { values, type } = unify(call.count === 3 ? [call.argument(0), call.argument(2)] : [call.argument(0)]);
  const [value = sql`NULL`, ...otherwise] = values.map(({ sql: one }) => one);
  const ignored = nulls === 'ignore' ? sql` IGNORE NULLS` : sql``;
  return typed(sql`${name}(${joinSql([value, ...rows, ...otherwise], ', ')}${ignored}) OVER ${over}`, type);
}
