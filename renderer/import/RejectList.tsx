import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { toStillhouseError } from '../../src/core/error.ts';
import { rows } from '../../src/engine/collect.ts';
import type { StructValue, Value } from '../../src/engine/value.ts';
import { withReader } from '../../src/engine/with-reader.ts';
import { rejectsSql } from '../../src/ingest/run/report-store.ts';
import type { ImportReport } from '../../src/ingest/run/request.ts';
import { useServices } from '../app/services.ts';
import { exportQuery } from '../query/export-query.ts';
import classes from './ReportView.module.css';

const shown = 1000;
const headings = ['record', 'line', 'column', 'value', 'reason'] as const;

/** Every rejected value with its place and the reason; all of them can be saved as a file. */
export function RejectList({ report }: { readonly report: ImportReport }) {
  const services = useServices();
  const { project, messages } = services;
  const [rejects, setRejects] = useState<readonly StructValue[]>([]);
  const { batch, rejectCount, file } = report;

  useEffect(() => {
    const load = async () => {
      const { engine } = await project.whenLive();
      setRejects(await withReader(engine, (reader) => rows(reader, `${rejectsSql(batch).text} LIMIT ${shown}`)));
    };
    load().catch((error: unknown) => {
      messages.fail(toStillhouseError(error));
    });
  }, [project, messages, batch]);

  return (
    <section aria-label="Rejects">
      <div className={classes.rejectHead}>
        <h3>
          {rejectCount.toLocaleString()} rejects
          {rejectCount > shown && `, the first ${shown.toLocaleString()} shown`}
        </h3>
        <Button
          variant="default"
          leftSection={<IconDownload size={14} />}
          onClick={() => {
            void exportQuery(services, rejectsSql(batch), `${file} rejects`);
          }}
        >
          Export all rejects
        </Button>
      </div>
      <div className={classes.rejects}>
        <table>
          <thead>
            <tr>
              {headings.map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rejects.map((reject, index) => (
              <tr key={index}>
                {headings.map((heading) => {
                  const text = shownText(reject[heading]);
                  return (
                    <td key={heading} title={text}>
                      {text}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function shownText(value: Value | undefined): string {
  return typeof value === 'string' || typeof value === 'bigint' ? String(value) : '';
}
