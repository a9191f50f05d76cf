import type { Rule } from '../rule.ts';
import type { ValueType } from '../value-types.ts';
import { arrayRules } from './arrays.ts';
import { conditionRules } from './conditions.ts';
import { mapRules } from './maps.ts';
import { numberRules } from './numbers.ts';
import { textPlaceRules } from './text-places.ts';
import { textRules } from './texts.ts';
import { timeRules } from './times.ts';

/** All kinds of nodes. */
export const rules: readonly Rule[] = [
  ...numberRules,
  ...textRules,
  ...textPlaceRules,
  ...conditionRules,
  ...timeRules,
  ...arrayRules,
  ...mapRules,
];

/** The rules that give a type. */
export function rulesOf(type: ValueType): readonly Rule[] {
  return byType.get(type) ?? [];
}

const byType = new Map<ValueType, Rule[]>();
for (const rule of rules) byType.set(rule.result, [...(byType.get(rule.result) ?? []), rule]);
