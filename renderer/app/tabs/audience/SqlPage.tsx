import { Button } from '@mantine/core';
import { IconCode } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { placeWords } from '../../../../src/dialect/export/note-words.ts';
import { ExportedSql } from '../../../translation/ExportedSql.tsx';
import { shownDialectStore } from '../../../translation/shown-dialect.ts';
import { ShownDialectSelect } from '../../../translation/ShownDialectSelect.tsx';
import { CodeBlock } from '../../../ui/CodeBlock.tsx';
import { useServices } from '../../services.ts';
import { queryTab } from '../new-tab.ts';
import type { AudiencePageProps } from './audience-props.ts';
import classes from './AudienceTab.module.css';
import { ruleText } from './rule-text.ts';

/** The query that finds the members, to be read and run. */
export function SqlPage({ draft, catalog }: AudiencePageProps) {
  const { tabs } = useServices();
  const dialect = useStore(shownDialectStore, (state) => state.dialect);
  const text = ruleText(draft, catalog);
  if (text === undefined) return <p className={classes.note}>Choose the people first.</p>;
  return (
    <div className={classes.page}>
      <div className={classes.row}>
        <p className={classes.muted}>This query finds the members. Nothing else is done to count them.</p>
        <ShownDialectSelect />
        <Button
          variant="default"
          leftSection={<IconCode size={14} />}
          onClick={() => {
            tabs.open(queryTab(draft.name || 'Audience', `${text};\n`), { beside: true });
          }}
        >
          Open in the editor
        </Button>
      </div>
      {dialect === 'duckdb' ? (
        <CodeBlock label="SQL of the audience" text={text} />
      ) : (
        <ExportedSql
          statements={[text]}
          target={dialect}
          label="SQL of the audience"
          place={(_statement, range) => ({ words: `${placeWords(text, range)} of the DuckDB SQL` })}
        />
      )}
    </div>
  );
}
