import type { CancelSignal } from '../../core/cancel.ts';
import { StillhouseError } from '../../core/error.ts';
import { sql } from '../../core/sql.ts';
import type { Session } from '../../engine/engine.ts';
import { catalogView } from '../../modules/catalog-view.ts';
import type { NarrowDataset } from '../../modules/source-dataset.ts';
import { counted } from '../../modules/words.ts';
import { hexOf } from '../../privacy/hex.ts';
import { storeRules } from '../naming.ts';
import { exportRange } from '../prepare/dataset-export.ts';
import { dryRun } from '../prepare/dry-run.ts';
import { withIdentityKey } from '../prepare/keyed-hash.ts';
import { planSend } from '../prepare/plan-send.ts';
import { prepareContext } from '../prepare/prepare-context.ts';
import type { SendSettings } from '../prepare/send-settings.ts';
import { countOtherKeys, hasSendHistory, type KeptSend, lastSendOf, readKeptSends } from '../prepare/sent-members.ts';
import { type CheckedSend, outcomesTable } from './checked-send.ts';
import { identityKey } from './identity-key.ts';
import { expiryStop, sendRules } from './send-rules.ts';
import type { SendWorkshop } from './send-workshop.ts';

/** Between a check and sending what it found, in milliseconds: consents expire. */
const longestPause = 3_600_000;

/** Runs a dry run into a table of its own in the scratch database. */
export async function checkSend(
  workshop: SendWorkshop,
  settings: SendSettings,
  destination: string,
  signal: CancelSignal,
): Promise<CheckedSend> {
  const { workspace, space, host } = workshop;
  const { session, giveBack } = await space.borrow();
  const now = workshop.now();
  const table = space.nextTable();
  try {
    const last = lastSendOf(await arrivedSends(workshop, session), settings, destination);
    const dataset = workspace.datasets.find(({ schema, name }) => labelOf(schema, name) === settings.dataset);
    const snapshot = dataset?.snapshot ?? null;
    const narrow = await narrowing(workshop, settings, last?.snapshot ?? undefined, snapshot);
    const sentBefore = await hasSendHistory(session);
    const catalog = catalogView(workspace.datasets);
    const context = prepareContext({ catalog, now, destination, sentBefore, ...(narrow && { narrow }) });
    const plan = planSend(settings, context);
    const [chosen] = (await host.call('destinations.list')).filter((listed) => listed.destination.id === destination);
    const rules = await sendRules(session, settings, chosen?.destination, workspace.datasets);
    const mark = hexOf(workshop.random(4));
    const before = settings.mode === 'incremental' ? undefined : last?.rows;
    const outcomes = outcomesTable({ table });
    const request = { plan, outcomes, now, mark, before, rules: storeRules, signal };
    const dry = await (settings.frequency !== null && sentBefore
      ? withIdentityKey(session, await identityKey(workshop), async () => {
          await checkKeys(session);
          return dryRun(session, request);
        })
      : dryRun(session, request));
    const expired = await expiryStop(session, settings, now);
    return {
      plan,
      dry: expired === undefined ? dry : { ...dry, stops: [expired, ...dry.stops] },
      destination,
      table,
      generation: space.generation(),
      snapshot,
      at: now,
      datasets: stateOf(workshop),
      rules,
    };
  } finally {
    giveBack();
  }
}

/** A cap on sends cannot count whom sends reached that were kept with the key of another machine. */
async function checkKeys(session: Session): Promise<void> {
  const others = await countOtherKeys(session);
  if (others === 0) return;
  throw new StillhouseError(
    'secret-missing',
    `Whom ${counted(others, 'earlier send')} reached is hashed with a key that is not on this machine, so the cap on sends cannot be kept.`,
    { remedy: 'Send from the machine that sent before, or take the cap out.' },
  );
}

/** A send that stopped or was cancelled is no measure for the next one, nor has it exported what was written until then. */
async function arrivedSends({ host }: SendWorkshop, session: Session): Promise<readonly KeptSend[]> {
  const sends = await host.call('sends.list');
  const kept = await readKeptSends(session);
  return kept.filter(({ id }) => sends.some((send) => send.id === id && send.state === 'sent'));
}

async function narrowing(
  { workspace }: SendWorkshop,
  { kind, mode, dataset }: SendSettings,
  last: number | undefined,
  current: number | null,
): Promise<NarrowDataset | undefined> {
  if (kind !== 'dataset' || mode !== 'incremental' || last === undefined || current === null) return undefined;
  const found = workspace.datasets.find(({ schema, name }) => labelOf(schema, name) === dataset);
  if (found === undefined) return undefined;
  const rows = await workspace.travel(found, exportRange(mode, last, current).range);
  return ({ label }) => (label === dataset ? sql`(\n${rows}\n)` : undefined);
}

/** What was looked at must be what leaves. Throws `input-invalid` where data, consent or lists may have changed since. */
export function checkFresh(workshop: SendWorkshop, checked: CheckedSend): void {
  const changed = workshop.space.generation() !== checked.generation || stateOf(workshop) !== checked.datasets;
  const old = workshop.now().getTime() - checked.at.getTime() > longestPause;
  if (!changed && !old) return;
  const message = changed ? 'The project’s data changed since the check.' : 'The check is more than an hour old.';
  throw new StillhouseError('input-invalid', message, { remedy: 'Check again, so that what you see is what leaves.' });
}

function stateOf({ workspace }: SendWorkshop): string {
  return JSON.stringify(workspace.datasets.map(({ schema, name, snapshot }) => [schema, name, snapshot]));
}

function labelOf(schema: string, name: string): string {
  return schema === 'main' ? name : `${schema}.${name}`;
}
