import { Button, Menu } from '@mantine/core';
import { IconFileText, IconPrinter, IconReport } from '@tabler/icons-react';
import { toStillhouseError } from '../../../../src/core/error.ts';
import { nameFromFile } from '../../../../src/core/names.ts';
import { printPage } from '../../../export/print-page.ts';
import { saveBlob } from '../../../export/save-blob.ts';
import { useServices } from '../../services.ts';
import { makeReport, type ReportRequest } from './make-report.ts';

/** The latest run as a report: a web page of its own, or paper. */
export function ReportMenu(request: ReportRequest) {
  const { host, messages } = useServices();
  const make = (use: (html: string) => void) => {
    makeReport(request)
      .then(use)
      .catch((error: unknown) => {
        messages.fail(toStillhouseError(error));
      });
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" color="gray" leftSection={<IconReport size={14} />}>
          Report
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconFileText size={14} />}
          onClick={() => {
            make((html) => {
              const name = `${nameFromFile(request.record.title)}.html`;
              saveBlob(host, messages, name, new Blob([html], { type: 'text/html' }));
            });
          }}
        >
          Save as web page
        </Menu.Item>
        <Menu.Item
          leftSection={<IconPrinter size={14} />}
          onClick={() => {
            make(printPage);
          }}
        >
          Print or save as PDF…
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
