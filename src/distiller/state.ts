import type { Typed } from '../dialect/distiller/translate/typed.ts';
import type { WrittenType } from '../dialect/distiller/syntax/type.ts';
import type { Statement } from '../dialect/distiller/syntax/statement.ts';

/** A cursor, whose rows wait in a temporary table of its name. */
export interface Cursor {
  /** Rows fetched so far. */
  position: number;
}

export interface PreparedStatement {
  readonly statement: Statement;
  /** Types of `$1`, `$2`, …; none when they were not said. */
  readonly types: readonly WrittenType[];
  /** The text its positions point into. */
  readonly source: string;
}

/** Statistics or a sample of a table, kept in a temporary table of the session. */
export interface Computed {
  readonly id: string;
  readonly table: string;
  readonly columns: string;
  readonly filter: string;
  readonly at: Date;
  /** Percent of the rows, for samples. */
  readonly percent?: number;
  /** Rows of a sample. */
  readonly rows?: number;
}

/** What a session of the dialect remembers from one statement to the next. Names are lower-cased. */
export interface DistillerState {
  /** By key: `auto_to_json`, `drop_system_columns`, … */
  readonly settings: Map<string, string>;
  /** Variables of the blocks that are running, innermost last. */
  readonly variables: Map<string, string | null>[];
  readonly parameters: Map<string, Typed>;
  readonly cursors: Map<string, Cursor>;
  readonly prepared: Map<string, PreparedStatement>;
  readonly statistics: Computed[];
  readonly samples: Computed[];
}

/** Settings that Data Distiller knows, with what they are at first. */
export const settingDefaults: Readonly<Record<string, string>> = {
  auto_to_json: 'false',
  drop_system_columns: 'true',
  resolve_fallback_snapshot_on_failure: 'false',
  skip_stats_for_complex_datatypes: 'true',
};

export function createState(): DistillerState {
  return {
    settings: new Map(Object.entries(settingDefaults)),
    variables: [],
    parameters: new Map(),
    cursors: new Map(),
    prepared: new Map(),
    statistics: [],
    samples: [],
  };
}

/** A state of its own with the same in it. */
export function copyState(state: DistillerState): DistillerState {
  return {
    settings: new Map(state.settings),
    variables: state.variables.map((variables) => new Map(variables)),
    parameters: new Map(state.parameters),
    cursors: new Map([...state.cursors].map(([name, cursor]) => [name, { ...cursor }])),
    prepared: new Map(state.prepared),
    statistics: [...state.statistics],
    samples: [...state.samples],
  };
}

/** Whether a setting is switched on. */
export function isOn({ settings }: DistillerState, key: string): boolean {
  return settings.get(key)?.toLowerCase() === 'true';
}

/** The value of a variable, from the innermost block outwards; `undefined` when it was never set. */
export function variableOf({ variables }: DistillerState, name: string): string | null | undefined {
  const wanted = name.toLowerCase();
  for (let at = variables.length - 1; at >= 0; at--) {
    const value = variables[at]?.get(wanted);
    if (value !== undefined) return value;
  }
  return undefined;
}
