import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Audience } from '../../src/audiences/audience.ts';
import { refreshAudience, type Refreshed } from '../../src/audiences/refresh.ts';
import { leafSql } from '../../src/audiences/rule/leaf-sql.ts';
import { peopleOf, type RuleContext } from '../../src/audiences/rule/rule-context.ts';
import { completePart } from '../../src/audiences/rule/edit-rule.ts';
import type { Rule } from '../../src/audiences/rule/rule.ts';
import { createRuleEvaluator, type RuleSizes } from '../../src/audiences/sizes/rule-evaluator.ts';
import { type CancelSource, createCancelSource } from '../../src/core/cancel.ts';
import { isCancelled, type StillhouseError, toStillhouseError } from '../../src/core/error.ts';
import { sql } from '../../src/core/sql.ts';
import type { Session } from '../../src/engine/engine.ts';
import { type CatalogDataset, catalogView } from '../../src/modules/catalog-view.ts';
import type { LiveProject } from '../project/project-controller.ts';
import { startWork } from '../project/project-store.ts';

/** What an audience's screen knows of its rule. */
export interface AudienceState {
  readonly measuring: boolean;
  readonly sizes?: RuleSizes | undefined;
  /** Conditions that are not complete and do not count yet, by id. */
  readonly issues: ReadonlyMap<string, string>;
  readonly error?: StillhouseError | undefined;
  readonly saving: boolean;
  readonly refreshed?: Refreshed;
}

/** Measures one tab's rule as it is edited, and makes its audience. */
export interface AudienceRunner {
  readonly store: StoreApi<AudienceState>;
  /** Measures anew; an older measurement that still runs is ended. */
  measure(rule: Rule): void;
  /** Finds the members and keeps them; gives nothing when it was cancelled or failed. */
  refresh(audience: Audience): Promise<Refreshed | undefined>;
  close(): Promise<void>;
}

/** Typing is over after this many milliseconds. */
const pause = 120;

export function createAudienceRunner(whenLive: () => Promise<LiveProject>): AudienceRunner {
  const store = createStore<AudienceState>()(() => ({ measuring: false, issues: new Map(), saving: false }));
  let session: Promise<Session> | undefined;
  let turn: Promise<void> = Promise.resolve();
  let current: CancelSource | undefined;
  let timer: number | undefined;
  const openSession = () => (session ??= whenLive().then(({ engine }) => engine.openSession()));
  const evaluator = createRuleEvaluator(openSession);

  const measureNow = async (rule: Rule, cancel: CancelSource): Promise<void> => {
    const isStale = () => cancel.signal.cancelled;
    try {
      const { workspace } = await whenLive();
      if (isStale()) return;
      const catalog = catalogView(workspace.datasets);
      const context: RuleContext = { catalog, today: sql`today()` };
      const people = peopleOf(rule, context);
      const { root, issues } = completePart(rule.root, (leaf) => messageOf(() => leafSql(leaf, people, context)));
      store.setState({ issues });
      const everything = workspace.datasets.map(({ snapshot }) => snapshot ?? 0).join(' ');
      const versionOf = ({ relation: [schema, name] }: CatalogDataset) =>
        String(workspace.datasets.find((one) => one.schema === schema && one.name === name)?.snapshot ?? everything);
      const today = new Date().toISOString().slice(0, 10);
      const sizes = await evaluator.evaluate({ ...rule, root }, { catalog, versionOf, today }, cancel.signal);
      if (!isStale()) store.setState({ sizes, error: undefined, measuring: false });
    } catch (error) {
      if (isStale() || isCancelled(error)) return;
      store.setState({ error: toStillhouseError(error), sizes: undefined, measuring: false });
    }
  };

  return {
    store,
    measure(rule) {
      current?.cancel();
      const cancel = createCancelSource();
      current = cancel;
      store.setState({ measuring: true });
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        turn = turn.then(() => measureNow(rule, cancel));
      }, pause);
    },
    async refresh(audience) {
      const cancel = createCancelSource();
      const work = startWork(`Finding the members of ${audience.name}`, cancel.cancel);
      store.setState({ saving: true, error: undefined });
      try {
        const live = await whenLive();
        const refreshed = await refreshAudience({ ...live, clock: { now: () => new Date() } }, audience, cancel.signal);
        store.setState({ refreshed });
        return refreshed;
      } catch (error) {
        if (!isCancelled(error)) store.setState({ error: toStillhouseError(error) });
        return undefined;
      } finally {
        work.end();
        store.setState({ saving: false });
      }
    },
    async close() {
      window.clearTimeout(timer);
      current?.cancel();
      await turn;
      if (session === undefined) return;
      await evaluator.close().catch(() => undefined); // gone with a restarted engine
      await (await session).close();
    },
  };
}

function messageOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return toStillhouseError(error).message;
  }
}
