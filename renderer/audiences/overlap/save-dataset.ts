import { identifier, type Sql, sql } from '../../../src/core/sql.ts';
import type { ProjectController } from '../../project/project-controller.ts';

/** Makes a dataset in schema `main` of a query's rows, in place of one of its name only with `replace`. Gives how many rows. */
export async function saveDataset(
  project: ProjectController,
  name: string,
  query: Sql,
  { replace, source }: { readonly replace: boolean; readonly source: string },
): Promise<number> {
  const { workspace } = await project.whenLive();
  const session = await workspace.openSession(source);
  try {
    const create = replace ? sql`CREATE OR REPLACE TABLE` : sql`CREATE TABLE`;
    const run = session.run(sql`${create} ${identifier(name)} AS\n${query}`.text, { source });
    const { rowsAffected } = await run.outcome;
    return rowsAffected ?? 0;
  } finally {
    await session.close();
  }
}
