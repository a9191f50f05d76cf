import { describe, expect, test } from 'vitest';
import { aggregateFunctions } from '../../../../../../src/dialect/distiller/functions/aggregates/index.ts';
import { arrayFunctions } from '../../../../../../src/dialect/distiller/functions/arrays/index.ts';
import { generatorFunctions } from '../../../../../../src/dialect/distiller/functions/generators/index.ts';
import { functionEntries } from '../../../../../../src/dialect/distiller/functions/index.ts';
import { jsonFunctions } from '../../../../../../src/dialect/distiller/functions/json/index.ts';
import { lambdaFunctions } from '../../../../../../src/dialect/distiller/functions/lambdas/index.ts';
import { mapFunctions } from '../../../../../../src/dialect/distiller/functions/maps/index.ts';
import { sketchFunctions } from '../../../../../../src/dialect/distiller/functions/sketches.ts';
import { statisticFunctions } from '../../../../../../src/dialect/distiller/functions/statistics/index.ts';
import { structFunctions } from '../../../../../../src/dialect/distiller/functions/structs.ts';
import { windowEntries } from '../../../../../../src/dialect/distiller/functions/windows/index.ts';

const entries = [
  ...arrayFunctions,
  ...mapFunctions,
  ...structFunctions,
  ...lambdaFunctions,
  ...jsonFunctions,
  ...aggregateFunctions,
  ...statisticFunctions,
  ...sketchFunctions,
  ...windowEntries,
  ...generatorFunctions,
];

describe('every function', () => {
  test.each(entries.map((entry) => [entry.names[0], entry] as const))('%s is described', (name, entry) => {
    expect(entry.signature).toMatch(new RegExp(`^${name}\\(.*\\)`));
    expect(entry.summary).toMatch(/^[A-Z0-9].*\.$/);
    expect(entry.names.every((known) => known === known.toLowerCase())).toBe(true);
    expect(entry.arity[0]).toBeLessThanOrEqual(entry.arity[1]);
  });

  test('has names of its own', () => {
    const names = functionEntries.flatMap((entry) => entry.names);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
