import { measureOverlap } from '../../../src/audiences/overlap/measure-overlap.ts';
import { type Members, membersOf } from '../../../src/audiences/overlap/members.ts';
import type { Overlap } from '../../../src/audiences/overlap/overlap.ts';
import { distinctTitles } from '../../../src/audiences/overlap/overlap-sql.ts';
import type { OverlapSource } from '../../../src/audiences/overlap/source.ts';
import { createCancelSource } from '../../../src/core/cancel.ts';
import { StillhouseError } from '../../../src/core/error.ts';
import { withReader } from '../../../src/engine/with-reader.ts';
import { catalogView } from '../../../src/modules/catalog-view.ts';
import { type Answer, useAnswer } from '../../grid/use-answer.ts';
import type { ProjectController } from '../../project/project-controller.ts';
import { startWork } from '../../project/project-store.ts';

/** A comparison as it was counted. */
export interface MeasuredOverlap {
  readonly members: readonly Members[];
  /** One a source, each different. */
  readonly titles: readonly string[];
  readonly overlap: Overlap;
}

/** Clicks that follow each other closely are one question. */
const pause = 120;

/** Counts anew whenever sources or data change; the figures before stay until the new ones are there. */
export function useOverlap(
  project: ProjectController,
  sources: readonly OverlapSource[],
  version: string,
): Answer<MeasuredOverlap | undefined> {
  return useAnswer(
    JSON.stringify([sources, version]),
    async (signal) => {
      if (sources.length === 0) return undefined;
      const { engine, workspace } = await project.whenLive();
      const catalog = catalogView(workspace.datasets);
      const members = sources.map((source) => membersOf(source, catalog));
      const own = createCancelSource();
      signal.onCancel(own.cancel);
      const work = startWork('Comparing audiences', own.cancel);
      try {
        return {
          members,
          titles: distinctTitles(members),
          overlap: await withReader(engine, (reader) => measureOverlap(reader, members, own.signal)),
        };
      } catch (error) {
        if (signal.cancelled || !own.signal.cancelled) throw error;
        throw new StillhouseError('engine-busy', 'The comparison was stopped.', { cause: error });
      } finally {
        work.end();
      }
    },
    pause,
  );
}
