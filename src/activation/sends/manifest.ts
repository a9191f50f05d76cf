import { joinPath } from '../destinations/destination-words.ts';
import type { SendDraft } from './send-document.ts';
import { commonFolder } from './target-names.ts';

/** What the manifest says of a send. */
export interface ManifestContent {
  readonly id: string;
  readonly createdAt: string;
  readonly source: SendDraft['source'];
  readonly files: readonly {
    readonly name: string;
    readonly bytes: number;
    readonly rows: number;
    readonly sha256: string;
  }[];
}

/** The manifest's name: beside the files, and never the same for two sends. */
export function manifestName(sendId: string, fileNames: readonly string[]): string {
  return joinPath(commonFolder(fileNames), `manifest-${sendId}.json`);
}

/** The manifest as text: the same bytes for the same send, names as they are at the destination. */
export function manifestText({ id, createdAt, source, files }: ManifestContent): string {
  const content = {
    send: id,
    createdAt,
    source: { dataset: source.dataset, snapshot: source.snapshot },
    files: files.map(({ name, bytes, rows, sha256 }) => ({ name, bytes, rows, sha256 })),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
