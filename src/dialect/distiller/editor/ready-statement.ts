import { StillhouseError, type TextRange } from '../../../core/error.ts';
import { errorInSource } from '../../parameters/parameters.ts';
import type { ParameterValue } from '../../parameters/value.ts';
import { expandTemplates } from './expand-templates.ts';
import { fillTemplate } from './parameters.ts';
import type { Template } from './templates.ts';

/** A statement as it can be read: saved queries and values stand in the places of their names. */
export interface ReadyStatement {
  readonly text: string;
  /** Where a range of the new text was in the user's own. */
  toSource(range: TextRange): TextRange;
  /** The same error, pointing into the user's own text; what lies in a saved query says so. */
  located(error: StillhouseError): StillhouseError;
}

/** What stands for names in a statement. */
export interface Fillings {
  readonly templates: readonly Template[];
  readonly parameters: ReadonlyMap<string, ParameterValue>;
}

/** Puts saved queries and then values in their places, so that a saved query's parameters are those of its reader. */
export function readyStatement(statement: string, { templates, parameters }: Fillings): ReadyStatement {
  const expanded = expandTemplates(statement, templates);
  try {
    const { text, toSource } = fillTemplate(expanded.text, parameters);
    return {
      text,
      toSource: (range) => expanded.toSource(toSource(range)),
      located: (error) => expanded.located(errorInSource(error, expanded.text, toSource)),
    };
  } catch (error) {
    throw error instanceof StillhouseError ? expanded.located(error) : error;
  }
}
