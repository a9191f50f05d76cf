/** A statement's plan as it ran. */
export interface Plan {
  readonly root: PlanNode;
  /** Time of all operators together. */
  readonly seconds: number;
}

/** One operator of a plan; its inputs are its children. */
export interface PlanNode {
  /** Unique within the plan, in the order of reading. */
  readonly id: number;
  /** The engine's own name, such as HASH_JOIN. */
  readonly operator: string;
  /** What it does in plain words: `Join`, `Read orders`. */
  readonly title: string;
  readonly details: readonly PlanDetail[];
  /** Rows it gave out. */
  readonly rows: number;
  /** Rows a scan looked at, before its filters. */
  readonly scanned: number | undefined;
  /** Rows the engine expected. */
  readonly estimated: number | undefined;
  readonly seconds: number;
  /** Part of the plan's whole time, 0…1. */
  readonly share: number;
  readonly children: readonly PlanNode[];
}

export interface PlanDetail {
  readonly label: string;
  readonly text: string;
}
