import type { CancelSignal } from '../../core/cancel.ts';
import { collect } from '../../engine/collect.ts';
import type { Session } from '../../engine/engine.ts';
import type { Members } from './members.ts';
import { masksSql } from './overlap-sql.ts';
import type { Overlap } from './overlap.ts';

/** Counts the people in every combination of sources, in one query. */
export async function measureOverlap(
  session: Session,
  members: readonly Members[],
  signal?: CancelSignal,
): Promise<Overlap> {
  const options = signal === undefined ? {} : { signal };
  const { batches, rowCount } = await collect(session, masksSql(members).text, options);
  const masks = new Int32Array(rowCount);
  const people = new Float64Array(rowCount);
  let row = 0;
  for (const { columns, rowCount: rows } of batches) {
    const [sources, counts] = columns;
    for (let at = 0; at < rows; at++, row++) {
      masks[row] = Number(sources?.values?.[at] ?? 0);
      people[row] = Number(counts?.values?.[at] ?? 0);
    }
  }
  return { sources: members.length, masks, people };
}
