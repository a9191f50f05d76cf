import { viewStore } from './view-state.ts';

/** Something each tab has one of: it outlives the tab's screen, and ends when the tab is closed. */
export interface PerTab<Thing> {
  of(tab: string): Thing;
  /** Ends all of them, before the project is left. */
  closeAll(): Promise<void>;
}

export function createPerTab<Thing extends { close(): Promise<void> }>(create: (tab: string) => Thing): PerTab<Thing> {
  const things = new Map<string, Thing>();
  viewStore.subscribe(({ tabs }) => {
    for (const [id, thing] of things) {
      if (tabs[id] !== undefined) continue;
      things.delete(id);
      void thing.close();
    }
  });
  return {
    of(tab) {
      const known = things.get(tab);
      if (known !== undefined) return known;
      const thing = create(tab);
      things.set(tab, thing);
      return thing;
    },
    async closeAll() {
      const leaving = [...things.values()];
      things.clear();
      await Promise.all(leaving.map((thing) => thing.close()));
    },
  };
}
