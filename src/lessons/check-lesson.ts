import type { Workspace } from '../catalog/workspace.ts';
import type { CancelSignal } from '../core/cancel.ts';
import { toStillhouseError } from '../core/error.ts';
import { scalar } from '../engine/collect.ts';
import type { Engine, Session } from '../engine/engine.ts';
import { catalogView } from '../modules/catalog-view.ts';
import { moduleById } from '../modules/index.ts';
import { planModule } from '../modules/plan-module.ts';
import { textOf } from '../modules/words.ts';
import { isRightAnswer } from './answers.ts';
import type { Lesson, LessonTask } from './contract.ts';

/** What is wrong with a lesson: on which page, and what. */
export interface LessonFault {
  readonly page: string;
  readonly fault: string;
}

interface LessonServices {
  readonly engine: Engine;
  readonly workspace: Workspace;
  readonly now: Date;
}

/** Holds a lesson to its word: statements run, modules plan and bind, notes stand at real steps, answers are proved. */
export async function checkLesson(
  { engine, workspace, now }: LessonServices,
  { pages }: Lesson,
  signal: CancelSignal,
): Promise<readonly LessonFault[]> {
  const faults: LessonFault[] = [];
  const session = await engine.openSession();
  try {
    for (const { title, task, questions } of pages) {
      const say = (fault: string) => faults.push({ page: title, fault });
      if (task !== undefined) (await taskFaults(session, workspace, task, { now, signal })).forEach(say);
      for (const question of questions) {
        const found = textOf(await scalar(session, question.proof, { signal }));
        if (!isRightAnswer(question, found)) {
          say(`The answer to “${question.prompt}” is ${found}, not ${String(question.answer)}.`);
        }
      }
    }
  } finally {
    await session.close();
  }
  return faults;
}

async function taskFaults(
  session: Session,
  workspace: Workspace,
  task: LessonTask,
  { now, signal }: { readonly now: Date; readonly signal: CancelSignal },
): Promise<readonly string[]> {
  try {
    if (task.kind === 'sql') {
      await session.exec(task.statement, { signal });
      return [];
    }
    const { plan } = planModule(moduleById(task.module), task.input, {
      catalog: catalogView(workspace.datasets),
      now,
    });
    const steps = new Set(plan.steps.map(({ id }) => id));
    return Object.keys(task.notes)
      .filter((id) => !steps.has(id))
      .map((id) => `${task.module} has no step “${id}”.`);
  } catch (error) {
    return [toStillhouseError(error).message];
  }
}
