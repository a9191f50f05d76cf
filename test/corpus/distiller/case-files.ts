import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ConformanceTopic } from './conformance-case.ts';
import { readCases } from './read-cases.ts';

export const suiteFolder = fileURLToPath(new URL('.', import.meta.url));

const folders = ['functions', 'queries', 'adobe', 'statements', 'errors', 'chapters'];

/** All topics of the suite, folder by folder. */
export function readTopics(): readonly ConformanceTopic[] {
  return folders.flatMap((folder) =>
    fs
      .readdirSync(path.join(suiteFolder, folder))
      .filter((file) => file.endsWith('.sql'))
      .sort()
      .map((file) => readCases(`${folder}/${file}`, fs.readFileSync(path.join(suiteFolder, folder, file), 'utf8'))),
  );
}
