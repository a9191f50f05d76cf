import type { Host } from '../../src/host/host.ts';

/** A file being saved piece by piece: it appears under its name only with `commit`. */
export interface SaveSink {
  /** Where the file goes, in words that follow “Saved”. */
  readonly where: string;
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  commit(): Promise<void>;
  /** Leaves nothing behind; safe to call after a failed write. */
  abort(): Promise<void>;
}

/**
 * Asks where to save, in shells that have a dialog for it; elsewhere the browser saves the file as a download.
 * `undefined` when the user thought better of it.
 */
export async function openSaveSink(host: Host, suggestedName: string): Promise<SaveSink | undefined> {
  const answer = await host.call('files.beginSave', { suggestedName });
  switch (answer.kind) {
    case 'cancelled':
      return undefined;
    case 'unsupported':
      return downloadSink(suggestedName);
    case 'chosen': {
      const { token, path } = answer;
      return {
        where: `as ${path}`,
        write: (bytes) => host.call('files.writeSave', { token, bytes }),
        commit: () => host.call('files.commitSave', { token }),
        abort: () => host.call('files.abortSave', { token }),
      };
    }
  }
}

/** Pieces are put together at this many bytes: the browser keeps larger blobs on disk. */
const blobBytes = 16 << 20;

/** How long the browser may take to begin a download, in milliseconds. */
const downloadGrace = 60_000;

function downloadSink(name: string): SaveSink {
  let blobs: Blob[] = [];
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const gather = () => {
    if (pieces.length > 0) blobs.push(new Blob(pieces));
    pieces = [];
    bytes = 0;
  };
  return {
    where: `as ${name}, where the browser keeps downloads`,
    write(piece) {
      pieces.push(piece);
      bytes += piece.length;
      if (bytes >= blobBytes) gather();
      return Promise.resolve();
    },
    commit() {
      gather();
      const url = URL.createObjectURL(new Blob(blobs, { type: 'application/octet-stream' }));
      const link = document.createElement('a');
      link.href = url;
      link.download = name;
      link.click();
      setTimeout(() => {
        URL.revokeObjectURL(url);
      }, downloadGrace);
      blobs = [];
      return Promise.resolve();
    },
    abort() {
      blobs = [];
      pieces = [];
      return Promise.resolve();
    },
  };
}
