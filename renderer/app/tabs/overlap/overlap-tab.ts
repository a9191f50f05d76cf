import { mostSources, type OverlapSource } from '../../../../src/audiences/overlap/source.ts';
import { audiencesStore } from '../../../audiences/audiences-store.ts';
import type { Services } from '../../services.ts';

/** Opens a comparison: of the sources given, or of the project's audiences. */
export function openOverlap({ tabs }: Services, sources?: readonly OverlapSource[]): void {
  const { audiences } = audiencesStore.getState();
  const all = audiences.map(({ name, identity }): OverlapSource => ({ kind: 'dataset', dataset: name, identity }));
  tabs.open({
    kind: 'overlap',
    title: 'Overlaps',
    sources: [...(sources ?? all)].slice(0, mostSources),
    page: 'regions',
    order: [],
    paneWidth: 300,
  });
}
