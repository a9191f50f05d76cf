import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconTablePlus } from '@tabler/icons-react';
import Markdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { useStore } from 'zustand';
import { isCancelled, toStillhouseError } from '../../../../src/core/error.ts';
import type { Lesson } from '../../../../src/lessons/contract.ts';
import { lessons } from '../../../../src/lessons/index.ts';
import { importSamples } from '../../../demo/import-samples.ts';
import { projectStore } from '../../../project/project-store.ts';
import { type LessonTab as LessonTabState, updateTab, viewStore } from '../../../store/view-state.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import type { TabProps } from '../../dock/Dock.tsx';
import { useServices } from '../../services.ts';
import { LessonTaskCard } from './LessonTaskCard.tsx';
import classes from './LessonTab.module.css';
import { QuestionCard } from './QuestionCard.tsx';

/** A lesson: one page at a time, with something to do and to answer. */
export function LessonTab({ id }: TabProps) {
  const tab = useStore(viewStore, ({ tabs }) => tabs[id]);
  if (tab?.kind !== 'lesson') return null;
  const lesson = lessons.find((known) => known.id === tab.lesson);
  return lesson === undefined ? (
    <EmptyState title="This lesson is not part of the program">
      The project was saved by a version of Stillhouse that has a lesson called “{tab.lesson}”.
    </EmptyState>
  ) : (
    <LessonScreen id={id} tab={tab} lesson={lesson} />
  );
}

function LessonScreen({ id, tab, lesson }: TabProps & { readonly tab: LessonTabState; readonly lesson: Lesson }) {
  const { project, messages } = useServices();
  const datasets = useStore(projectStore, (status) => status.datasets);
  const last = lesson.pages.length - 1;
  const number = Math.min(tab.page, last);
  const page = lesson.pages[number];
  const missing = lesson.datasets.filter((name) => !datasets.some((dataset) => dataset.name === name));
  const go = (next: number) => {
    updateTab(id, 'lesson', { page: next });
  };
  if (page === undefined) return null;
  return (
    <article className={classes.lesson} aria-label={lesson.title}>
      <header>
        <p className={classes.muted}>
          {lesson.title} · page {number + 1} of {lesson.pages.length} · {lesson.minutes} minutes in all
        </p>
        <h2>{page.title}</h2>
      </header>
      {missing.length > 0 && (
        <div className={classes.note}>
          <p>This lesson works on sample data that this project does not have yet: {missing.join(', ')}.</p>
          <Button
            variant="default"
            leftSection={<IconTablePlus size={14} />}
            onClick={() => {
              project
                .whenLive()
                .then((live) => importSamples(live, missing))
                .catch((error: unknown) => {
                  if (!isCancelled(error)) messages.fail(toStillhouseError(error));
                });
            }}
          >
            Add it
          </Button>
        </div>
      )}
      <div className={classes.text}>
        <Markdown remarkPlugins={[remarkGfm]}>{page.text}</Markdown>
      </div>
      {page.task !== undefined && <LessonTaskCard task={page.task} title={page.title} />}
      {page.questions.map((question) => (
        <QuestionCard
          key={question.id}
          question={question}
          answer={tab.answers[question.id] ?? ''}
          onAnswer={(answer) => {
            updateTab(id, 'lesson', { answers: { ...tab.answers, [question.id]: answer } });
          }}
        />
      ))}
      <footer className={classes.foot}>
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={14} />}
          disabled={number === 0}
          onClick={() => {
            go(number - 1);
          }}
        >
          Back
        </Button>
        <Button
          rightSection={<IconArrowRight size={14} />}
          disabled={number === last}
          onClick={() => {
            go(number + 1);
          }}
        >
          Next page
        </Button>
      </footer>
    </article>
  );
}
