import type { ConformanceCase, ConformanceTopic, ExpectedError, ExpectedRows } from './conformance-case.ts';
import { readColumnNames, readExpectedRow } from './expected-line.ts';

interface Line {
  readonly number: number;
  /** The character behind the dashes; empty for SQL. */
  readonly mark: string;
  readonly text: string;
}

/** The order in which the parts of a case must stand. */
const stages: Readonly<Record<string, number>> = { '#': 0, ':': 1, '@': 2, '': 3, '?': 4, '=': 5, '~': 5, '!': 5 };

/** Reads a file of cases. The first malformed line fails with its file, its number and what is wrong. */
export function readCases(file: string, content: string): ConformanceTopic {
  const [first, ...others] = content.split('\n').map(readLine);
  if (first?.mark !== '%') throw fault(file, 1, 'the first line must be "--% title of the topic"');
  const groups: Line[][] = [];
  for (const line of others) {
    if (line.mark === '#') groups.push([]);
    const group = groups.at(-1);
    if (group !== undefined) group.push(line);
    else if (line.mark !== '' || line.text.trim() !== '') throw fault(file, line.number, 'a case begins with "--# "');
  }
  const cases = groups.map((group) => readCase(file, group));
  const repeated = cases.find(({ title }, index) => cases.findIndex((other) => other.title === title) !== index);
  if (repeated !== undefined) throw fault(file, repeated.line, `the title "${repeated.title}" is taken`);
  return { file, title: first.text, cases };
}

function readLine(text: string, index: number): Line {
  const marked = /^--([%#:@?=~!])(?: (.*))?$/.exec(text);
  return { number: index + 1, mark: marked?.[1] ?? '', text: marked === null ? text : (marked[2] ?? '') };
}

function readCase(file: string, lines: readonly Line[]): ConformanceCase {
  const first = lines[0]?.number ?? 0;
  checkOrder(file, lines);
  const texts = (mark: string) => lines.filter((line) => line.mark === mark).map(({ text }) => text);
  const one = (mark: string) => {
    const found = texts(mark);
    if (found.length !== 1) throw fault(file, first, `a case has one line "--${mark} "`);
    return found[0] ?? '';
  };
  const title = one('#');
  const construct = /^(.+?): ./.exec(title)?.[1];
  if (construct === undefined) throw fault(file, first, 'a title is "construct: what is shown"');
  const directives = texts('@');
  const unknown = directives.find((text) => text !== 'fresh' && !/^sample \w+$/.test(text));
  if (unknown !== undefined) throw fault(file, first, `"--@ ${unknown}" is neither "fresh" nor "sample name"`);
  const sql = texts('').join('\n').trimEnd();
  if (sql.trim() === '') throw fault(file, first, 'a case has SQL');
  return {
    file,
    line: first,
    construct,
    title,
    source: one(':'),
    fresh: directives.includes('fresh'),
    samples: directives.flatMap((text) => /^sample (\w+)$/.exec(text)?.slice(1) ?? []),
    sql,
    notices: texts('?'),
    expected: readExpectation(file, first, lines),
  };
}

function checkOrder(file: string, lines: readonly Line[]): void {
  let stage = 0;
  for (const { mark, text, number } of lines) {
    const here = stages[mark];
    if (here === undefined) throw fault(file, number, `"--${mark}" stands in the first line alone`);
    const blankEnd = mark === '' && text.trim() === '' && stage >= 3;
    if (here < stage && !blankEnd) throw fault(file, number, 'a case is title, source, directives, SQL, expectations');
    if (mark !== '' && text === '') throw fault(file, number, `"--${mark}" says nothing`);
    stage = Math.max(stage, here);
  }
}

function readExpectation(file: string, first: number, lines: readonly Line[]): ExpectedRows | ExpectedError {
  const found = lines.filter(({ mark }) => stages[mark] === 5);
  const [head, ...rest] = found;
  if (head === undefined) throw fault(file, first, 'a case has an expectation');
  if (found.some(({ mark }) => mark === '!')) {
    const parts = /^(\d+:\d+|-) (.+)$/.exec(head.text);
    if (found.length > 1 || parts === null) throw fault(file, head.number, 'an error is one line "--! 1:8 words"');
    return { kind: 'error', place: parts[1] ?? '', words: parts[2] ?? '' };
  }
  if (head.mark !== '=') throw fault(file, head.number, 'column names stand behind "--= "');
  if (new Set(rest.map(({ mark }) => mark)).size > 1) throw fault(file, head.number, 'rows are all "--=" or all "--~"');
  const columns = read(file, head, readColumnNames);
  const rows = rest.map((line) => {
    const row = read(file, line, readExpectedRow);
    if (row.length !== columns.length) throw fault(file, line.number, `a row has ${columns.length} values`);
    return row;
  });
  return { kind: 'rows', columns, rows, ordered: rest[0]?.mark !== '~' };
}

function read<Result>(file: string, line: Line, reader: (text: string) => Result): Result {
  try {
    return reader(line.text);
  } catch (error) {
    throw fault(file, line.number, 'this is no JSON array as the format wants it', error);
  }
}

function fault(file: string, line: number, words: string, cause?: unknown): Error {
  return new Error(`${file}:${line}: ${words}.`, cause === undefined ? undefined : { cause });
}
