import { useEffect, useState } from 'react';
import type { DatasetInfo } from '../../../../src/catalog/shown.ts';
import { type ErrorData, errorToData } from '../../../../src/core/error.ts';
import { readProjectReports } from '../../../import/read-reports.ts';
import { ReportView } from '../../../import/ReportView.tsx';
import type { ImportReport } from '../../../../src/ingest/run/request.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { momentText } from '../../../ui/moment-text.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { useServices } from '../../services.ts';
import classes from './DatasetTab.module.css';

/** The report of every import into a table, newest first, with its rejects. */
export function ImportsPage({ dataset }: { readonly dataset: DatasetInfo }) {
  const { project } = useServices();
  const { schema, name, snapshot } = dataset;
  const [reports, setReports] = useState<readonly ImportReport[]>();
  const [failure, setFailure] = useState<ErrorData>();

  useEffect(() => {
    let current = true;
    readProjectReports(project, { schema, name }).then(
      (found) => {
        if (current) setReports(found);
      },
      (error: unknown) => {
        if (current) setFailure(errorToData(error));
      },
    );
    return () => {
      current = false;
    };
  }, [project, schema, name, snapshot]);

  return (
    <div className={classes.page}>
      {failure !== undefined && <ErrorNote error={failure} />}
      {reports?.length === 0 && (
        <EmptyState title="Nothing was imported into this table">
          It was made by SQL. The History page tells by which statements.
        </EmptyState>
      )}
      <div className={classes.reports}>
        {reports?.map((report) => (
          <article key={report.batch} className={classes.report}>
            <p className={classes.facts}>
              {report.file} · {momentText(new Date(report.finishedAt))}
            </p>
            <ReportView report={report} compact />
          </article>
        ))}
      </div>
    </div>
  );
}
