import type { CancelSignal } from '../../src/core/cancel.ts';
import type { Sql } from '../../src/core/sql.ts';
import type { ChartResult } from '../../src/charts/read/result-table.ts';

/** Runs a chart's statement to its end; rejects with code `cancelled` after a cancel. */
export type RunSql = (sql: Sql, signal: CancelSignal) => Promise<ChartResult>;
