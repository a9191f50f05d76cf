import { type Balance, balanceColumns, balanceSql, readBalance } from '../../../src/audiences/split/balance.ts';
import { groupColumn, type SplitPeople, splitSql } from '../../../src/audiences/split/split-sql.ts';
import { type Split, splitIssue } from '../../../src/audiences/split/split.ts';
import { identifier, sql } from '../../../src/core/sql.ts';
import { rows } from '../../../src/engine/collect.ts';
import { withReader } from '../../../src/engine/with-reader.ts';
import type { CatalogColumn } from '../../../src/modules/catalog-view.ts';
import { numberOf, textOf } from '../../../src/modules/words.ts';
import { type Answer, useAnswer } from '../../grid/use-answer.ts';
import type { ProjectController } from '../../project/project-controller.ts';

/** What a split would give. */
export interface SplitPreview {
  /** People in each group, by its place. */
  readonly sizes: readonly number[];
  readonly balance: readonly Balance[];
}

/** Typing is over after this many milliseconds. */
const pause = 250;

/** Counts the groups and compares them, anew whenever the split changes; nothing while it cannot be made. */
export function useSplit(
  project: ProjectController,
  people: SplitPeople,
  split: Split,
  columns: readonly CatalogColumn[],
): Answer<SplitPreview | undefined> {
  return useAnswer(
    JSON.stringify([people, split]),
    async (signal) => {
      if (splitIssue(split) !== undefined) return undefined;
      const { engine } = await project.whenLive();
      return withReader(engine, async (reader) => {
        const counts = await rows(
          reader,
          sql`SELECT ${identifier(groupColumn(people))} AS split_group, count(*) AS people
FROM (
${splitSql(people, split)}
)
GROUP BY ALL`.text,
          { signal },
        );
        const sizeOf = new Map(counts.map((row) => [textOf(row.split_group), numberOf(row.people)]));
        const compared = balanceColumns(columns, people.identity);
        return {
          sizes: split.groups.map(({ name }) => sizeOf.get(name.trim()) ?? 0),
          balance:
            compared.length === 0
              ? []
              : readBalance(await rows(reader, balanceSql(people, split, compared).text, { signal })),
        };
      });
    },
    pause,
  );
}
