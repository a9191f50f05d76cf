import { Button, SegmentedControl } from '@mantine/core';
import { IconPlayerPlay, IconPlayerStop, IconSchool } from '@tabler/icons-react';
import { lessons } from '../../../../src/lessons/index.ts';
import { type ModuleTab, updateTab } from '../../../store/view-state.ts';
import type { ModuleRunState } from '../../../modules/module-run-state.ts';
import { useServices } from '../../services.ts';
import { lessonTab } from '../new-tab.ts';
import type { ModuleScreenProps } from './module-props.ts';
import classes from './ModuleTab.module.css';
import { ReportMenu } from './ReportMenu.tsx';

export interface ModuleHeadProps extends ModuleScreenProps {
  readonly run: ModuleRunState;
  /** Whether the input fits, so that it can run. */
  readonly ready: boolean;
  readonly onRun: () => void;
  readonly onCancel: () => void;
}

const pages = [
  { value: 'findings', label: 'Findings' },
  { value: 'steps', label: 'Steps and SQL' },
  { value: 'runs', label: 'Runs' },
] as const satisfies readonly { readonly value: ModuleTab['page']; readonly label: string }[];

/** The module's name, its lesson, its pages, and the one button that matters. */
export function ModuleHead({ id, tab, module, run, ready, onRun, onCancel }: ModuleHeadProps) {
  const { tabs } = useServices();
  const lesson = lessons.find(({ pages: read }) =>
    read.some(({ task }) => task?.kind === 'module' && task.module === module.id),
  );
  const running = run.phase === 'running';
  return (
    <header className={classes.head}>
      <h2>{module.title}</h2>
      {lesson !== undefined && (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconSchool size={14} />}
          onClick={() => {
            tabs.open(lessonTab(lesson), { id: `lesson:${lesson.id}` });
          }}
        >
          Lesson
        </Button>
      )}
      <span className={classes.spacer} />
      {run.record !== undefined && run.plan !== undefined && (
        <ReportMenu tab={tab} plan={run.plan} record={run.record} findings={run.findings} />
      )}
      <SegmentedControl
        aria-label="Show"
        data={[...pages]}
        value={tab.page}
        onChange={(page) => {
          updateTab(id, 'module', { page });
        }}
      />
      {running ? (
        <Button variant="default" leftSection={<IconPlayerStop size={14} />} onClick={onCancel}>
          Cancel
        </Button>
      ) : (
        <Button leftSection={<IconPlayerPlay size={14} />} disabled={!ready} onClick={onRun}>
          Run
        </Button>
      )}
    </header>
  );
}
