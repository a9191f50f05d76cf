import { describe, expect, test } from 'vitest';
import type { Lesson } from '../../../src/lessons/contract.ts';
import { lessons } from '../../../src/lessons/index.ts';
import { sampleFiles } from '../../../src/lessons/sample-files.ts';
import { modules } from '../../../src/modules/index.ts';

const questionsOf = ({ pages }: Lesson) => pages.flatMap(({ questions }) => questions);

/** The sample datasets that statements, proofs and inputs of a lesson name. */
function namedDatasets(lesson: Lesson): readonly string[] {
  const tasks = lesson.pages.map(({ task }) => (task?.kind === 'sql' ? task.statement : JSON.stringify(task?.input)));
  const text = [...tasks, ...questionsOf(lesson).map(({ proof }) => proof)].join('\n');
  const words = new Set(text.match(/\w+/g));
  const read =
    /\b(?:FROM|JOIN)\s+(\w+)|"(?:dataset|profiles|events|feedback|tracking|steps|entities|decisions|offers|placements)":"(\w+)"/g;
  const sources = new Set([...text.matchAll(read)].map(([, table, input]) => table ?? input ?? ''));
  return Object.keys(sampleFiles).filter((name) => words.has(name) && sources.has(name));
}

test('lessons have ids of their own', () => {
  expect(new Set(lessons.map(({ id }) => id)).size).toBe(lessons.length);
});

test('every guide that explores or enriches is taught', () => {
  const taught = lessons.flatMap(({ pages }) => pages.map(({ task }) => (task?.kind === 'module' ? task.module : '')));
  const guides = modules.map(({ id }) => id).filter((id) => /^(explore|enrich)\./.test(id));
  expect(guides.filter((id) => !taught.includes(id))).toEqual([]);
});

describe.each(lessons.map((lesson) => [lesson.id, lesson] as const))('%s', (_, lesson) => {
  test('names the datasets that it reads, and no other', () => {
    expect([...lesson.datasets].sort()).toEqual([...namedDatasets(lesson)].sort());
  });

  test('has two or three pages, a guide, and questions with ids of their own', () => {
    const questions = questionsOf(lesson);
    expect([2, 3]).toContain(lesson.pages.length);
    expect(lesson.pages.some(({ task }) => task?.kind === 'module')).toBe(true);
    expect(questions.length).toBeGreaterThanOrEqual(3);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  });

  test('does not give its answers away in prompt or hint', () => {
    for (const { prompt, hint, answer } of questionsOf(lesson)) {
      const text = typeof answer === 'string' ? answer : answer.toLocaleString('en');
      if (text.length > 2) expect(`${prompt} ${hint}`).not.toContain(text);
    }
  });
});
