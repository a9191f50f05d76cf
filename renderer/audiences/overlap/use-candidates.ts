import { useMemo } from 'react';
import { useStore } from 'zustand';
import { membershipPaths, segmentsOfType, segmentsSql } from '../../../src/audiences/overlap/memberships.ts';
import { relation } from '../../../src/core/sql.ts';
import { rows } from '../../../src/engine/collect.ts';
import { withReader } from '../../../src/engine/with-reader.ts';
import type { CatalogView } from '../../../src/modules/catalog-view.ts';
import { textOf } from '../../../src/modules/words.ts';
import { useAnswer } from '../../grid/use-answer.ts';
import type { ProjectController } from '../../project/project-controller.ts';
import { projectStore } from '../../project/project-store.ts';
import { audiencesStore } from '../audiences-store.ts';
import { type Candidate, overlapCandidates } from './candidates.ts';

/** What can be compared now. Segments that only rows name are read in the background. */
export function useCandidates(project: ProjectController, catalog: CatalogView): readonly Candidate[] {
  const audiences = useStore(audiencesStore, (store) => store.audiences);
  const profiles = useStore(projectStore, (status) => status.profiles);
  const asked = useMemo(
    () =>
      catalog.datasets.flatMap((dataset) =>
        membershipPaths(dataset)
          .filter(({ type }) => segmentsOfType(type) === undefined)
          .map((path) => ({ dataset, path })),
      ),
    [catalog],
  );
  const { value: found } = useAnswer(
    JSON.stringify(asked.map(({ dataset, path }) => [dataset.label, path.label, dataset.rowCount])),
    async (signal) => {
      const segments = new Map<string, { readonly namespace: string; readonly segment: string }[]>();
      if (asked.length === 0) return segments;
      const { engine } = await project.whenLive();
      for (const { dataset, path } of asked) {
        const named = await withReader(engine, (reader) =>
          rows(reader, segmentsSql(relation(dataset.relation), path).text, { signal }),
        );
        segments.set(
          JSON.stringify([dataset.label, path.label]),
          named.map(({ namespace, segment }) => ({ namespace: textOf(namespace), segment: textOf(segment) })),
        );
      }
      return segments;
    },
    0,
  );
  return useMemo(
    () =>
      overlapCandidates({
        catalog,
        audiences,
        profiles,
        segmentsIn: (dataset, path) => found?.get(JSON.stringify([dataset.label, path.label])) ?? [],
      }),
    [catalog, audiences, profiles, found],
  );
}
