import { sentMemberTable } from '../../activation/prepare/sent-tables.ts';
import { integer, queryRows } from '../../catalog/store/execute.ts';
import { hasHiddenTable } from '../../catalog/store/hidden-table.ts';
import { joinSql, literal, type Sql, sql } from '../../core/sql.ts';
import { held, type Holder } from './holder.ts';
import { comparableSql, hasIdentitySql, isIdentitySql } from './identities.ts';
import type { DatabaseSearch } from './kept-texts.ts';

const words = 'The project forgets that sends reached them: a removal at the destination has to be sent before.';

/** Whom sends reached: found by the keyed hash of the identity, and by match keys as they were delivered. */
export const sentHolder: Holder<DatabaseSearch> = {
  async find(search) {
    if (!(await hasHiddenTable(search.session, 'sent_member'))) return [];
    const [row] = await queryRows(
      search.session,
      sql`SELECT count(*) AS "rows"
FROM ${sentMemberTable}
WHERE ${reached(search)}`,
    );
    return held('people reached by sends', integer(row?.rows), 'row', 'deleted', words);
  },
  async erase(search) {
    if (!(await hasHiddenTable(search.session, 'sent_member'))) return [];
    const rows = await search.session.exec(
      sql`DELETE FROM ${sentMemberTable}
WHERE ${reached(search)}`.text,
    );
    return held('people reached by sends', rows, 'row', 'deleted', words);
  },
};

function reached({ hashes }: DatabaseSearch): Sql {
  const keys = sql`list_transform("keys", lambda item: ${comparableSql(sql`item`)})`;
  const tests = [isIdentitySql(sql`person`), hasIdentitySql(keys)];
  if (hashes.length > 0) tests.push(sql`person IN (${joinSql(hashes.map(literal), ', ')})`);
  return joinSql(
    tests.map((test) => sql`coalesce(${test}, false)`),
    '\n  OR ',
  );
}
