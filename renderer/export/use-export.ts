import { useEffect, useRef, useState } from 'react';
import { createCancelSource } from '../../src/core/cancel.ts';
import { isCancelled, type StillhouseError, toStillhouseError } from '../../src/core/error.ts';
import type { ExportNote } from '../../src/export/export-format.ts';
import type { Host } from '../../src/host/host.ts';
import { messenger } from '../app/messenger.ts';
import { startWork } from '../project/project-store.ts';
import { type ExportProgress, type ExportRequest, exportResult } from './export-result.ts';
import { openSaveSink } from './save-sink.ts';

/** An export as the dialog shows it. */
export type ExportState =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'running'; readonly progress: ExportProgress; readonly cancel: () => void }
  | { readonly kind: 'done'; readonly words: string; readonly notes: readonly ExportNote[] }
  | { readonly kind: 'failed'; readonly error: StillhouseError };

/** What is exported, before anybody was asked where to. */
export type ExportPlan = Omit<ExportRequest, 'sink' | 'signal' | 'onProgress'>;

/** Runs exports for a dialog. One that is closed lets its export go on: the status bar shows it and can cancel it. */
export function useExport(host: Host) {
  const [state, setState] = useState<ExportState>({ kind: 'choosing' });
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);

  const run = async (plan: ExportPlan, fileName: string) => {
    const sink = await openSaveSink(host, fileName);
    if (sink === undefined) return;
    const { signal, cancel } = createCancelSource();
    const work = startWork(`Exporting ${fileName}`, cancel);
    const show = (progress: ExportProgress) => {
      setState({ kind: 'running', progress, cancel });
      work.progress(progress.fraction);
    };
    show({ rows: undefined, fraction: 0 });
    try {
      const notes = await exportResult({ ...plan, sink, signal, onProgress: show });
      const words = `Saved ${rowWords(plan)} ${sink.where}.`;
      setState({ kind: 'done', words, notes });
      if (!isOpen.current) messenger.say(words);
    } finally {
      work.end();
    }
  };
  const start = (plan: ExportPlan, fileName: string) => {
    run(plan, fileName).catch((error: unknown) => {
      const known = toStillhouseError(error);
      setState(isCancelled(error) ? { kind: 'choosing' } : { kind: 'failed', error: known });
      if (!isOpen.current) messenger.fail(known);
    });
  };
  const again = () => {
    setState({ kind: 'choosing' });
  };
  return { state, start, again };
}

function rowWords({ result }: ExportPlan): string {
  const { rowCount } = result.state();
  return `${rowCount.toLocaleString()} ${rowCount === 1 ? 'row' : 'rows'}`;
}
