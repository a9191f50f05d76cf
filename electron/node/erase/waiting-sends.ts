import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { SendDocument } from '../../../src/activation/sends/send-document.ts';
import { type Held, held, type Holder } from '../../../src/privacy/erase/holder.ts';
import {
  dataFile,
  emptyOutbox,
  listSendIds,
  listUnwritten,
  readSend,
  sendFolder,
  writeSend,
} from '../sends/send-folder.ts';
import type { FileSearch } from './file-search.ts';

const words =
  'Its files wait to be sent and hold them, or cannot be searched: it is cancelled and the files are removed. Send anew.';

/** Sends whose files are written and have not all arrived. Their content is sealed, so that they are cancelled whole. */
export const waitingSendHolder: Holder<FileSearch> = {
  find: (search) => visit(search, () => Promise.resolve()),
  erase: (search) =>
    visit(search, async (id, document) => {
      if (document === undefined) {
        await fs.rm(sendFolder(search.layout.sends, id), { recursive: true, force: true });
        return;
      }
      await emptyOutbox(search.layout.sends, id);
      const message = 'Its files held people who were erased. What had arrived at the destination is still there.';
      await writeSend(search.layout.sends, {
        ...document,
        state: 'cancelled',
        finishedAt: search.now.toISOString(),
        error: { code: 'send-invalid', message },
      });
    }),
};

async function visit(
  { layout: { sends }, finder }: FileSearch,
  change: (id: string, document: SendDocument | undefined) => Promise<void>,
): Promise<readonly Held[]> {
  const found: Held[] = [];
  for (const id of await listUnwritten(sends)) {
    found.push(...held(`sends/${id}`, 1, 'send', 'cancelled', 'It was left unfinished: what was written is removed.'));
    await change(id, undefined);
  }
  for (const id of await listSendIds(sends)) {
    const document = await readSend(sends, id);
    if (!existsSync(path.join(sendFolder(sends, id), 'files'))) continue;
    const isPlain = document.format.compression === 'none' && !/parquet|excel/.test(document.format.name);
    if (isPlain && !(await holdsAny(sends, document, (text) => finder.contains(text)))) continue;
    found.push(...held(`sends/${id}`, 1, 'send', 'cancelled', words));
    await change(id, document);
  }
  return found;
}

/** Looks into each file line by line, so that a short identity is met as a whole cell too. */
async function holdsAny(
  sends: string,
  { id, files }: SendDocument,
  matches: (text: string) => boolean,
): Promise<boolean> {
  for (const index of files.keys()) {
    const handle = await fs.open(dataFile(sends, id, index));
    try {
      for await (const line of handle.readLines()) {
        if (matches(line) || line.split(/[,;\t|]/).some((cell) => matches(cell.replace(/^"|"$/g, '')))) return true;
      }
    } finally {
      await handle.close();
    }
  }
  return false;
}
