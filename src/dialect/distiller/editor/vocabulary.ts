import type { CatalogShape, FunctionKind, FunctionShape } from '../../catalog-shape.ts';
import { adobeFunctions } from '../adobe/functions.ts';
import type { FunctionEntry } from '../functions/contract.ts';
import { functionEntries } from '../functions/index.ts';

const kinds: Readonly<Record<FunctionEntry['kind'], FunctionKind>> = {
  scalar: 'scalar',
  aggregate: 'aggregate',
  window: 'window',
  generator: 'table-function',
};

const documented = [
  ...functionEntries.flatMap(({ kind, names, signature, summary }) =>
    names.map((name) => ({ name, kind: kinds[kind], signature, summary })),
  ),
  ...adobeFunctions.map(({ name, signature, summary }) => ({ name, kind: 'window' as const, signature, summary })),
];

const functions: readonly FunctionShape[] = documented.map(({ name, kind, signature, summary }) => ({
  name,
  kind,
  signatures: [{ parameters: parametersOf(signature) }],
  description: summary,
  examples: [],
}));

/** The words between the brackets of a signature; what may be left out keeps its square brackets. */
function parametersOf(signature: string): FunctionShape['signatures'][number]['parameters'] {
  const inside = /\((.*)\)/su.exec(signature)?.[1]?.trim() ?? '';
  if (inside === '') return [];
  return inside
    .split(/,\s*(?![^(]*\))/u)
    .map((part) => ({ name: part.trim() }))
    .filter(({ name }) => name !== '');
}

let last: { readonly catalog: CatalogShape; readonly shape: CatalogShape } | undefined;

/** A catalog with the functions of Data Distiller in place of the engine's. */
export function distillerShape(catalog: CatalogShape): CatalogShape {
  if (last?.catalog !== catalog) last = { catalog, shape: { ...catalog, functions } };
  return last.shape;
}
