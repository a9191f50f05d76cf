/**
 * The engine's extension loader uses a synchronous `XMLHttpRequest`; in Node, where there is none, it waits for ever.
 * This one answers 404 to everything: nothing leaves the machine, and a missing extension is a clean error.
 */
class DeniedRequest {
  readonly status = 404;
  readonly response = new ArrayBuffer(0);
  open(): void {
    return;
  }
  send(): void {
    return;
  }
  setRequestHeader(): void {
    return;
  }
  getResponseHeader(): null {
    return null;
  }
}

/** Must run in the engine's thread before the engine is loaded. */
export function denyExtensionDownloads(): void {
  Object.assign(globalThis, { XMLHttpRequest: DeniedRequest });
}
