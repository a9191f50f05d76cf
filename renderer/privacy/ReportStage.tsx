import { Button, Group, Stack } from '@mantine/core';
import { IconFileText, IconJson } from '@tabler/icons-react';
import { counted } from '../../src/modules/words.ts';
import type { ErasureReport } from '../../src/privacy/erase/report.ts';
import { erasureHtml, erasureWords } from '../../src/report/erasure-html.ts';
import { useServices } from '../app/services.ts';
import { saveBlob } from '../export/save-blob.ts';
import classes from './Erase.module.css';
import { HeldTable } from './HeldTable.tsx';

export interface ReportStageProps {
  readonly report: ErasureReport;
  /** Where it is kept in the project; absent for one that was kept before. */
  readonly file: string | undefined;
  readonly onClose: () => void;
}

/** The last step: what went, what is left to decide, what is out of reach; to be taken away as a file. */
export function ReportStage({ report, file, onClose }: ReportStageProps) {
  const { host, messages } = useServices();
  const { erased, remaining, limits } = report;
  const save = (ending: string, type: string, content: string) => {
    const name = `erasure-${report.startedAt.slice(0, 10)}-${report.id.slice(0, 8)}.${ending}`;
    saveBlob(host, messages, name, new Blob([content], { type }));
  };
  return (
    <Stack gap="sm">
      <p className={classes.headline} role="status">
        {erasureWords(report)}
      </p>
      {erased.length > 0 && <HeldTable label="Erased" heading="What happened" held={erased} />}
      {remaining.length > 0 && (
        <>
          <p className={classes.headline}>Still to be decided: {counted(remaining.length, 'place')}</p>
          <HeldTable label="Still to be decided" heading="What happened" held={remaining} />
        </>
      )}
      <details open={report.bytesLeft > 0}>
        <summary>What an erasure here cannot reach</summary>
        <ul className={classes.list}>
          {limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </details>
      <p className={classes.muted}>
        {file === undefined ? 'The report is kept with the project.' : `The report is kept in ${file}.`} It names
        nobody: identities stand in it as keyed hashes alone.
      </p>
      <Group justify="flex-end">
        <Button
          variant="default"
          leftSection={<IconFileText size={14} />}
          onClick={() => {
            save('html', 'text/html', erasureHtml(report));
          }}
        >
          Save as web page
        </Button>
        <Button
          variant="default"
          leftSection={<IconJson size={14} />}
          onClick={() => {
            save('json', 'application/json', `${JSON.stringify(report, null, 2)}\n`);
          }}
        >
          Save as JSON
        </Button>
        <Button onClick={onClose}>Close</Button>
      </Group>
    </Stack>
  );
}
