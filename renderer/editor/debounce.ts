/** A call that waits until nothing more was asked for a while. */
export interface Debounced {
  /** Asks for the call; it comes `delay` ms after the last asking. */
  ask(): void;
  /** Calls at once if asked for. */
  flush(): void;
  cancel(): void;
}

export function debounce(action: () => void, delay: number): Debounced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  return {
    ask() {
      cancel();
      timer = setTimeout(() => {
        timer = undefined;
        action();
      }, delay);
    },
    flush() {
      if (timer === undefined) return;
      cancel();
      action();
    },
    cancel,
  };
}
