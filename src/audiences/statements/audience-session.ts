import type { WorkspaceSession } from '../../catalog/session/session.ts';
import { createHandle, type Started } from '../../catalog/session/handle.ts';
import type { WorkspaceQuery } from '../../catalog/session/outcome.ts';
import { createCancelSource } from '../../core/cancel.ts';
import { toStillhouseError } from '../../core/error.ts';
import type { Batch } from '../../engine/batch.ts';
import { type AudienceStatement, readAudienceStatement } from '../../dialect/audience-statement.ts';
import { withReader } from '../../engine/with-reader.ts';
import type { AudienceServices } from '../refresh.ts';
import { namespacesSql, readNamespaces } from './namespaces.ts';
import { runAudienceStatement, type StatementPlace } from './run-audience-statement.ts';

/** A session that also understands statements about audiences and namespaces; all others run as they did. */
export function withAudiences(session: WorkspaceSession, services: AudienceServices): WorkspaceSession {
  return {
    ...session,
    run(text, options = {}) {
      const cancel = createCancelSource();
      const stop = options.signal?.onCancel(cancel.cancel);
      let statement: AudienceStatement | undefined;
      try {
        statement = readAudienceStatement(text);
      } catch (error) {
        return createHandle(Promise.reject(toStillhouseError(error)), cancel, () => stop?.());
      }
      if (statement === undefined) return session.run(text, options);
      const plain = () => session.run(text, { ...options, signal: cancel.signal });
      return createHandle(start(statement, { session, services, text }, plain), cancel, () => stop?.());
    },
    get inTransaction() {
      return session.inTransaction;
    },
  };
}

async function start(
  statement: AudienceStatement,
  place: StatementPlace,
  plain: () => WorkspaceQuery,
): Promise<Started> {
  if (statement.kind === 'show-namespaces') {
    const namespaces = await withReader(place.services.engine, readNamespaces);
    return { kind: 'reading', query: place.session.run(namespacesSql(namespaces).text), outcome: { kind: 'read' } };
  }
  const outcome = await runAudienceStatement(statement, place);
  return outcome === undefined ? finished(plain()) : { kind: 'done', result: { columns: [], batches: [] }, outcome };
}

/** An ordinary write with all it gives back. */
async function finished(query: WorkspaceQuery): Promise<Started> {
  const batches: Batch[] = [];
  for (let batch = await query.next(); batch !== undefined; batch = await query.next()) batches.push(batch);
  return { kind: 'done', result: { columns: await query.columns, batches }, outcome: await query.outcome };
}
