import { Modal, Table } from '@mantine/core';
import { useEffect, useState } from 'react';
import { type CommandDefinition, commands } from '../../../src/commands/commands.ts';
import { shortcutLabel } from '../../../src/commands/shortcuts.ts';
import type { HostResult } from '../../../src/host/protocol.ts';
import { isMac } from '../command-registry.ts';
import { useServices } from '../services.ts';

interface DialogProps {
  readonly onClose: () => void;
}

/** Keys that parts of the window use themselves. */
const partKeys: readonly (readonly [string, string])[] = [
  ['Arrows, Page, Home, End', 'Move in grids, trees and lists'],
  ['Shift + arrows', 'Select cells'],
  ['Mod+C', 'Copy selected cells with their headers'],
  ['Enter', 'Open the row, cell or tree item'],
  ['Mod+Space', 'Suggestions in the SQL editor'],
  ['Ctrl+M', 'In the editor: Tab moves the focus instead of indenting'],
  ['Esc', 'Close what floats; clear the selection'],
];

/** Every key, from the one list of commands. */
export function ShortcutsDialog({ onClose }: DialogProps) {
  const keyed = commands.filter(
    (command): command is CommandDefinition & typeof command & { shortcut: string } => 'shortcut' in command,
  );
  const rows = [...keyed.map(({ shortcut, title }) => [shortcut, title] as const), ...partKeys];
  return (
    <Modal opened onClose={onClose} title="Keyboard shortcuts" size="md">
      <Table>
        <Table.Tbody>
          {rows.map(([keys, title]) => (
            <Table.Tr key={title}>
              <Table.Td>{title}</Table.Td>
              <Table.Td>
                <kbd>{shortcutLabel(keys, isMac)}</kbd>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}

/** What the offline badge promises, and why it can. */
export function OfflineDialog({ onClose }: DialogProps) {
  return (
    <Modal opened onClose={onClose} title="What “offline” means here" size="md">
      <ul>
        <li>Everything the program needs is on this computer: engine, fonts, help.</li>
        <li>
          Nothing is sent anywhere. The window’s security policy refuses every request to another place, and counts
          them.
        </li>
        <li>SQL reads only files you chose. Web addresses in SQL are refused, not fetched.</li>
        <li>There is no telemetry, no update check and no account.</li>
        <li>The badge in the status bar shows what was observed, not what is hoped: click it for the figures.</li>
      </ul>
    </Modal>
  );
}

export function AboutDialog({ onClose }: DialogProps) {
  const { host, project } = useServices();
  const [info, setInfo] = useState<HostResult<'app.info'>>();
  useEffect(() => {
    void host.call('app.info').then(setInfo);
  }, [host]);
  const engine = project.live?.engine.capabilities;
  return (
    <Modal opened onClose={onClose} title="About Stillhouse" size="sm">
      <p>An offline workbench for customer data.</p>
      <p>
        Version {info?.version}
        {engine !== undefined && ` · ${engine.engineName} ${engine.engineVersion}`}
      </p>
    </Modal>
  );
}
