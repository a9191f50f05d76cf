import { sql } from '../../../../core/sql.ts';
import { listSql, structSql } from '../../translate/generators.ts';
import { type Typed, typed, nullType } from '../../translate/typed.ts';
import { unify } from '../../translate/unify.ts';
import type { FunctionCall, FunctionEntry, Generated } from '../contract.ts';

/** `stack`: rows out of values that stand side by side. */
export const rowGenerators: readonly FunctionEntry[] = [
  {
    kind: 'generator',
    names: ['stack'],
    signature: 'stack(rows, value, …)',
    summary: 'The values dealt into so many rows, as columns col0, col1 and so on; what is missing is NULL.',
    arity: [2, Infinity],
    outer: false,
    translate: stack,
  },
];

function stack(call: FunctionCall): Generated {
  const count = call.constant(0);
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 1) {
    return call.fail('The number of rows is a whole number from 1 that is written out.', undefined, 0);
  }
  const values = Array.from({ length: call.count - 1 }, (_, index) => call.argument(index + 1));
  const width = Math.ceil(values.length / count);
  const columns = Array.from({ length: width }, (_, column) =>
    unify(Array.from({ length: count }, (_row, row) => values[row * width + column] ?? nothing)),
  );
  const rows = Array.from({ length: count }, (_, row) =>
    structSql(columns.map((column, index) => [`col${index}`, (column.values[row] ?? nothing).sql])),
  );
  return { rows: listSql(rows), columns: columns.map(({ type }, index) => ({ name: `col${index}`, type })) };
}

const nothing: Typed = typed(sql`NULL`, nullType);
