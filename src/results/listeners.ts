/** Who wants to hear of changes. */
export interface Listeners {
  add(listener: () => void): () => void;
  notify(): void;
}

/** A set of listeners; one that is removed while others are called is not called any more. */
export function createListeners(): Listeners {
  const listeners = new Set<() => void>();
  return {
    add(listener) {
      const own = () => listener();
      listeners.add(own);
      return () => listeners.delete(own);
    },
    notify() {
      for (const listener of listeners) listener();
    },
  };
}
