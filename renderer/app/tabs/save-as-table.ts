import { uniqueName } from '../../../src/core/names.ts';
import { identifier, joinSql, sql, type Sql } from '../../../src/core/sql.ts';
import type { ResultSet } from '../../../src/results/result-set.ts';
import { storedColumn } from '../../../src/results/stored-table.ts';
import type { Services } from '../services.ts';
import { datasetTab } from './new-tab.ts';

/** Makes a table of exactly the rows that are shown, and opens it. Names that repeat are numbered. */
export async function saveAsTable(
  { project, tabs, messages }: Services,
  shown: ResultSet,
  name: string,
): Promise<void> {
  const { workspace } = await project.whenLive();
  const stored = await shown.materialize();
  const names: string[] = [];
  for (const column of stored.columns) names.push(uniqueName(column.name === '' ? 'column' : column.name, names));
  const items: readonly Sql[] = names.map((given, index) => sql`${storedColumn(index)} AS ${identifier(given)}`);
  const session = await workspace.openSession('Save as table');
  try {
    const statement = sql`CREATE TABLE ${identifier(name)} AS
SELECT
  ${joinSql(items, ',\n  ')}
FROM ${stored.relation}`;
    const query = session.run(statement.text, { source: 'Saved from a result' });
    const { dataset, rowsAffected } = await query.outcome;
    messages.say(`“${name}” has ${(rowsAffected ?? shown.state().rowCount).toLocaleString()} rows.`);
    const schema = dataset?.schema ?? 'main';
    tabs.open(datasetTab(schema, name), { id: `dataset:${schema}.${name}` });
  } finally {
    await session.close();
  }
}
