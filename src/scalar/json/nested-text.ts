/** A text as an item of what the engine casts to a nested type, in the quotes that it does not hold itself. */
export function nestedItem(text: string): string {
  if (text.includes('"') && !text.includes("'")) return `'${text.replaceAll('\\', '\\\\')}'`;
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** An array, from the texts of its items. */
export const nestedList = (items: readonly string[]): string => `[${items.join(', ')}]`;

/** A struct, from the texts of its fields. */
export const nestedStruct = (fields: readonly (readonly [name: string, text: string])[]): string =>
  `{${fields.map(([name, text]) => `${nestedItem(name)}: ${text}`).join(', ')}}`;

/** A map, from the texts of its values. */
export const nestedMap = (entries: readonly (readonly [key: string, text: string])[]): string =>
  `{${entries.map(([key, text]) => `${nestedItem(key)}=${text}`).join(', ')}}`;

/** How NULL stands in a nested value. */
export const nestedNull = 'NULL';
