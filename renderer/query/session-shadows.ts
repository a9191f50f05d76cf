import type { WorkspaceSession } from '../../src/catalog/session/session.ts';
import type { Workspace } from '../../src/catalog/workspace.ts';
import type { CustomerFilter } from '../../src/customers/customer-filter.ts';
import { dropShadow, shadowViews } from '../../src/customers/shadows.ts';
import { catalogView } from '../../src/modules/catalog-view.ts';
import type { Sql } from '../../src/core/sql.ts';

/** Keeps the temporary views of one session in step with the customer filter. */
export interface Shadows {
  apply(session: WorkspaceSession, workspace: Workspace, filter: CustomerFilter | undefined): Promise<void>;
}

/** The views are made anew each time: a restarted engine has forgotten them, and stale ones would show everybody. */
export function createShadows(): Shadows {
  let names: readonly string[] = [];
  return {
    async apply(session, workspace, filter) {
      const catalog = catalogView(workspace.datasets);
      const views = filter === undefined ? new Map<string, Sql>() : shadowViews(workspace.database, catalog, filter);
      for (const name of names.filter((old) => !views.has(old))) await run(session, dropShadow(name));
      names = [...views.keys()];
      for (const view of views.values()) await run(session, view);
    },
  };
}

async function run(session: WorkspaceSession, statement: Sql): Promise<void> {
  const query = session.run(statement.text);
  try {
    await query.outcome;
  } finally {
    await query.close();
  }
}
