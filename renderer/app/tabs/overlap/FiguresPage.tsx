import { Button } from '@mantine/core';
import { IconCode, IconDownload, IconTablePlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { figuresSql } from '../../../../src/audiences/overlap/overlap-sql.ts';
import { errorToData } from '../../../../src/core/error.ts';
import type { ResultGridHandle } from '../../../grid/ResultGrid.tsx';
import { useRows } from '../../../query/use-rows.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { InspectedGrid } from '../../inspector/InspectedGrid.tsx';
import { useServices } from '../../services.ts';
import { queryTab } from '../new-tab.ts';
import { ResultDialogs, type ResultQuestion } from '../ResultDialogs.tsx';
import type { OverlapPageProps } from './overlap-props.ts';
import classes from './OverlapTab.module.css';

/** Every combination with its people, as rows to be sorted, filtered, exported and kept. */
export function FiguresPage({ measured }: OverlapPageProps) {
  const { project, tabs } = useServices();
  const grid = useRef<ResultGridHandle>(null);
  const [question, setQuestion] = useState<ResultQuestion>();
  const statement = figuresSql(measured.members).text;
  const { view, failure } = useRows(project, () => Promise.resolve(statement), statement);
  if (failure !== undefined) return <ErrorNote error={errorToData(failure)} />;
  if (view === undefined) return <p className={classes.muted}>Reading the figures…</p>;
  return (
    <div className={classes.figures}>
      <div className={classes.actions}>
        <Button
          variant="default"
          leftSection={<IconDownload size={14} />}
          onClick={() => {
            setQuestion({ kind: 'export', columns: grid.current?.columns() });
          }}
        >
          Export…
        </Button>
        <Button
          variant="default"
          leftSection={<IconTablePlus size={14} />}
          onClick={() => {
            setQuestion({ kind: 'table' });
          }}
        >
          Save as table…
        </Button>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconCode size={14} />}
          onClick={() => {
            tabs.open(queryTab('Figures of overlaps', `${statement};\n`), { beside: true });
          }}
        >
          Show SQL of the figures
        </Button>
      </div>
      <div className={classes.grid}>
        <InspectedGrid ref={grid} view={view} kept={undefined} onKeep={() => undefined} profiled={false} />
      </div>
      <ResultDialogs
        view={view}
        title="Overlaps"
        question={question}
        onClose={() => {
          setQuestion(undefined);
        }}
      />
    </div>
  );
}
