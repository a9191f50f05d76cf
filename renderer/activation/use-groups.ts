import { identifier, relation, type RelationName, sql } from '../../src/core/sql.ts';
import { rows } from '../../src/engine/collect.ts';
import { textOf } from '../../src/modules/words.ts';
import { useServices } from '../app/services.ts';
import { useAnswer } from '../grid/use-answer.ts';

/** The groups of a split's dataset, the smallest first; `undefined` until they are known, none where it is gone. */
export function useGroups(dataset: RelationName, column: string): readonly string[] | undefined {
  const { project } = useServices();
  const { value } = useAnswer(
    JSON.stringify([dataset, column]),
    async (signal) => {
      if (dataset.length === 0) return [];
      const { space } = await project.whenLive();
      const { session, giveBack } = await space.borrow();
      const group = identifier(column);
      try {
        const found = await rows(
          session,
          sql`SELECT CAST(${group} AS VARCHAR) AS split_group
FROM ${relation(dataset)}
WHERE ${group} IS NOT NULL
GROUP BY ALL
ORDER BY count(*), 1`.text,
          { signal },
        );
        return found.map((row) => textOf(row.split_group));
      } finally {
        giveBack();
      }
    },
    0,
  );
  return value;
}
