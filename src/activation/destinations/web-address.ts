/** The parts of an http or https address, lower-case where case means nothing. */
export interface WebAddress {
  readonly scheme: 'http' | 'https';
  /** Without port; an IPv6 address keeps its brackets. */
  readonly host: string;
  readonly port: number;
  /** Path and query, beginning with `/`. */
  readonly path: string;
}

const shape = /^(https?):\/\/(\[[0-9a-f:.]+\]|[^\s/?#:@[\]\\]+)(?::(\d{1,5}))?([/?][^\s#]*)?$/i;

/** Reads an http or https address without user, password and fragment; `undefined` for anything else. */
export function parseWebAddress(text: string): WebAddress | undefined {
  const match = shape.exec(text);
  if (match === null) return undefined;
  const scheme = match[1]?.toLowerCase() === 'https' ? 'https' : 'http';
  const port = match[3] === undefined ? defaultPorts[scheme] : Number(match[3]);
  if (port < 1 || port > 65_535) return undefined;
  const path = match[4] ?? '/';
  return { scheme, host: (match[2] ?? '').toLowerCase(), port, path: path.startsWith('/') ? path : `/${path}` };
}

/** Host, and port where it is not the usual one: `files.example.com:8443`. */
export function hostWords({ scheme, host, port }: WebAddress): string {
  return port === defaultPorts[scheme] ? host : `${host}:${port}`;
}

/** True for this machine itself, where nothing travels over a network. */
export function isLoopback({ host }: Pick<WebAddress, 'host'>): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

const defaultPorts = { http: 80, https: 443 } as const;
