import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { projectStore } from '../project/project-store.ts';

type Guides = Pick<typeof import('./guides.ts'), 'lessons' | 'modules'>;

/** Guides and lessons, once the project is open and they are loaded; none before. */
export function useGuides(): Guides {
  const ready = useStore(projectStore, ({ phase }) => phase === 'ready');
  const [guides, setGuides] = useState<Guides>({ lessons: [], modules: [] });
  useEffect(() => {
    if (ready) void import('./guides.ts').then(setGuides);
  }, [ready]);
  return guides;
}
