import { StillhouseError } from '../../../core/error.ts';
import { errorMarker, type Marker } from '../../markers.ts';
import type { Expression } from '../syntax/expression.ts';
import { parseDistiller, parseDistillerExpression } from '../parse/index.ts';
import { splitDistiller } from '../parse/split.ts';
import { expandTemplates } from './expand-templates.ts';
import type { Template } from './templates.ts';

/** What cannot be read of a script with the project's saved queries, each at its own place: the first fault of each statement. */
export function checkDistillerScript(script: string, templates: readonly Template[]): Marker[] {
  const ranges = splitDistiller(script);
  return ranges.flatMap((range) => {
    const error = faultIn(script.slice(range.start, range.end), templates, ranges.length === 1);
    return error === undefined ? [] : [errorMarker(error, script, range)];
  });
}

const conditions: ReadonlySet<Expression['kind']> = new Set([
  'unary',
  'binary',
  'between',
  'in-list',
  'in-query',
  'like',
  'is',
  'distinct-from',
  'exists',
]);

/** Whether a text is a condition alone, saved to be named by queries. */
function isCondition(text: string): boolean {
  try {
    return conditions.has(parseDistillerExpression(text).kind);
  } catch (error) {
    if (error instanceof StillhouseError) return false;
    throw error;
  }
}

function faultIn(statement: string, templates: readonly Template[], isAlone: boolean): StillhouseError | undefined {
  try {
    const { text, located } = expandTemplates(statement, templates);
    try {
      parseDistiller(text);
      return undefined;
    } catch (error) {
      if (isAlone && isCondition(text)) return undefined;
      if (error instanceof StillhouseError) return located(error);
      throw error;
    }
  } catch (error) {
    if (error instanceof StillhouseError) return error;
    throw error;
  }
}
