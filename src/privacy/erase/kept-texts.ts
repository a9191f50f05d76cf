import { queryRows, text } from '../../catalog/store/execute.ts';
import { hiddenSchema } from '../../catalog/store/names.ts';
import { identifier, literal, relation, type Sql, sql } from '../../core/sql.ts';
import type { Session } from '../../engine/engine.ts';
import { valueAt } from '../../engine/value.ts';
import { type Held, held, type Holder } from './holder.ts';
import { redactText } from './redact-text.ts';
import type { ValueFinder } from './value-finder.ts';

/** What the holders within the database are asked with. */
export interface DatabaseSearch {
  /** Has the identities (`keepIdentities`); for erasing, a transaction is open in it. */
  readonly session: Session;
  readonly finder: ValueFinder;
  /** Keyed hashes of the identities, as sends keep them. */
  readonly hashes: readonly string[];
}

/** A column of texts in the hidden schema that may hold values of users. */
interface KeptText {
  /** A table, or with `%` all whose names begin so. */
  readonly table: string;
  readonly column: string;
  /** What users call it. */
  readonly title: string;
}

const keptTexts: readonly KeptText[] = [
  { table: 'snapshot', column: 'source', title: 'statements in the history of datasets' },
  { table: 'module_run', column: 'record', title: 'records of runs' },
  { table: 'import_report', column: 'report', title: 'reports of imports' },
  { table: 'rejects %', column: 'value', title: 'values that imports rejected' },
  { table: 'rejects %', column: 'reason', title: 'reasons of rejected values' },
  { table: 'audience', column: 'definition', title: 'definitions of audiences' },
  { table: 'send', column: 'settings', title: 'settings of sends' },
];

/** Texts that the project keeps beside the datasets, with the identities in them replaced. */
export const keptTextHolder: Holder<DatabaseSearch> = {
  find: (search) => visit(search, () => Promise.resolve()),
  erase: (search) =>
    visit(search, async (table, column, rowId, redacted) => {
      await search.session.exec(
        sql`UPDATE ${table}
SET ${identifier(column)} = ${literal(redacted)}
WHERE rowid = ${literal(rowId)}`.text,
      );
    }),
};

async function visit(
  { session, finder }: DatabaseSearch,
  change: (table: Sql, column: string, rowId: bigint, redacted: string) => Promise<void>,
): Promise<readonly Held[]> {
  const found: Held[] = [];
  for (const kept of keptTexts) {
    let texts = 0;
    for (const name of await tablesLike(session, kept.table)) {
      const table = relation([hiddenSchema, name]);
      for (const { rowId, redacted } of await readRedacted(session, table, kept.column, finder)) {
        texts++;
        await change(table, kept.column, rowId, redacted);
      }
    }
    found.push(...held(kept.title, texts, 'text', 'redacted', 'The identity in them is replaced by [erased].'));
  }
  return found;
}

async function tablesLike(session: Session, pattern: string): Promise<readonly string[]> {
  const condition = pattern.endsWith('%')
    ? sql`starts_with(table_name, ${literal(pattern.slice(0, -1))})`
    : sql`table_name = ${literal(pattern)}`;
  const found = await queryRows(
    session,
    sql`SELECT table_name
FROM duckdb_tables()
WHERE database_name = current_database()
  AND schema_name = ${literal(hiddenSchema)}
  AND ${condition}
ORDER BY table_name`,
  );
  return found.map((row) => text(row.table_name));
}

/** The rows whose text changes when it is redacted; the texts are read batch by batch. */
async function readRedacted(session: Session, table: Sql, column: string, finder: ValueFinder) {
  const found: { readonly rowId: bigint; readonly redacted: string }[] = [];
  const query = session.query(
    sql`SELECT rowid, ${identifier(column)}
FROM ${table}
WHERE ${identifier(column)} IS NOT NULL`.text,
  );
  try {
    for (let batch = await query.next(); batch !== undefined; batch = await query.next()) {
      const [ids, texts] = batch.columns;
      if (ids === undefined || texts === undefined) continue;
      for (let row = 0; row < batch.rowCount; row++) {
        const kept = text(valueAt(texts, row));
        const redacted = redactText(kept, finder);
        const rowId = valueAt(ids, row);
        if (redacted !== kept && typeof rowId === 'bigint') found.push({ rowId, redacted });
      }
    }
  } finally {
    await query.close();
  }
  return found;
}
