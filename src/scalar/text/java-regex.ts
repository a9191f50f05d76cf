import { StillhouseError } from '../../core/error.ts';
import { openFunction, scalarFunction } from '../contract.ts';
import { nestedItem, nestedList } from '../json/nested-text.ts';
import { rememberLast } from '../remember-last.ts';

/** A pattern of Java's with what RE2 lacks: looking around, groups matched again, named groups. Throws `sql-value`. */
function javaRegExp(pattern: string): RegExp {
  const [, flags = '', body = ''] = /^(?:\(\?([ims]+)\))?([\s\S]*)$/.exec(pattern) ?? [];
  const source = body.replace(/\\([\s\S])/g, (both, letter: string) => anchors[letter] ?? both);
  const strict = tryRegExp(source, `g${flags}u`);
  const found = strict instanceof RegExp ? strict : tryRegExp(source, `g${flags}`);
  if (found instanceof RegExp) return found;
  throw new StillhouseError('sql-value', `The pattern "${pattern}" cannot be read.`, { cause: found });
}

function tryRegExp(source: string, flags: string): unknown {
  try {
    return new RegExp(source, flags);
  } catch (error) {
    return error;
  }
}

const anchors: Readonly<Partial<Record<string, string>>> = {
  A: '(?<![\\s\\S])',
  z: '(?![\\s\\S])',
  Z: '(?=\\n?(?![\\s\\S]))',
};

const regExpOf = rememberLast(javaRegExp);

const matchesOf = (text: string, pattern: string): readonly RegExpExecArray[] => [...text.matchAll(regExpOf(pattern))];

/** `$1`, `${name}` and `\$` of a replacement. */
function filled(replacement: string, match: RegExpExecArray): string {
  return replacement.replace(/\\([\s\S])|\$(\d)|\$\{(\w+)\}/g, (_, escaped?: string, digit?: string, name?: string) => {
    if (escaped !== undefined) return escaped;
    return (digit === undefined ? match.groups?.[name ?? ''] : match[Number(digit)]) ?? '';
  });
}

function replaceAll(text: string, pattern: string, replacement: string): string {
  let [result, at] = ['', 0];
  for (const match of matchesOf(text, pattern)) {
    result += text.slice(at, match.index) + filled(replacement, match);
    at = match.index + match[0].length;
  }
  return result + text.slice(at);
}

/** The parts between matches; an empty match at the beginning parts nothing. */
function split(text: string, pattern: string, limit: number): readonly string[] {
  const parts: string[] = [];
  let at = 0;
  for (const match of matchesOf(text, pattern)) {
    if (limit > 0 && parts.length === limit - 1) break;
    const end = match.index + match[0].length;
    if (end === 0 || (match[0] === '' && match.index >= text.length)) continue;
    parts.push(text.slice(at, match.index));
    at = end;
  }
  return [...parts, text.slice(at)];
}

const listed = (texts: readonly string[]) => nestedList(texts.map(nestedItem));

/** Regular expressions as Java has them, for patterns that the engine's cannot take. Lists come as texts that SQL casts. */
export const javaRegexFunctions = [
  scalarFunction({
    name: 'sh_regexp_matches',
    takes: ['text', 'text'],
    gives: 'boolean',
    row: (text, pattern) => text.search(regExpOf(pattern)) >= 0,
  }),
  scalarFunction({
    name: 'sh_regexp_replace',
    takes: ['text', 'text', 'text'],
    gives: 'text',
    row: replaceAll,
  }),
  scalarFunction({
    name: 'sh_regexp_extract_all',
    takes: ['text', 'text', 'integer'],
    gives: 'text',
    row: (text, pattern, group) => listed(matchesOf(text, pattern).map((match) => match[group] ?? '')),
  }),
  openFunction({
    name: 'sh_regexp_split',
    takes: ['text', 'text', 'integer'],
    gives: 'text',
    row: (text: string, pattern: string, limit: number) => listed(split(text, pattern, limit)),
  }),
];
