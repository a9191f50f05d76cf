import type { Snapshot } from '../../catalog/model.ts';
import type { Workspace } from '../../catalog/workspace.ts';
import { identifier, sql } from '../../core/sql.ts';
import { readable, share } from '../../modules/words.ts';
import type { Audience } from '../audience.ts';
import type { Members } from './members.ts';
import { jaccard, type Overlap, pairCounts } from './overlap.ts';
import { mostSources } from './source.ts';

/** How alike two refreshes in a row are. */
export interface Stability {
  readonly before: number;
  readonly stayed: number;
  /** Jaccard's index of the two, 0–1; NaN where both are empty. */
  readonly jaccard: number;
}

/** The members of an audience at its last refreshes that can still be read by its identity, oldest first, as sources. */
export async function refreshMembers(
  workspace: Pick<Workspace, 'travel'>,
  { name, identity }: Pick<Audience, 'name' | 'identity'>,
  history: readonly Snapshot[],
): Promise<readonly Members[]> {
  const named = identity.toLowerCase();
  const kept = history
    .filter(({ available, columns }) => available && columns.some((column) => column.name.toLowerCase() === named))
    .slice(-mostSources);
  return Promise.all(
    kept.map(async ({ id }) => ({
      title: `refresh ${id}`,
      identity,
      person: sql`CAST(${identifier(identity)} AS VARCHAR)`,
      type: 'VARCHAR',
      from: sql`(\n${await workspace.travel(name, { kind: 'as-of', snapshot: id })}\n)`,
    })),
  );
}

/** Each refresh against the one before it; one less than there are refreshes. */
export function stabilities(refreshes: Overlap): readonly Stability[] {
  const pairs = pairCounts(refreshes);
  return pairs.slice(1).map((_, earlier) => ({
    before: pairs[earlier]?.[earlier] ?? 0,
    stayed: pairs[earlier]?.[earlier + 1] ?? 0,
    jaccard: jaccard(pairs, earlier, earlier + 1),
  }));
}

/** The last refresh in words, and the range over all of them; `undefined` where there is only one. */
export function stabilityWords(found: readonly Stability[]): string | undefined {
  const last = found.at(-1);
  if (last === undefined) return undefined;
  const known = found.map((one) => one.jaccard).filter((index) => !Number.isNaN(index));
  const start = `${share(last.stayed, last.before)} of the members before the last refresh stayed (Jaccard ${readable(last.jaccard)})`;
  if (known.length < 2) return `${start}.`;
  return `${start}; over ${known.length} refreshes Jaccard lies between ${readable(Math.min(...known))} and ${readable(Math.max(...known))}.`;
}
