import { aggregateFunctions } from './aggregates/index.ts';
import { arrayFunctions } from './arrays/index.ts';
import { conditionFunctions } from './conditions/index.ts';
import type { FunctionEntry } from './contract.ts';
import { conversionFunctions } from './conversion/index.ts';
import { csvFunctions } from './csv/index.ts';
import { dateFunctions } from './dates/index.ts';
import { generatorFunctions } from './generators/index.ts';
import { hashFunctions } from './hashes/index.ts';
import { jsonFunctions } from './json/index.ts';
import { lambdaFunctions } from './lambdas/index.ts';
import { mapFunctions } from './maps/index.ts';
import { numberFunctions } from './numbers/index.ts';
import { regexFunctions } from './regex/index.ts';
import { sketchFunctions } from './sketches.ts';
import { statisticFunctions } from './statistics/index.ts';
import { structFunctions } from './structs.ts';
import { textFunctions } from './text/index.ts';
import { windowEntries } from './windows/index.ts';
import { xmlFunctions } from './xml/index.ts';

/** Every function of Spark SQL that Data Distiller documents, and its near relatives. */
export const functionEntries: readonly FunctionEntry[] = [
  ...conditionFunctions,
  ...numberFunctions,
  ...textFunctions,
  ...regexFunctions,
  ...dateFunctions,
  ...conversionFunctions,
  ...hashFunctions,
  ...xmlFunctions,
  ...arrayFunctions,
  ...mapFunctions,
  ...structFunctions,
  ...jsonFunctions,
  ...csvFunctions,
  ...lambdaFunctions,
  ...aggregateFunctions,
  ...statisticFunctions,
  ...sketchFunctions,
  ...windowEntries,
  ...generatorFunctions,
];

const byName: ReadonlyMap<string, FunctionEntry> = new Map(
  functionEntries.flatMap((entry) => entry.names.map((name) => [name, entry] as const)),
);

/** The names there are, for suggestions. */
export const functionNames: readonly string[] = [...byName.keys()];

/** The function of a lower-cased name. */
export function findFunction(name: string): FunctionEntry | undefined {
  return byName.get(name);
}
