import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { CancelSignal } from '../../src/core/cancel.ts';
import { StillhouseError } from '../../src/core/error.ts';
import { checkLesson } from '../../src/lessons/check-lesson.ts';
import type { Lesson } from '../../src/lessons/contract.ts';
import { lessonById, lessons } from '../../src/lessons/index.ts';
import { sampleFiles } from '../../src/lessons/sample-files.ts';
import { openDatabase } from './open-project.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage.ts';
import { importAll, readImport } from './wanted-import.ts';

/** Where the sample data lies beside the program. */
const sampleFolder = fileURLToPath(new URL('../../sample-data/', import.meta.url));

/** `stillhouse lessons [list | check [ID…]]`: what there is to learn, or whether every lesson keeps its word. */
export async function runLessons(args: readonly string[], terminal: Terminal, signal: CancelSignal): Promise<void> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  const [action = 'list', ...ids] = positionals;
  if (action === 'list' && ids.length === 0) {
    await terminal.print(lessons.map(lessonText).join(''));
    return;
  }
  if (action !== 'check') throw new UsageError('lessons takes list, or check with the ids of lessons.');
  await check(ids.length === 0 ? lessons : ids.map(lessonById), terminal, signal);
}

function lessonText({ id, title, goal, minutes }: Lesson): string {
  return `${id}  ${title} (${minutes} min)\n  ${goal}\n`;
}

async function check(chosen: readonly Lesson[], terminal: Terminal, signal: CancelSignal): Promise<void> {
  const database = await openDatabase(undefined);
  let failed = 0;
  try {
    const names = [...new Set(chosen.flatMap(({ datasets }) => datasets))];
    const imports = names.map((name) => readImport(`${name}=${sampleFolder}${sampleFiles[name]?.file ?? name}`));
    await importAll(database, await Promise.all(imports), signal);
    for (const lesson of chosen) {
      const services = { ...database, now: database.clock.now() };
      const faults = await checkLesson(services, lesson, signal);
      failed += faults.length;
      await terminal.print(`${faults.length === 0 ? 'passed' : 'failed'}  ${lesson.id}\n`);
      for (const { page, fault } of faults) await terminal.print(`  ${page}: ${fault}\n`);
    }
  } finally {
    await database.close();
  }
  if (failed === 0) return;
  throw new StillhouseError(
    'input-invalid',
    `${failed} ${failed === 1 ? 'statement' : 'statements'} of lessons do not hold.`,
  );
}
