import { relation, sql } from '../core/sql.ts';
import { type Engine, scratchDatabase, type Session } from '../engine/engine.ts';

/** What results share on one engine: sessions to borrow and names for their tables. */
export interface ResultSpace {
  /** Reads pages of any result; statements of all of them take turns. */
  reader(): Promise<Session>;
  /** Appends to tables of the scratch database, which is its current one. */
  writer(): Promise<Session>;
  /** A session that nobody else uses until it is given back. */
  borrow(): Promise<BorrowedSession>;
  /** Grows when the engine was restarted: tables made under an earlier number are gone. */
  generation(): number;
  /** A table name in the scratch database that was never given before. */
  nextTable(): string;
  /** Closes the sessions; results that are still open cannot be read on. */
  close(): Promise<void>;
}

export interface BorrowedSession {
  readonly session: Session;
  readonly giveBack: () => void;
}

/** One space an engine: sessions are opened when first needed and made anew after the engine was restarted. */
export function createResultSpace(engine: Engine): ResultSpace {
  let kept: Promise<Session>[] = [];
  let idle: Session[] = [];
  let reader: Promise<Session> | undefined;
  let writer: Promise<Session> | undefined;
  let generation = 0;
  let tables = 0;

  const open = () => {
    const opened = engine.openSession();
    kept.push(opened);
    return opened;
  };
  const openWriter = async () => {
    const session = await open();
    await session.exec(sql`USE ${relation([scratchDatabase, 'main'])}`.text);
    return session;
  };
  const stopListening = engine.onRestart(() => {
    generation++;
    kept = [];
    idle = [];
    reader = undefined;
    writer = undefined;
  });

  return {
    reader: () => (reader ??= open()),
    writer: () => (writer ??= openWriter()),
    async borrow() {
      const born = generation;
      const session = idle.pop() ?? (await open());
      return {
        session,
        giveBack: () => {
          if (born === generation) idle.push(session);
        },
      };
    },
    generation: () => generation,
    nextTable: () => `result_${++tables}`,
    async close() {
      stopListening();
      for (const session of kept) await (await session).close();
    },
  };
}
