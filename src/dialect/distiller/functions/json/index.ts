import type { FunctionEntry } from '../contract.ts';
import { fromJson } from './from-json.ts';
import { jsonTuple } from './json-tuple.ts';
import { jsonReaders } from './reading.ts';
import { toJson } from './to-json.ts';

/** Functions that read and write JSON. */
export const jsonFunctions: readonly FunctionEntry[] = [toJson, fromJson, ...jsonReaders, jsonTuple];
