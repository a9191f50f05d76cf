import { useEffect, useState } from 'react';
import { createCancelSource } from '../../src/core/cancel.ts';
import { isCancelled, toStillhouseError } from '../../src/core/error.ts';
import { countFailures } from '../../src/ingest/csv/count-failures.ts';
import type { ValueType } from '../../src/ingest/values/value-type.ts';
import { useServices } from '../app/services.ts';
import { windowExtractors } from './extractors.ts';
import type { ImportItem } from './import-store.ts';
import { createFileSource } from './worker/file-source.ts';

interface FailureCountNoteProps {
  readonly item: ImportItem;
  /** The column's place in the file, from 0. */
  readonly position: number;
  readonly type: ValueType;
}

/** How many values of the whole file would be rejected under the type chosen: counted at once, over every row. */
export function FailureCountNote({ item, position, type }: FailureCountNoteProps) {
  const { project } = useServices();
  const { file, choices } = item;
  const [words, setWords] = useState('Counting…');

  useEffect(() => {
    const cancel = createCancelSource();
    const count = async () => {
      const { engine } = await project.whenLive();
      const session = await engine.openSession();
      const chosen = { source: createFileSource(file), chosen: { name: file.name, size: file.size, source: file } };
      try {
        const { values, failures } = await countFailures(
          {
            engine,
            session,
            source: chosen.source,
            file: chosen.chosen,
            extract: (options, signal) => windowExtractors.csv(chosen, options, signal),
            scan: (options, signal) => windowExtractors.scanCsv(chosen, options, signal),
            options: choices.csv ?? {},
            signal: cancel.signal,
            onProgress: ({ fraction }) => {
              setWords(`Counting… ${Math.round(fraction * 100)} %`);
            },
          },
          position,
          type,
        );
        setWords(wordsFor(values, failures));
      } finally {
        await session.close();
      }
    };
    count().catch((error: unknown) => {
      if (!isCancelled(error)) setWords(toStillhouseError(error).message);
    });
    return cancel.cancel;
  }, [project, file, position, type, choices.csv]);

  return <span role="status">{words}</span>;
}

function wordsFor(values: number, failures: number): string {
  if (failures === 0) return `All ${values.toLocaleString()} values fit.`;
  return `${failures.toLocaleString()} of ${values.toLocaleString()} values do not fit: their rows will be rejected and listed.`;
}
