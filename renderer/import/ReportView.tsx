import { Button, Group } from '@mantine/core';
import { IconChartBar, IconPlayerPlay, IconTable } from '@tabler/icons-react';
import { useServices } from '../app/services.ts';
import { datasetTab, queryOn } from '../app/tabs/new-tab.ts';
import type { ImportReport } from '../../src/ingest/run/request.ts';
import { closeImport } from './import-store.ts';
import { RejectList } from './RejectList.tsx';
import classes from './ReportView.module.css';

export interface ReportViewProps {
  readonly report: ImportReport;
  /** Shown among the table's own pages: without the ways to the table. */
  readonly compact?: boolean;
}

/** What an import did: the sum that must come out, the columns, the notes, every reject; and what to do next. */
export function ReportView({ report, compact = false }: ReportViewProps) {
  const { tabs } = useServices();
  const { read, loaded, rejected, skipped, target, columns, notes, reading, durationMs, bytes } = report;
  const seconds = durationMs / 1000;
  const open = (tab: Parameters<typeof tabs.open>[0], id?: string) => {
    closeImport();
    tabs.open(tab, id === undefined ? {} : { id });
  };
  return (
    <div className={classes.report}>
      <h2>
        {loaded.toLocaleString()} {loaded === 1 ? 'row is' : 'rows are'} in “{target.name}”
        {rejected > 0 && `, ${rejected.toLocaleString()} ${rejected === 1 ? 'was' : 'were'} rejected`}
      </h2>
      <dl className={classes.sum} aria-label="Reconciliation">
        <Figure label="read" value={read} />
        <span aria-hidden>=</span>
        <Figure label="loaded" value={loaded} />
        <span aria-hidden>+</span>
        <Figure label="rejected" value={rejected} bad={rejected > 0} />
        <span aria-hidden>+</span>
        <Figure label="skipped" value={skipped} />
      </dl>
      {!compact && (
        <Group gap="xs">
          <Button
            leftSection={<IconTable size={14} />}
            onClick={() => {
              open(datasetTab(target.schema, target.name), `dataset:${target.schema}.${target.name}`);
            }}
          >
            Open table
          </Button>
          <Button
            variant="default"
            leftSection={<IconPlayerPlay size={14} />}
            onClick={() => {
              open(queryOn(target.schema, target.name));
            }}
          >
            Query it
          </Button>
          <Button
            variant="default"
            leftSection={<IconChartBar size={14} />}
            onClick={() => {
              open({ ...queryOn(target.schema, target.name), view: 'chart' });
            }}
          >
            Chart it
          </Button>
        </Group>
      )}
      <p className={classes.facts}>
        {reading.join(', ')}
        {reading.length > 0 && ' · '}
        {seconds.toFixed(1)} s{bytes > 5e6 && ` · ${(bytes / 1e6 / Math.max(seconds, 0.001)).toFixed(0)} MB/s`}
      </p>
      {notes.length > 0 && (
        <ul className={classes.notes}>
          {notes.map(({ code, message, count }) => (
            <li key={`${code} ${message}`}>
              {message}
              {count > 1 && ` (${count.toLocaleString()} times)`}
            </li>
          ))}
        </ul>
      )}
      {report.rejectCount > 0 && <RejectList report={report} />}
      <details open={columns.length <= 30}>
        <summary>{columns.length.toLocaleString()} columns</summary>
        <table className={classes.columns}>
          <tbody>
            {columns.map(({ name, sqlType, reason }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  <code>{sqlType}</code>
                </td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}

function Figure({
  label,
  value,
  bad = false,
}: {
  readonly label: string;
  readonly value: number;
  readonly bad?: boolean;
}) {
  return (
    <div className={classes.figure} data-bad={bad || undefined}>
      <dd>{value.toLocaleString()}</dd>
      <dt>{label}</dt>
    </div>
  );
}
