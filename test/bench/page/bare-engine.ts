import {
  AsyncDuckDB,
  type AsyncDuckDBConnection,
  DuckDBAccessMode,
  DuckDBDataProtocol,
  VoidLogger,
} from '@duckdb/duckdb-wasm';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';

/** The same build of the engine as the package ships it: its own worker, its own file system, its own protocol. */
export interface BareEngine {
  /** Runs a statement to its end, its result streamed and let go; gives the rows. */
  run(statement: string): Promise<number>;
  /** The first value of a short statement's answer, as text. */
  text(statement: string): Promise<string>;
  attach(path: string, file: File): Promise<void>;
  close(): Promise<void>;
}

/** Opens a database in the origin's private file system, as the product's are. */
export async function openBareEngine(name: string): Promise<BareEngine> {
  const engine = new AsyncDuckDB(new VoidLogger(), new Worker(workerUrl));
  await engine.instantiate(wasmUrl);
  await engine.open({ path: `opfs://${name}.duckdb`, accessMode: DuckDBAccessMode.READ_WRITE });
  const connection = await engine.connect();
  await connection.query('SET autoload_known_extensions = false');
  return {
    run: (statement) => readToEnd(connection, statement),
    text: async (statement) => String((await connection.query(statement)).getChildAt(0)?.get(0)),
    attach: async (path, file) => {
      await engine.registerFileHandle(path, file, DuckDBDataProtocol.BROWSER_FILEREADER, true);
    },
    async close() {
      await connection.close();
      await engine.terminate();
    },
  };
}

async function readToEnd(connection: AsyncDuckDBConnection, statement: string): Promise<number> {
  let rows = 0;
  for await (const batch of await connection.send(statement, true)) rows += batch.numRows;
  return rows;
}
