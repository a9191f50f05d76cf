import type { ComputeStep, SqlStep } from '../../contract.ts';

/** The relations that findings read: groups as they are, the levels proposed, groups as they would be. */
export interface AnonymityTables {
  readonly classes: SqlStep;
  readonly proposal: ComputeStep;
  readonly releasedClasses: SqlStep;
}
