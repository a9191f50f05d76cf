import { storeRules } from '../../src/activation/naming.ts';
import { exportRange } from '../../src/activation/prepare/dataset-export.ts';
import { dryRun } from '../../src/activation/prepare/dry-run.ts';
import { planSend } from '../../src/activation/prepare/plan-send.ts';
import { prepareContext } from '../../src/activation/prepare/prepare-context.ts';
import type { SendSettings } from '../../src/activation/prepare/send-settings.ts';
import { hasSendHistory, type KeptSend, lastSendOf, readKeptSends } from '../../src/activation/prepare/sent-members.ts';
import type { CancelSignal } from '../../src/core/cancel.ts';
import { StillhouseError } from '../../src/core/error.ts';
import { sql } from '../../src/core/sql.ts';
import type { Session } from '../../src/engine/engine.ts';
import { catalogView } from '../../src/modules/catalog-view.ts';
import type { NarrowDataset } from '../../src/modules/source-dataset.ts';
import type { LiveProject } from '../project/project-controller.ts';
import { activationStore } from './activation-store.ts';
import { type CheckedSend, outcomesTable } from './send-run-state.ts';

/** Between a check and sending what it found, in milliseconds: consents expire. */
const longestPause = 3_600_000;

/** Runs a dry run into a table of its own in the scratch database. */
export async function checkSend(
  live: LiveProject,
  settings: SendSettings,
  destination: string,
  signal: CancelSignal,
): Promise<CheckedSend> {
  const { workspace, space } = live;
  const { session, giveBack } = await space.borrow();
  const now = new Date();
  const table = space.nextTable();
  try {
    const last = lastSendOf(await arrivedSends(session), settings, destination);
    const dataset = workspace.datasets.find(({ schema, name }) => labelOf(schema, name) === settings.dataset);
    const snapshot = dataset?.snapshot ?? null;
    const narrow = await narrowing(live, settings, last?.snapshot ?? undefined, snapshot);
    const context = prepareContext({
      catalog: catalogView(workspace.datasets),
      now,
      destination,
      sentBefore: await hasSendHistory(session),
      ...(narrow && { narrow }),
    });
    const plan = planSend(settings, context);
    const mark = crypto.randomUUID().slice(0, 8);
    const before = settings.mode === 'incremental' ? undefined : last?.rows;
    const outcomes = outcomesTable({ table });
    const dry = await dryRun(session, { plan, outcomes, now, mark, before, rules: storeRules, signal });
    return {
      plan,
      dry,
      destination,
      table,
      generation: space.generation(),
      snapshot,
      at: now,
      datasets: stateOf(live),
    };
  } finally {
    giveBack();
  }
}

/** A send that stopped or was cancelled is no measure for the next one, nor has it exported what was written until then. */
async function arrivedSends(session: Session): Promise<readonly KeptSend[]> {
  const { sends } = activationStore.getState();
  const kept = await readKeptSends(session);
  return kept.filter(({ id }) => sends.some((send) => send.id === id && send.state === 'sent'));
}

async function narrowing(
  { workspace }: LiveProject,
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
export function checkFresh(live: LiveProject, checked: CheckedSend): void {
  const changed = live.space.generation() !== checked.generation || stateOf(live) !== checked.datasets;
  const old = Date.now() - checked.at.getTime() > longestPause;
  if (!changed && !old) return;
  const message = changed ? 'The project’s data changed since the check.' : 'The check is more than an hour old.';
  throw new StillhouseError('input-invalid', message, { remedy: 'Check again, so that what you see is what leaves.' });
}

function stateOf({ workspace }: LiveProject): string {
  return JSON.stringify(workspace.datasets.map(({ schema, name, snapshot }) => [schema, name, snapshot]));
}

function labelOf(schema: string, name: string): string {
  return schema === 'main' ? name : `${schema}.${name}`;
}
