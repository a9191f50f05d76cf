import { type DataType, familyOf, type TypeFamily } from '../dialect/distiller/translate/typed.ts';
import { typeText } from '../dialect/type-tree.ts';
import { counted } from '../modules/words.ts';

/** Why a value cannot be stored in a column; a structure fills the column's fields by their order. `undefined` where it can. */
export function unfitFields(
  given: DataType,
  wanted: DataType,
  path: string,
): { readonly message: string; readonly remedy: string } | undefined {
  if (given.kind === 'list' && wanted.kind === 'list') return unfitFields(given.item, wanted.item, `${path}[]`);
  if (given.kind === 'map' && wanted.kind === 'map') return unfitFields(given.value, wanted.value, `${path}[]`);
  if (given.kind !== 'struct' || wanted.kind !== 'struct') return unfitKinds(given, wanted, path);
  if (given.fields.length !== wanted.fields.length)
    return {
      message: `“${path}” takes ${counted(wanted.fields.length, 'field')}, and the query gives ${given.fields.length}.`,
      remedy: `Its fields are ${wanted.fields.map(({ name }) => name).join(', ')}.`,
    };
  for (const [index, { name, type }] of wanted.fields.entries()) {
    const field = given.fields[index];
    const wrong = field === undefined ? undefined : unfitFields(field.type, type, `${path}.${name}`);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

const nested = new Set<TypeFamily>(['list', 'struct', 'map']);
const nouns: Readonly<Partial<Record<TypeFamily, string>>> = { list: 'arrays', struct: 'structures', map: 'maps' };

/** Arrays, structures and maps are stored in their like or as text, and only texts are read as them. */
function unfitKinds(given: DataType, wanted: DataType, path: string) {
  const [from, to] = [familyOf(given), familyOf(wanted)];
  if (from === to || from === 'null' || from === 'unknown' || from === 'text' || to === 'text') return undefined;
  if (!nested.has(from) && !nested.has(to)) return undefined;
  return {
    message: `“${path}” holds ${nouns[to] ?? typeText(wanted)}, and the query gives ${nouns[from] ?? typeText(given)} for it.`,
    remedy: 'Columns are filled by their order, whatever they are called.',
  };
}
