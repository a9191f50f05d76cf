import { type RelationName, relation, sql } from '../../core/sql.ts';
import { scratchDatabase } from '../../engine/engine.ts';
import type { DryRun } from '../prepare/dry-run.ts';
import type { SendPlan } from '../prepare/plan-send.ts';
import type { SendWorkshop } from './send-workshop.ts';

/** A dry run that was made, with all that a send of its rows needs. */
export interface CheckedSend {
  readonly plan: SendPlan;
  readonly dry: DryRun;
  readonly destination: string;
  /** The table of outcomes in the scratch database, and the engine's life that it belongs to. */
  readonly table: string;
  readonly generation: number;
  /** The snapshot of the source that was read, for a table. */
  readonly snapshot: number | null;
  readonly at: Date;
  /** The state of all datasets when it was made: another one asks for another check. */
  readonly datasets: string;
  /** By what it was decided who leaves, as `sendRules` tells it. */
  readonly rules: string;
}

/** The table of a check's outcomes, in full. */
export function outcomesTable({ table }: Pick<CheckedSend, 'table'>): RelationName {
  return [scratchDatabase, 'main', table];
}

/** Removes the rows of a check, unless the engine was restarted since, which removed them too. */
export async function dropChecked({ space }: Pick<SendWorkshop, 'space'>, checked: CheckedSend): Promise<void> {
  if (space.generation() !== checked.generation) return;
  const writer = await space.writer();
  await writer.exec(sql`DROP TABLE IF EXISTS ${relation(outcomesTable(checked))}`.text);
}
