import { openFixture, run } from '../../catalog/workspace-fixture.ts';
import { textOf } from '../../../../src/modules/words.ts';
import { catalogView } from '../../../../src/modules/catalog-view.ts';
import { rows } from '../../../../src/engine/collect.ts';
import type { StructValue } from '../../../../src/engine/value.ts';
import { storeRules } from '../../../../src/activation/naming.ts';
import { type DryRun, dryRun } from '../../../../src/activation/prepare/dry-run.ts';
import type { PrepareContext } from '../../../../src/activation/prepare/gate.ts';
import { planSend, type SendPlan } from '../../../../src/activation/prepare/plan-send.ts';
import { prepareContext } from '../../../../src/activation/prepare/prepare-context.ts';
import { type SendSettingsInput, sendSettingsSchema } from '../../../../src/activation/prepare/send-settings.ts';
import { hasSendHistory } from '../../../../src/activation/prepare/sent-members.ts';

/** The moment of every send in these tests. */
export const now = new Date('2026-06-15T12:00:00Z');

/** A consent that lets everyone pass, for tests of something else. */
export const everyone = { kind: 'stated-basis', words: 'Contract: order updates' } as const;

/** A workspace that sends are prepared in. */
export async function openPreparing() {
  const fixture = await openFixture();
  let count = 0;
  const session = await fixture.engine.openSession();

  async function context(): Promise<PrepareContext> {
    const catalog = catalogView(fixture.workspace.datasets);
    return prepareContext({ catalog, now, destination: 'shop', sentBefore: await hasSendHistory(session) });
  }

  async function plan(settings: SendSettingsInput): Promise<SendPlan> {
    return planSend(sendSettingsSchema.parse(settings), await context());
  }

  return {
    ...fixture,
    plainSession: session,
    context,
    plan,
    /** Runs statements, each on lines of its own. */
    async create(script: string): Promise<void> {
      for (const statement of script.split(';\n')) await run(fixture.session, statement);
    },
    read: (statement: string): Promise<StructValue[]> => rows(session, statement),
    /** Each row that leaves, as a list of texts. */
    async leaving(settings: SendSettingsInput): Promise<(string | null)[][]> {
      const { rows: statement, settings: complete } = await plan(settings);
      const names = complete.fields.map((_, index) => `f${index}`);
      const found = await rows(session, `SELECT * FROM (${statement.text}) AS sent(${names.join(', ')})`);
      return found.map((row) => names.map((name) => (row[name] === null ? null : textOf(row[name]))));
    },
    /** Outcome by row of the source, in its order. */
    async outcomes(settings: SendSettingsInput): Promise<unknown[]> {
      const found = await rows(
        session,
        `SELECT outcome FROM (${(await plan(settings)).outcomes.text}) ORDER BY candidate`,
      );
      return found.map(({ outcome }) => outcome);
    },
    async run(
      settings: SendSettingsInput,
      before?: number,
    ): Promise<{ table: readonly string[]; plan: SendPlan; dry: DryRun }> {
      const planned = await plan(settings);
      const table = ['scratch', 'main', `send_${++count}`] as const;
      const dry = await dryRun(session, {
        plan: planned,
        outcomes: table,
        now,
        mark: `send-${count}`,
        before,
        rules: storeRules,
      });
      return { table, plan: planned, dry };
    },
  };
}

/** An opened workspace with what preparing needs. */
export type Preparing = Awaited<ReturnType<typeof openPreparing>>;
