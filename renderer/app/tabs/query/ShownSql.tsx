import { Button, CopyButton, Group } from '@mantine/core';
import { IconCopy, IconFilePlus } from '@tabler/icons-react';
import type { ShownRun } from '../../../query/shown-run.ts';
import { CodeBlock } from '../../../ui/CodeBlock.tsx';
import { useServices } from '../../services.ts';
import { queryTab } from '../new-tab.ts';
import classes from './Results.module.css';

/** The engine's SQL that a statement comes down to, step by step. */
export function ShownSql({ shown: { steps, script } }: { readonly shown: ShownRun }) {
  const { tabs } = useServices();
  if (steps.every(({ statements }) => statements.length === 0)) {
    return (
      <div className={classes.outcome} role="region" aria-label="DuckDB SQL">
        {steps.map(({ words, range }) => (
          <p key={range.start}>{words}</p>
        ))}
      </div>
    );
  }
  return (
    <div className={`${classes.scrolling ?? ''} ${classes.shown ?? ''}`}>
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
