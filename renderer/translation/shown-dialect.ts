import { createStore } from 'zustand/vanilla';
import type { ExportTarget } from '../../src/dialect/export/target.ts';

/** In which words SQL is shown: as it runs here, or as another engine wants it. */
export type ShownDialect = 'duckdb' | ExportTarget;

/** The user's choice, the same wherever SQL is shown. */
export const shownDialectStore = createStore<{
  readonly dialect: ShownDialect;
  /** The other dialect that was chosen last. */
  readonly other: ExportTarget;
}>()(() => ({ dialect: 'duckdb', other: 'spark' }));

export function chooseShownDialect(dialect: ShownDialect): void {
  shownDialectStore.setState(dialect === 'duckdb' ? { dialect } : { dialect, other: dialect });
}
