import { walk } from '../syntax/walk.ts';
import { attributionFunctions } from './attribution.ts';
import type { AdobeFunction } from './contract.ts';
import { neighbourFunctions } from './neighbours.ts';
import { sessionFunctions } from './sessions.ts';

const functions: ReadonlyMap<string, AdobeFunction> = new Map(
  [...sessionFunctions, ...attributionFunctions, ...neighbourFunctions].map((entry) => [entry.name, entry]),
);

/** The Adobe-defined function of a lower-cased name. */
export function adobeFunction(name: string): AdobeFunction | undefined {
  return functions.get(name);
}

/** All thirteen, for completion, hover and documentation. */
export const adobeFunctions: readonly AdobeFunction[] = [...functions.values()];

/** Whether a piece of syntax calls one of them, subqueries left out. */
export function callsAdobeFunction(piece: unknown): boolean {
  let found = false;
  walk(piece, (node) => {
    if (node.kind === 'subquery' || node.kind === 'exists' || node.kind === 'in-query') return false;
    if (node.kind === 'call' && 'name' in node && functions.has(String(node.name))) found = true;
    return !found;
  });
  return found;
}
