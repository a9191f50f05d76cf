import { Button } from '@mantine/core';
import { IconCompass, IconPlayerPlay } from '@tabler/icons-react';
import { catalogView } from '../../../../src/modules/catalog-view.ts';
import { moduleById } from '../../../../src/modules/index.ts';
import { splitStatements } from '../../../../src/dialect/split.ts';
import type { LessonTask } from '../../../../src/lessons/contract.ts';
import { projectStore } from '../../../project/project-store.ts';
import { CodeBlock } from '../../../ui/CodeBlock.tsx';
import { type Services, useServices } from '../../services.ts';
import { moduleTab, queryTab } from '../new-tab.ts';
import classes from './LessonTab.module.css';

/** What there is to do on a page: it opens beside the lesson, and runs. */
export function LessonTaskCard({ task, title }: { readonly task: LessonTask; readonly title: string }) {
  const services = useServices();
  if (task.kind === 'sql') {
    return (
      <section className={classes.task} aria-label="To do">
        <CodeBlock label="Statement" text={task.statement} />
        <Button
          leftSection={<IconPlayerPlay size={14} />}
          onClick={() => {
            runStatement(services, title, task.statement);
          }}
        >
          Run it beside
        </Button>
      </section>
    );
  }
  const module = moduleById(task.module);
  return (
    <section className={classes.task} aria-label="To do">
      <Button
        leftSection={<IconCompass size={14} />}
        onClick={() => {
          runGuide(services, task);
        }}
      >
        Run “{module.title}” beside
      </Button>
      <p className={classes.muted}>Then look at “Steps and SQL”:</p>
      <ul>
        {Object.entries(task.notes).map(([step, note]) => (
          <li key={step}>
            <code>{step}</code> {note}
          </li>
        ))}
      </ul>
    </section>
  );
}

function runStatement({ tabs, runners }: Services, title: string, statement: string): void {
  const id = tabs.open(queryTab(title, `${statement}\n`), { beside: true });
  void runners.of(id).run({
    script: statement,
    ranges: splitStatements(statement),
    parameters: new Map(),
    dialect: 'duckdb',
    explain: false,
  });
}

function runGuide({ tabs, moduleRunners }: Services, task: Extract<LessonTask, { kind: 'module' }>): void {
  const module = moduleById(task.module);
  const catalog = catalogView(projectStore.getState().datasets);
  const id = tabs.open(moduleTab(module, catalog, task.input), { beside: true });
  void moduleRunners.of(id).run(module, task.input);
}
