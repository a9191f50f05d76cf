import { protocol } from 'electron';
import { readStaticFile, securityHeaders } from '../node/static-files.ts';

/** The window's origin; standard and secure, so that it has a private file system of its own. */
export const appOrigin = 'app://stillhouse';

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

/** Serves the window's bundle from `root`. */
export function serveAppScheme(root: string): void {
  protocol.handle('app', async (request) => {
    const { pathname, host } = new URL(request.url);
    const file = host === 'stillhouse' ? await readStaticFile(root, pathname) : undefined;
    if (file === undefined) return new Response('Not found', { status: 404, headers: securityHeaders });
    return new Response(file.body, { headers: { ...securityHeaders, 'content-type': file.contentType } });
  });
}
