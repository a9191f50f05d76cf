import { createStore, type StoreApi } from 'zustand/vanilla';
import type { WorkspaceSession } from '../../src/catalog/session/session.ts';
import { createCancelSource, type CancelSource } from '../../src/core/cancel.ts';
import { errorFromData, errorToData, isCancelled, StillhouseError, toStillhouseError } from '../../src/core/error.ts';
import { filterWords } from '../../src/customers/customer-filter.ts';
import { withAudiences } from '../../src/audiences/statements/audience-session.ts';
import { classify } from '../../src/dialect/classify.ts';
import type { ReadyStatement } from '../../src/dialect/distiller/editor/ready-statement.ts';
import { errorMarker } from '../../src/dialect/markers.ts';
import type { ParameterValue } from '../../src/dialect/parameters/value.ts';
import type { StatementRange } from '../../src/dialect/split.ts';
import type { SqlDialect } from '../../src/dialect/sql-dialect.ts';
import type { DistillerSession } from '../../src/distiller/session.ts';
import type { Host } from '../../src/host/host.ts';
import { createResultView } from '../../src/results/result-view.ts';
import { openResult, type ResultSet } from '../../src/results/result-set.ts';
import { scratchSpace } from '../export/scratch-space.ts';
import type { LiveProject } from '../project/project-controller.ts';
import { startWork } from '../project/project-store.ts';
import { settingsStore } from '../store/settings.ts';
import { viewStore } from '../store/view-state.ts';
import { outcomeWords } from './outcome-words.ts';
import { explainStatement } from './explain.ts';
import { readyText } from './ready-text.ts';
import { createShadows } from './session-shadows.ts';
import { plainStep, shownRun } from './shown-run.ts';
import { noRuns, type StatementRun, type TabRuns } from './statement-run.ts';

/** What a run is given: the script, and which statements of it. */
export interface RunRequest {
  readonly script: string;
  readonly ranges: readonly StatementRange[];
  readonly parameters: ReadonlyMap<string, ParameterValue>;
  readonly dialect: SqlDialect;
  /** Show what the engine would be given instead of running it; for dialects that are translated. */
  readonly show?: boolean;
  /** Show how statements are carried out instead of their rows. */
  readonly explain: boolean;
}

/** Runs the statements of one tab, in a session of its own. */
export interface TabRunner {
  readonly store: StoreApi<TabRuns>;
  run(request: RunRequest): Promise<void>;
  cancel(): void;
  select(id: string): void;
  /** Ends a transaction that a script left open. */
  endTransaction(verb: 'COMMIT' | 'ROLLBACK'): Promise<void>;
  close(): Promise<void>;
}

