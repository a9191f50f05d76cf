import type { DataType } from '../dialect/distiller/translate/typed.ts';

/** Why a structure cannot be stored in a column, whose fields it fills by their order; `undefined` where it can. */
export function unfitFields(
  given: DataType,
  wanted: DataType,
  path: string,
): { readonly message: string; readonly remedy: string } | undefined {
  if (given.kind === 'list' && wanted.kind === 'list') return unfitFields(given.item, wanted.item, `${path}[]`);
  if (given.kind === 'map' && wanted.kind === 'map') return unfitFields(given.value, wanted.value, `${path}[]`);
  if (given.kind !== 'struct' || wanted.kind !== 'struct') return undefined;
  if (given.fields.length !== wanted.fields.length)
    return {
      message: `“${path}” takes ${wanted.fields.length} fields, and the query gives ${given.fields.length}.`,
      remedy: `Its fields are ${wanted.fields.map(({ name }) => name).join(', ')}.`,
    };
  for (const [index, { name, type }] of wanted.fields.entries()) {
    const field = given.fields[index];
    const wrong = field === undefined ? undefined : unfitFields(field.type, type, `${path}.${name}`);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}
