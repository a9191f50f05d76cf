/** Resolves when `isThere` holds after some change of the page below `element`, and that change has been painted. */
export async function painted(element: HTMLElement, isThere: () => boolean): Promise<void> {
  await new Promise<void>((resolve) => {
    const check = () => {
      if (!isThere()) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(check);
    observer.observe(element, { childList: true, subtree: true, characterData: true });
    check();
  });
  await nextPaint();
}

/** Resolves when a whole frame has been painted: a message sent in a frame arrives when it is done. */
export function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(undefined);
    });
  });
}
