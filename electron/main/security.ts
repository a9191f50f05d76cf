import { app, type Session, type WebContents } from 'electron';

/** Only our own pages load, and nothing of theirs reaches the network. */
const ownSchemes = ['app:', 'blob:', 'data:', 'devtools:'];

/** Cancels every request that is not for our own files: the app is offline by construction. */
export function blockNetwork(session: Session): void {
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !ownSchemes.includes(new URL(details.url).protocol) });
  });
  session.setPermissionRequestHandler((_contents, permission, callback) => {
    callback(permission === 'clipboard-sanitized-write' || permission === 'fullscreen');
  });
  session.setPermissionCheckHandler(
    (_contents, permission) => permission === 'clipboard-sanitized-write' || permission === 'clipboard-read',
  );
}

/** No window navigates away, opens another or attaches a web view. */
export function confineContents(): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-navigate', (event) => {
      event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
    });
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
