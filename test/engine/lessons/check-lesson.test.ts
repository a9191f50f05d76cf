import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../../electron/cli/open-project.ts';
import { createCancelSource } from '../../../src/core/cancel.ts';
import { checkLesson } from '../../../src/lessons/check-lesson.ts';
import type { Lesson, LessonPage } from '../../../src/lessons/contract.ts';

let database: OpenDatabase;

beforeAll(async () => {
  database = await openDatabase(undefined);
  const user = await database.workspace.openSession('test');
  await user.run('CREATE TABLE numbers AS SELECT range AS n FROM range(100)').outcome;
  await user.close();
});
afterAll(() => database.close());

const faultsOf = (page: Partial<LessonPage>) => {
  const lesson: Lesson = {
    id: 'test',
    title: 'Test',
    goal: 'To test.',
    minutes: 1,
    datasets: [],
    pages: [{ title: 'Page', text: '', questions: [], ...page }],
  };
  return checkLesson({ ...database, now: new Date(0) }, lesson, createCancelSource().signal);
};
const question = {
  id: 'q',
  prompt: 'How many?',
  proof: 'SELECT count(*) FROM numbers',
  hint: 'Count.',
  because: 'So.',
};

test('a lesson that keeps its word has no fault', async () => {
  const task = {
    kind: 'module',
    module: 'explore.profile-table',
    input: { dataset: 'numbers' },
    notes: { column_figures: 'Look.' },
  } as const;
  expect(await faultsOf({ task, questions: [{ ...question, answer: 100 }] })).toEqual([]);
});

test('a wrong answer is told with the right one', async () => {
  expect(await faultsOf({ questions: [{ ...question, answer: 99 }] })).toEqual([
    { page: 'Page', fault: 'The answer to “How many?” is 100, not 99.' },
  ]);
});

test('a note at a step that is gone, an input that does not fit and a statement that fails are told', async () => {
  const task = {
    kind: 'module',
    module: 'explore.profile-table',
    input: { dataset: 'numbers' },
    notes: { gone: '' },
  } as const;
  expect(await faultsOf({ task })).toEqual([{ page: 'Page', fault: 'explore.profile-table has no step “gone”.' }]);
  expect(await faultsOf({ task: { ...task, input: { dataset: 'nowhere' } } })).toMatchObject([
    { fault: expect.stringContaining('There is no table or view "nowhere".') as string },
  ]);
  expect(await faultsOf({ task: { kind: 'sql', statement: 'SELECT m FROM numbers' } })).toMatchObject([
    { fault: expect.stringContaining('"m"') as string },
  ]);
});
