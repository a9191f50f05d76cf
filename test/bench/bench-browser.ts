import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Page } from '@playwright/test';
import { readStaticFile, securityHeaders } from '../../electron/node/static-files.ts';
import { chromiumOptions } from '../e2e/support/browser-shell.ts';

/** As the window gets them, but that the bare engine's own worker builds functions from text. */
const headers = {
  ...securityHeaders,
  'content-security-policy': (securityHeaders['content-security-policy'] ?? '').replace(
    "'wasm-unsafe-eval'",
    "'wasm-unsafe-eval' 'unsafe-eval'",
  ),
};

/** Serves a folder on loopback as the app's window is served. */
export async function serveFolder(root: string): Promise<{ readonly origin: string; close(): void }> {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    void readStaticFile(root, pathname).then((file) => {
      response.writeHead(file === undefined ? 404 : 200, {
        ...headers,
        'content-type': file?.contentType ?? 'text/plain',
      });
      response.end(file?.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server has one
  return {
    origin: `http://127.0.0.1:${port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Opens a page in a new browser with a profile on disk: only such a one keeps private files there. */
export async function withPage<Result>(
  profile: string,
  address: string,
  use: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await chromium.launchPersistentContext(profile, chromiumOptions);
  try {
    const [page = await context.newPage()] = context.pages();
    await page.goto(address);
    return await use(page);
  } finally {
    await context.close();
  }
}
