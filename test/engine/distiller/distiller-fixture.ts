import { openDatabase, type OpenDatabase } from '../../../electron/cli/open-project.ts';
import { withAudiences } from '../../../src/audiences/statements/audience-session.ts';
import { splitDistiller } from '../../../src/dialect/distiller/parse/split.ts';
import { type DistillerSession, withDistiller } from '../../../src/distiller/session.ts';
import { jsonAt } from '../../../src/engine/json.ts';

/** What one statement gave: rows as JSON arrays of their cells. */
export interface Answer {
  readonly columns: readonly string[];
  readonly types: readonly string[];
  readonly rows: readonly string[];
  readonly words: string | undefined;
  readonly notices: readonly string[];
}

/** A project in memory with sessions of Data Distiller SQL. */
export interface DistillerFixture {
  readonly database: OpenDatabase;
  readonly session: DistillerSession;
  /** Runs a script and gives what its last statement gave. */
  run(script: string): Promise<Answer>;
  /** The rows of the last statement. */
  rows(script: string): Promise<readonly string[]>;
  /** The message of a statement that fails, and the piece of its text it points at. */
  failure(
    statement: string,
  ): Promise<{ readonly message: string; readonly at: string | undefined; readonly remedy: string | undefined }>;
  close(): Promise<void>;
}

export async function openDistillerFixture(): Promise<DistillerFixture> {
  const database = await openDatabase(undefined);
  const plain = withAudiences(await database.workspace.openSession('test'), database);
  const session = withDistiller(plain, database);
  const run = async (script: string): Promise<Answer> => {
    let answer: Answer | undefined;
    for (const { start, end } of splitDistiller(script)) answer = await runOne(session, script.slice(start, end));
    if (answer === undefined) throw new Error('The script has no statement.');
    return answer;
  };
  return {
    database,
    session,
    run,
    rows: async (script) => (await run(script)).rows,
    async failure(statement) {
      try {
        await run(statement);
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        const { range, remedy } = error as Error & { range?: { start: number; end: number }; remedy?: string }; // an error of ours
        return { message: error.message, at: range && statement.slice(range.start, range.end), remedy };
      }
      throw new Error(`This ran: ${statement}`);
    },
    async close() {
      await plain.close();
      await database.close();
    },
  };
}

async function runOne(session: DistillerSession, statement: string): Promise<Answer> {
  const query = session.run(statement);
  query.outcome.catch(() => undefined); // told by the rows as well
  try {
    const columns = await query.columns;
    const rows: string[] = [];
    for (let batch = await query.next(); batch !== undefined; batch = await query.next()) {
      for (let row = 0; row < batch.rowCount; row++)
        rows.push(`[${batch.columns.map((column) => jsonAt(column, row)).join(',')}]`);
    }
    const { words, notices = [] } = await query.outcome;
    return {
      columns: columns.map(({ name }) => name),
      types: columns.map(({ sqlType }) => sqlType),
      rows,
      words,
      notices,
    };
  } finally {
    await query.close();
  }
}
