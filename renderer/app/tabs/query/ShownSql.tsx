import { Button, CopyButton, Group } from '@mantine/core';
import { IconCopy, IconFilePlus } from '@tabler/icons-react';
import { formatStatement } from '../../../../src/dialect/format/format.ts';
import { CodeBlock } from '../../../ui/CodeBlock.tsx';
import { useServices } from '../../services.ts';
import { queryTab } from '../new-tab.ts';
import classes from './Results.module.css';

/** The engine's SQL that a statement comes down to. */
export function ShownSql({ statements }: { readonly statements: readonly string[] }) {
  const { tabs } = useServices();
  if (statements.length === 0) {
    return (
      <p className={classes.outcome}>
        This statement is carried out by Stillhouse itself: the engine is given no SQL for it.
      </p>
    );
  }
  const script = statements.map((statement) => `${formatStatement(statement)};\n`).join('\n');
  return (
    <div className={classes.scrolling}>
      <Group gap="xs" mb="xs">
        <Button
          variant="default"
          leftSection={<IconFilePlus size={14} />}
          onClick={() => {
            tabs.open(queryTab('DuckDB SQL', script));
          }}
        >
          Open in a new tab
        </Button>
        <CopyButton value={script}>
          {({ copied, copy }) => (
            <Button variant="default" leftSection={<IconCopy size={14} />} onClick={copy}>
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
      </Group>
      <CodeBlock label="DuckDB SQL" text={script} />
    </div>
  );
}
