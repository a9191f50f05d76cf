import { useEffect, useRef, useState } from 'react';
import { type CancelSource, createCancelSource } from '../../src/core/cancel.ts';
import { isCancelled, toStillhouseError } from '../../src/core/error.ts';
import { type CellSelection, type CopyFormat, selectionText } from '../../src/export/selection-text.ts';
import type { ResultSet } from '../../src/results/result-set.ts';

/** What is said about a copy. */
export interface CopyNote {
  readonly kind: 'busy' | 'done' | 'failed';
  readonly words: string;
}

export interface Copying {
  readonly note: CopyNote | undefined;
  readonly copy: (result: ResultSet, cells: CellSelection, format: CopyFormat) => void;
  readonly copyText: (text: string, words: string) => void;
  readonly cancel: () => void;
}

/** How long a note is shown in milliseconds; failures are shown for longer. */
const shownMs = { done: 2500, failed: 9000 } as const;

const formatNames: Readonly<Record<CopyFormat, string>> = {
  tsv: 'TSV',
  csv: 'CSV',
  json: 'JSON',
  markdown: 'Markdown',
};

/** Puts cells on the clipboard and says what it did. */
export function useCopy(): Copying {
  const [note, setNote] = useState<CopyNote>();
  const running = useRef<CancelSource>(undefined);

  useEffect(() => {
    if (note === undefined || note.kind === 'busy') return undefined;
    const timer = setTimeout(() => {
      setNote(undefined);
    }, shownMs[note.kind]);
    return () => {
      clearTimeout(timer);
    };
  }, [note]);
  useEffect(() => () => running.current?.cancel(), []);

  const start = (text: Promise<string>, words: string) => {
    writeClipboard(text).then(
      () => {
        setNote({ kind: 'done', words });
      },
      (error: unknown) => {
        setNote(isCancelled(error) ? undefined : failureNote(error));
      },
    );
  };
  return {
    note,
    copy(result, cells, format) {
      running.current?.cancel();
      const source = createCancelSource();
      running.current = source;
      const what = cellWords(cells);
      setNote({ kind: 'busy', words: `Copying ${what}…` });
      start(selectionText(result, cells, format, source.signal), `Copied ${what} as ${formatNames[format]}`);
    },
    copyText(text, words) {
      start(Promise.resolve(text), words);
    },
    cancel() {
      running.current?.cancel();
    },
  };
}

/** Given to the clipboard before it is there, so that the browser still sees the key press that asked for it. */
async function writeClipboard(text: Promise<string>): Promise<void> {
  const content = text.then((value) => new Blob([value], { type: 'text/plain' }));
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': content })]);
  } catch (error) {
    await text; // its own error says more than the clipboard's
    throw error;
  }
}

function failureNote(error: unknown): CopyNote {
  const { message, remedy } = toStillhouseError(error);
  return { kind: 'failed', words: ['Not copied:', message, remedy].filter(Boolean).join(' ') };
}

function cellWords({ startRow, endRow, columns }: CellSelection): string {
  const rows = endRow - startRow;
  if (rows === 1 && columns.length === 1) return 'one cell';
  const plural = (count: number, word: string) => `${count.toLocaleString()} ${word}${count === 1 ? '' : 's'}`;
  return `${plural(rows, 'row')} × ${plural(columns.length, 'column')}`;
}
