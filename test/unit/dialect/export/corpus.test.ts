import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadTranslator } from '../../../../electron/node/translator.ts';
import { exportStatement } from '../../../../src/dialect/export/export-statement.ts';
import { placeOf } from '../../../../src/dialect/export/note-words.ts';
import { type ExportTarget, exportTargets } from '../../../../src/dialect/export/target.ts';

const folder = new URL('../../../corpus/export/', import.meta.url);
const translate = await loadTranslator();

interface Case {
  readonly query: string;
  readonly expected: ReadonlyMap<string, string>;
}

function readCase(file: string): Case {
  const [head = '', ...sections] = fs.readFileSync(new URL(file, folder), 'utf8').split('\n=== ');
  const expected = sections.flatMap((section) => {
    const end = section.indexOf('\n');
    return section
      .slice(0, end)
      .split(', ')
      .map((target) => [target, section.slice(end + 1).trimEnd()] as const);
  });
  return { query: head.slice(head.indexOf('\n') + 1).trimEnd(), expected: new Map(expected) };
}

/** An export in the way the files write it. */
function written(query: string, target: ExportTarget): string {
  const { text, notes } = exportStatement(query, target, translate);
  const lines = notes.map(({ severity, what, ranges }) => {
    const places = ranges.map(({ start }) => placeOf(query, start)).map(({ line, column }) => `${line}:${column}`);
    return `${severity === 'missing' ? '!' : '?'} ${what}${places.length === 0 ? '' : ` (${places.join(', ')})`}`;
  });
  return [text ?? '(cannot be said)', ...lines].join('\n');
}

const files = fs.readdirSync(folder).filter((name) => name.endsWith('.sql'));

describe.each(files)('%s', (file) => {
  const { query, expected } = readCase(file);

  test.each(exportTargets)('in $name', ({ id }) => {
    expect(written(query, id)).toBe(expected.get(id));
  });
});
