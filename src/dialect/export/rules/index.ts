import { aggregateRules } from './aggregates.ts';
import { conditionRules } from './conditions.ts';
import { dateFormatRules } from './date-format.ts';
import { datePartRules } from './date-parts.ts';
import { dateRules } from './dates.ts';
import { encodingRules } from './encoding.ts';
import { jsonRules } from './json.ts';
import { listRules } from './lists.ts';
import { nestedRules } from './nested.ts';
import { numberRules } from './numbers.ts';
import { ownRules } from './own.ts';
import { regexRules } from './regex.ts';
import type { Rule } from './rule.ts';
import { tableRules } from './tables.ts';
import { textRules } from './text.ts';
import { windowRules } from './windows.ts';

/** How DuckDB's functions are said elsewhere, by lower-cased name. */
export const rules: ReadonlyMap<string, Rule> = new Map(
  [
    textRules,
    regexRules,
    numberRules,
    conditionRules,
    encodingRules,
    datePartRules,
    dateRules,
    dateFormatRules,
    listRules,
    nestedRules,
    jsonRules,
    aggregateRules,
    windowRules,
    tableRules,
    ownRules,
  ].flatMap((topic) => Object.entries(topic)),
);

/** Whether a function sums up many rows. */
export function isAggregate(name: string): boolean {
  return rules.get(name)?.aggregate === true;
}
