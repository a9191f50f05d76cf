import { type Audience, isExpired } from '../../audiences/audience.ts';
import { readAudiences } from '../../audiences/audience-store.ts';
import { queryRows } from '../../catalog/store/execute.ts';
import { sql } from '../../core/sql.ts';
import type { Session } from '../../engine/engine.ts';
import { catalogView, type KnownDataset } from '../../modules/catalog-view.ts';
import type { Destination } from '../destinations/destination.ts';
import { planSend } from '../prepare/plan-send.ts';
import { prepareContext } from '../prepare/prepare-context.ts';
import type { SendSettings } from '../prepare/send-settings.ts';

/**
 * By what it is decided who leaves and to where, as a text that is the same as long as all of it is: settings, destination,
 * the statement with its datasets' columns, the queries of the project's views, and the audience's own rule.
 */
export async function sendRules(
  session: Session,
  settings: SendSettings,
  destination: Destination | undefined,
  datasets: readonly KnownDataset[],
): Promise<string> {
  const context = prepareContext({
    catalog: catalogView(datasets),
    now: new Date(0),
    destination: destination?.id ?? '',
    sentBefore: true,
  });
  const views = await queryRows(
    session,
    sql`SELECT schema_name, view_name, sql
FROM duckdb_views()
WHERE database_name = current_database()
  AND NOT internal
  AND NOT temporary
ORDER BY ALL`,
  );
  const audience = await audienceOf(session, settings);
  const { text } = planSend(settings, context).outcomes;
  return JSON.stringify([settings, destination ?? null, text, views, audience?.definition ?? null]);
}

/** Why the members of the audience that is sent are too old for that, as a sentence; `undefined` where they are not. */
export async function expiryStop(session: Session, settings: SendSettings, now: Date): Promise<string | undefined> {
  const audience = await audienceOf(session, settings);
  if (audience === undefined || !isExpired(audience, now)) return undefined;
  return `The members of “${audience.name}” have expired: refresh the audience first.`;
}

async function audienceOf(session: Session, { dataset }: SendSettings): Promise<Audience | undefined> {
  return (await readAudiences(session)).find(({ name }) => name === dataset);
}
