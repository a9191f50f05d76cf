import { relation } from '../core/sql.ts';
import type { Analyze } from '../dialect/distiller/syntax/statement.ts';
import { faultAt } from '../dialect/distiller/translate/context.ts';
import { describeRelation } from './describe-relation.ts';
import type { Place } from './place.ts';
import { relationName } from './relation-name.ts';
import type { Computed } from './state.ts';

/** The alias, or the next of `orders_stats_1`, `orders_stats_2`, …; an alias may replace what it stood for, and nothing else. */
export async function computedName(
  { table, alias }: Analyze,
  stem: 'stats' | 'sample',
  known: readonly Computed[],
  place: Place,
): Promise<string> {
  const taken = known.map(({ id }) => id);
  const prefix = `${relationName(table).at(-1) ?? ''}_${stem}_`;
  if (alias === undefined) return `${prefix}${nextNumber(prefix, taken)}`;
  const isOwn = taken.some((id) => id.toLowerCase() === alias.text.toLowerCase());
  if (isOwn || (await describeRelation(relation([alias.text]), place)) === undefined) return alias.text;
  throw faultAt(
    place,
    alias.span,
    `There is a table or view “${alias.text}” already.`,
    'Choose another name behind AS.',
  );
}

function nextNumber(prefix: string, taken: readonly string[]): number {
  const numbers = taken
    .filter((id) => id.toLowerCase().startsWith(prefix.toLowerCase()))
    .map((id) => Number(id.slice(prefix.length)))
    .filter(Number.isInteger);
  return Math.max(0, ...numbers) + 1;
}

/** Keeps what was computed; what its name stood for before goes. */
export function remember(known: Computed[], fresh: Computed): void {
  const former = known.findIndex(({ id }) => id.toLowerCase() === fresh.id.toLowerCase());
  if (former >= 0) known.splice(former, 1);
  known.push(fresh);
}
