import { Button, Menu } from '@mantine/core';
import { IconCode, IconCopy, IconDownload, IconFileVector, IconPhoto } from '@tabler/icons-react';

export interface ExportMenuProps {
  readonly disabled: boolean;
  readonly onPng: () => void;
  readonly onSvg: () => void;
  readonly onCopy: () => void;
  readonly onShowSql: () => void;
}

/** Ways to take a chart elsewhere. */
export function ExportMenu({ disabled, onPng, onSvg, onCopy, onShowSql }: ExportMenuProps) {
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button size="compact-xs" variant="default" disabled={disabled} leftSection={<IconDownload size={16} />}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPhoto size={16} />} onClick={onPng}>
          PNG image
        </Menu.Item>
        <Menu.Item leftSection={<IconFileVector size={16} />} onClick={onSvg}>
          SVG image
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={onCopy}>
          Copy data
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconCode size={16} />} onClick={onShowSql}>
          Show SQL
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