export function createTabRunner(host: Host, whenLive: () => Promise<LiveProject>, label: string): TabRunner {
  const store = createStore<TabRuns>()(() => noRuns);
  let session: Promise<WorkspaceSession> | undefined;
  let distiller: Promise<DistillerSession> | undefined;
  let cancelling: CancelSource | undefined;

  const shadows = createShadows();
  const openSession = () =>
    (session ??= whenLive().then(async (live) =>
      withAudiences(await live.workspace.openSession(label), { ...live, clock: { now: () => new Date() } }),
    ));
  /** Data Distiller over the tab's own session, loaded when first used: its variables and cursors last as long as the tab's. */
  const openDistiller = () =>
    (distiller ??= Promise.all([openSession(), whenLive(), import('../../src/distiller/session.ts')]).then(
      ([open, live, { withDistiller }]) =>
        withDistiller(open, { ...live, clock: { now: () => new Date() }, scratch: scratchSpace(host) }),
    ));
  const change = (id: string, part: Partial<StatementRun>) => {
    store.setState(({ runs }) => ({ runs: runs.map((run) => (run.id === id ? { ...run, ...part } : run)) }));
  };
  const narrow = async (): Promise<undefined> => {
    const { workspace } = await whenLive();
    await shadows.apply(await openSession(), workspace, viewStore.getState().customer);
  };
  const discard = async (runs: readonly StatementRun[]) => {
    for (const { view } of runs) await view?.close();
  };

  /** Runs a statement and gives the number of rows it returned or changed, `null` where there is none. */
  const runPlain = async (
    run: StatementRun,
    { text, dialect }: DialectText,
    cancel: CancelSource,
    onProgress: (part: number) => void,
  ) => {
    const query = (await (dialect === 'duckdb' ? openSession() : openDistiller())).run(text, {
      signal: cancel.signal,
      onProgress: (progress) => {
        onProgress(progress);
        change(run.id, { progress });
      },
    });
    if (dialect === 'duckdb' ? givesRows(run.sql) : (await query.columns).length > 0) {
      const { space } = await whenLive();
      const result = await openResult(space, query, { maxRows: settingsStore.getState().rowsInMemory });
      change(run.id, { view: createResultView(result) });
      const rowCount = await settle(result);
      if (dialect === 'distiller') change(run.id, { outcome: await query.outcome, ...(await engineSql(text)) });
      return rowCount;
    }
    while ((await query.next()) !== undefined) continue;
    const outcome = await query.outcome;
    change(run.id, { words: outcomeWords(run.sql, outcome), outcome });
    return outcome.rowsAffected ?? null;
  };

  /** A query's own SQL for the engine; nothing for statements that are more than one query. */
  const engineSql = async (text: string): Promise<Pick<StatementRun, 'engineSql'>> => {
    if (classify(text).kind !== 'read') return {};
    const [statement, ...others] = await (await openDistiller()).show(text).catch(() => []); // the rows are what was asked for
    return statement === undefined || others.length > 0 ? {} : { engineSql: statement };
  };

  const explainable = async (text: string): Promise<string> => {
    const [only, ...others] = await (await openDistiller()).show(text);
    if (only !== undefined && others.length === 0) return only;
    throw new StillhouseError('capability', 'Only a single query can be explained.', {
      remedy: 'Explain its queries one by one.',
    });
  };

  const runOne = async (run: StatementRun, request: RunRequest, cancel: CancelSource): Promise<boolean> => {
    const started = performance.now();
    const at = new Date().toISOString();
    const work = startWork(shortened(run.sql), cancel.cancel);
    const duration = () => performance.now() - started;
    let ready: ReadyStatement | undefined;
    let rows: number | null = null;
    let failure: StillhouseError | undefined;
    change(run.id, { phase: 'running' });
    store.setState({ selected: run.id });
    try {
      const { dialect } = request;
      ready = await readyText(host, run.sql, request);
      const { text } = ready;
      if (request.show === true) {
        const plain = dialect === 'duckdb';
        const steps = plain ? plainStep(ready) : await (await openDistiller()).steps(text);
        change(run.id, { shown: shownRun(steps, ready, request.script, run.range.start, plain) });
      } else if (request.explain) {
        const engineText = dialect === 'duckdb' ? text : await explainable(text);
        change(run.id, await explainStatement(openSession(), engineText, cancel.signal));
      } else rows = await runPlain(run, { text, dialect }, cancel, work.progress);
      change(run.id, { phase: 'done', durationMs: duration() });
    } catch (error) {
      const known = toStillhouseError(error);
      failure = narrowedError(ready?.located(known) ?? known, run.sql);
      const phase = isCancelled(error) ? 'cancelled' : 'failed';
      change(run.id, { phase, error: failure, durationMs: duration() });
      if (phase === 'failed') {
        const marker = errorMarker(failure, request.script, run.range);
        store.setState(({ markers }) => ({ markers: [...markers, marker] }));
      }
    } finally {
      work.end();
    }
    const outcome = failure === undefined ? 'done' : failure.code === 'cancelled' ? 'cancelled' : 'failed';
    void host
      .call('history.append', {
        id: run.id,
        at,
        sql: run.sql,
        durationMs: Math.round(duration() * 10) / 10,
        rows,
        outcome,
        ...(outcome === 'failed' && { message: failure?.message }),
      })
      .catch(() => undefined); // the statement has run; its history is not worth stopping for
    return failure === undefined;
  };

  return {
    store,
    async run(request) {
      if (store.getState().running || request.ranges.length === 0) return;
      const old = store.getState().runs;
      const runs = request.ranges.map((range): StatementRun => ({
        id: crypto.randomUUID(),
        sql: request.script.slice(range.start, range.end),
        range,
        phase: 'waiting',
      }));
      store.setState({ runs, selected: runs[0]?.id, running: true, markers: [] });
      const cancel = createCancelSource();
      cancelling = cancel;
      void discard(old);
      const unready = await narrow().catch(toStillhouseError);
      for (const run of runs) {
        if (cancel.signal.cancelled) change(run.id, { phase: 'cancelled' });
        else if (unready !== undefined) change(run.id, { phase: 'failed', error: unready });
        else if (!(await runOne(run, request, cancel))) cancel.cancel();
      }
      cancelling = undefined;
      store.setState({ running: false, inTransaction: (await session)?.inTransaction ?? false });
    },
    cancel() {
      cancelling?.cancel();
    },
    select(id) {
      store.setState({ selected: id });
    },
    async endTransaction(verb) {
      const query = (await openSession()).run(verb);
      await query.outcome;
      store.setState({ inTransaction: false });
    },
    async close() {
      cancelling?.cancel();
      await discard(store.getState().runs);
      store.setState(noRuns, true);
      const open = await session?.catch(() => undefined);
      session = undefined;
      distiller = undefined;
      await open?.close();
    },
  };
}

interface DialectText {
  readonly text: string;
  readonly dialect: SqlDialect;
}

/** Tells why a narrowed table cannot be written. */
function narrowedError(error: StillhouseError, sql: string): StillhouseError {
  const { customer } = viewStore.getState();
  if (customer === undefined || isCancelled(error) || classify(sql).kind === 'read') return error;
  return errorFromData({
    ...errorToData(error),
    remedy: `The window is narrowed (${filterWords(customer)}), and narrowed tables can only be read. Show all customers to write.`,
  });
}

/** Waits until a result has all of its rows. A failure in the middle fails the statement; its rows so far stay. */
async function settle(result: ResultSet): Promise<number> {
  const { phase, error, rowCount } = await result.settled;
  if (phase === 'cancelled') throw new StillhouseError('cancelled', 'Cancelled.');
  if (phase === 'failed' && error !== undefined) throw error;
  return rowCount;
}

function givesRows(sql: string): boolean {
  const { kind } = classify(sql);
  return kind === 'read' || kind === 'execute' || (kind === 'rows' && /\breturning\b/i.test(sql));
}

function shortened(sql: string): string {
  const line = sql.replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
