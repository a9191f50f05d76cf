import { z } from 'zod';
import { sqlDialects } from '../../src/dialect/sql-dialect.ts';
import { createStore } from 'zustand/vanilla';

/** What the user set for all projects. Missing or faulty fields take their defaults. */
const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark', 'contrast']).catch('system'),
  density: z.enum(['compact', 'comfortable']).catch('compact'),
  /** Small profiles in the grid's column headers. */
  headerProfiles: z.boolean().catch(true),
  /** What new query tabs are written in. */
  queryDialect: z.enum(sqlDialects).catch('duckdb'),
  /** Rows a result holds in memory before the rest goes into a table. */
  rowsInMemory: z.int().min(10_000).max(5_000_000).catch(1_000_000),
});

export type Settings = z.output<typeof settingsSchema>;

export const settingsStore = createStore<Settings>()(() => settingsSchema.parse({}));

/** Reads settings saved as text; anything unreadable counts as the defaults. */
export function parseSettings(text: string): Settings {
  try {
    return settingsSchema.parse(JSON.parse(text));
  } catch {
    return settingsSchema.parse({});
  }
}
