import { type DataType, familyOf, type KnownColumn } from '../dialect/distiller/translate/typed.ts';
import { typeText } from '../dialect/type-tree.ts';

/** Sentences about the columns that cannot hold all that a query may give for them: one a column or field, in their order. */
export function storingLosses(given: readonly KnownColumn[], wanted: readonly KnownColumn[]): readonly string[] {
  return wanted.flatMap(({ name, type }, index) => {
    const from = given[index]?.type;
    return from === undefined ? [] : lossesOf(from, type, name);
  });
}

function lossesOf(from: DataType, to: DataType, path: string): readonly string[] {
  if (from.kind === 'list' && to.kind === 'list') return lossesOf(from.item, to.item, `${path}[]`);
  if (from.kind === 'map' && to.kind === 'map')
    return [...lossesOf(from.key, to.key, `${path}[]`), ...lossesOf(from.value, to.value, `${path}[]`)];
  if (from.kind === 'struct' && to.kind === 'struct')
    return to.fields.flatMap(({ name, type }, index) => {
      const field = from.fields[index];
      return field === undefined ? [] : lossesOf(field.type, type, `${path}.${name}`);
    });
  const loss = lossOf(from, to);
  return loss === undefined ? [] : [`“${path}” holds ${loss}.`];
}

function lossOf(from: DataType, to: DataType): string | undefined {
  const given = familyOf(from);
  const isText = given === 'text';
  switch (familyOf(to)) {
    case 'integer':
      if (given === 'fractional' || scaleOf(from) > 0) return 'whole numbers: fractions are cut off';
      return isText ? 'whole numbers: texts are read as numbers, and fractions rounded' : undefined;
    case 'decimal':
      return given === 'fractional' || isText || scaleOf(from) > scaleOf(to)
        ? `${scaleOf(to)} decimal places: further ones are rounded`
        : undefined;
    case 'fractional':
      return typeText(to) === 'FLOAT' && typeText(from) === 'DOUBLE'
        ? 'numbers of single precision: others are rounded to it'
        : undefined;
    case 'date':
      return given === 'timestamp' ? 'dates: the time of day is cut off' : undefined;
    default:
      return undefined;
  }
}

/** Decimal places of a decimal type; 0 for any other. */
function scaleOf(type: DataType): number {
  return Number(/^DECIMAL\(\d+,\s*(\d+)\)$/.exec(typeText(type))?.[1] ?? 0);
}
