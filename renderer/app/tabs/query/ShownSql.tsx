import { Button, CopyButton, Group } from '@mantine/core';
import { IconCopy, IconFilePlus } from '@tabler/icons-react';
import { useStore } from 'zustand';
import type { TextRange } from '../../../../src/core/error.ts';
import { type ExportTarget, targetName } from '../../../../src/dialect/export/target.ts';
import type { ShownRun } from '../../../query/shown-run.ts';
import { ExportedSql } from '../../../translation/ExportedSql.tsx';
import { shownDialectStore } from '../../../translation/shown-dialect.ts';
import { ShownDialectSelect } from '../../../translation/ShownDialectSelect.tsx';
import { CodeBlock } from '../../../ui/CodeBlock.tsx';
import { useServices } from '../../services.ts';
import { queryTab } from '../new-tab.ts';
import classes from './Results.module.css';

export interface ShownSqlProps {
  readonly shown: ShownRun;
  /** Shows a piece of the user's script. */
  readonly onPlace: (range: TextRange) => void;
}

/** The engine's SQL that a statement comes down to, step by step, or the same in another dialect. */
export function ShownSql({ shown, onPlace }: ShownSqlProps) {
  const dialect = useStore(shownDialectStore, (state) => state.dialect);
  const { steps, script } = shown;
  const pieces = steps.flatMap(({ statements, range }) => statements.map((text) => ({ text, range })));
  if (pieces.length === 0) {
    return (
      <div className={classes.outcome} role="region" aria-label="DuckDB SQL">
        {steps.map(({ words, range }) => (
          <p key={range.start}>{words}</p>
        ))}
      </div>
    );
  }
  const place = (statement: number, range: TextRange) => {
    const at = shown.toScript(shown.plain ? range : (pieces[statement]?.range ?? range));
    return {
      words: shown.placeWords(at),
      go: () => {
        onPlace(at);
      },
    };
  };
  return (
    <div className={`${classes.scrolling ?? ''} ${classes.shown ?? ''}`}>
      {dialect === 'duckdb' ? (
        <>
          <Head title="DuckDB SQL" text={script} />
          <CodeBlock label="DuckDB SQL" text={script} />
        </>
      ) : (
        <ExportedSql
          statements={pieces.map(({ text }) => text)}
          target={dialect}
          label={titleOf(dialect)}
          place={place}
          head={(text) => <Head title={titleOf(dialect)} text={text} />}
        />
      )}
    </div>
  );
}

function titleOf(target: ExportTarget): string {
  const name = targetName(target);
  return name.endsWith('SQL') ? name : `${name} SQL`;
}

/** The choice of dialect, and what to do with the text; its buttons wait for it. */
function Head({ title, text }: { readonly title: string; readonly text: string | undefined }) {
  const { tabs } = useServices();
  return (
    <Group gap="xs" mb="xs">
      <ShownDialectSelect />
      <Button
        variant="default"
        disabled={text === undefined}
        leftSection={<IconFilePlus size={14} />}
        onClick={() => {
          tabs.open(queryTab(title, text ?? ''));
        }}
      >
        Open in a new tab
      </Button>
      <CopyButton value={text ?? ''}>
        {({ copied, copy }) => (
          <Button variant="default" disabled={text === undefined} leftSection={<IconCopy size={14} />} onClick={copy}>
            {copied ? 'Copied' : 'Copy'}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
