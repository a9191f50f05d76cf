/** What this window has tried to load, as far as the browser itself reports it. */
export interface OfflineStatus {
  /** Requests to anywhere but our own origin that went out. Always empty, unless something is badly wrong. */
  readonly left: readonly string[];
  /** Requests that the content security policy stopped. */
  readonly blocked: readonly string[];
  readonly own: number;
}

/**
 * Watches every resource the window loads and every request its policy refuses, so that the "offline" badge states what was
 * observed and not what is hoped.
 */
export function watchOffline(listener: (status: OfflineStatus) => void): () => void {
  let status: OfflineStatus = { left: [], blocked: [], own: 0 };
  const update = (change: Partial<OfflineStatus>) => {
    status = { ...status, ...change };
    listener(status);
  };

  const observer = new PerformanceObserver((list) => {
    const urls = list.getEntries().map((entry) => entry.name);
    const foreign = urls.filter((url) => !isOwn(url));
    update({ left: [...status.left, ...foreign], own: status.own + urls.length - foreign.length });
  });
  observer.observe({ type: 'resource', buffered: true });

  const onViolation = (event: SecurityPolicyViolationEvent) => {
    update({ blocked: [...status.blocked, event.blockedURI] });
  };
  document.addEventListener('securitypolicyviolation', onViolation);
  return () => {
    observer.disconnect();
    document.removeEventListener('securitypolicyviolation', onViolation);
  };
}

function isOwn(url: string): boolean {
  const { protocol, origin } = new URL(url, location.href);
  return origin === location.origin || protocol === 'blob:' || protocol === 'data:';
}
