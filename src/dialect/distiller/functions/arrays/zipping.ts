import { joinSql, type Sql, sql } from '../../../../core/sql.ts';
import { once } from '../../translate/once.ts';
import { familyOf, itemOf, type Typed } from '../../translate/typed.ts';
import { unlessNull } from './arguments.ts';

/** `finish` of the lists zipped item by item, shorter ones filled with NULL; NULL where one of them is. */
export function zipped(lists: readonly Typed[], finish: (all: Sql) => Sql): Sql {
  const bind = (rest: readonly Typed[], bound: readonly Sql[]): Sql => {
    const [next, ...others] = rest;
    if (next === undefined) return unlessNull(bound, finish(sql`list_zip(${joinSql(filled(lists, bound), ', ')})`));
    return once(next.sql, (list) => bind(others, [...bound, list]));
  };
  return bind(lists, []);
}

/** Of items that hold text the engine takes all memory where every list is empty: beside a longer list one NULL stands in. */
function filled(lists: readonly Typed[], bound: readonly Sql[]): readonly Sql[] {
  return bound.map((list, index) => {
    const others = bound.filter((_, place) => place !== index);
    const item = itemOf(lists[index]?.type ?? { kind: 'scalar', name: '' });
    if (others.length === 0 || plainFamilies.has(familyOf(item))) return list;
    const longer = joinSql(
      others.map((other) => sql`len(${other}) > 0`),
      ' OR ',
    );
    return sql`CASE WHEN len(${list}) = 0 AND (${longer}) THEN [NULL] ELSE ${list} END`;
  });
}

const plainFamilies: ReadonlySet<string> = new Set(['integer', 'fractional', 'boolean', 'date', 'timestamp', 'null']);
